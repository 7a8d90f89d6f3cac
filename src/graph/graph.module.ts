import { Global, Module } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Logger } from '../observability/logger.js';
import { Graph } from './graph.js';
import { GraphStartup } from './graph-startup.js';

function connect(config: Config, logger: Logger): Graph {
  return new Graph(config.neo4j, {
    onRetry: (operation, attempt, failure) =>
      logger.debug('graph work repeated', { operation, attempt, errorCode: failure.code }),
  });
}

/** One graph for everybody; it connects when it is first asked. */
@Global()
@Module({
  providers: [{ provide: Graph, useFactory: connect, inject: [CONFIG, Logger] }, GraphStartup],
  exports: [Graph, GraphStartup],
})
export class GraphModule {}
