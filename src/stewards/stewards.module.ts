import { Module } from '@nestjs/common';
import { StewardsController } from './stewards.controller.js';

/** What data stewards use in Neo4j Browser. */
@Module({ controllers: [StewardsController] })
export class StewardsModule {}
