import { ApolloDriver } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { BrandsModule } from '../brands/brands.module.js';
import { BrandsService } from '../brands/brands.service.js';
import { CONFIG } from '../config/config.module.js';
import { GraphStartup } from '../graph/graph-startup.js';
import { Logger } from '../observability/logger.js';
import { AboutResolver } from './about.resolver.js';
import { graphqlOptions } from './options.js';

/** The GraphQL endpoint; features bring their resolvers. */
@Module({
  imports: [
    GraphQLModule.forRootAsync({
      driver: ApolloDriver,
      useFactory: graphqlOptions,
      imports: [BrandsModule],
      inject: [CONFIG, Logger, GraphStartup, BrandsService],
    }),
  ],
  providers: [AboutResolver],
})
export class ApiModule {}
