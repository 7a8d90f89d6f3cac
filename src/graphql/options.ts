import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { authenticate, type ApiContext } from '../auth/principal.js';
import type { BrandsService } from '../brands/brands.service.js';
import type { Config } from '../config/config.js';
import type { GraphStartup } from '../graph/graph-startup.js';
import { LIMITS } from '../kernel/limits.js';
import type { Logger } from '../observability/logger.js';
import { errorFormatter } from './format-error.js';
import { limitRule } from './limit-rule.js';
import { requestPlugin } from './request-plugin.js';
import { DateTimeScalar } from './scalars/date-time.scalar.js';

/** How GraphQL is served. What is off by default elsewhere is off by name here, so that an upgrade changes nothing. */
export function graphqlOptions(
  config: Config,
  logger: Logger,
  startup: GraphStartup,
  brands: BrandsService,
): ApolloDriverConfig {
  return {
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    buildSchemaOptions: { numberScalarMode: 'integer', scalarsMap: [{ type: Date, scalar: DateTimeScalar }] },
    context: (): ApiContext => ({ principal: authenticate() }),
    graphiql: false,
    introspection: config.environment !== 'production',
    nodeEnv: config.environment,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxTokens: LIMITS.queryTokens },
    validationRules: [limitRule],
    formatError: errorFormatter(logger),
    autoTransformHttpErrors: false,
    stopOnTerminationSignals: false,
    plugins: [
      requestPlugin(startup, brands),
      // Costs 1.4 to 3 times on lists, and nobody reads its hints.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  };
}
