import { Global, Module } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Logger } from './logger.js';

/** One logger for everybody. */
@Global()
@Module({
  providers: [{ provide: Logger, useFactory: (config: Config) => new Logger(config.logLevel), inject: [CONFIG] }],
  exports: [Logger],
})
export class ObservabilityModule {}
