import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from './config.js';

/** Token of the configuration; inject with `@Inject(CONFIG)`. */
export const CONFIG = Symbol('config');

/** Hands the configuration to every module. */
@Module({})
export class ConfigModule {
  static with(config: Config): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: CONFIG, useValue: config }],
      exports: [CONFIG],
    };
  }
}
