import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { BrandScope, Principal } from '../auth/principal.js';
import { Caller } from '../auth/caller.js';
import { userError } from '../graphql/user-error.js';
import type { Source } from './brand.types.js';
import { refusal } from './brands.resolver.js';
import { BrandsService } from './brands.service.js';
import * as types from './graphql/source.types.js';
import { showSource } from './show-inventory.js';

@Resolver()
export class SourcesResolver {
  constructor(private readonly service: BrandsService) {}

  @Query(() => [types.Source], {
    description: 'The sources that the caller may see, by id: those that were declared, and those that just spoke.',
  })
  async sources(
    @Caller() { scope }: Principal,
    @Args('brandId', { type: () => ID, nullable: true, description: 'Only those of this brand.' }) brandId?: string,
  ): Promise<types.Source[]> {
    const inventory = await this.service.inventory();
    const asked = inventory.sources.filter((each) => maySee(scope, each.id) && (!brandId || each.brandId === brandId));
    return asked.map((source) => showSource(source, inventory));
  }

  @Query(() => types.Source, { nullable: true, description: 'Null when there is none that the caller may see.' })
  async source(
    @Caller() { scope }: Principal,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<types.Source | null> {
    const inventory = await this.service.inventory();
    const source = maySee(scope, id) ? inventory.source(id) : null;
    return source && showSource(source, inventory);
  }

  @Mutation(() => types.UpsertSourcesPayload, {
    description: 'Declares sources, or declares them anew. All are taken, or none.',
  })
  async upsertSources(
    @Caller() { scope }: Principal,
    @Args('input', { type: () => types.UpsertSourcesInput }) input: Readonly<types.UpsertSourcesInput>,
  ): Promise<types.UpsertSourcesPayload> {
    const refused = refusal(scope.all, input.sources.length, 'sources');
    if (refused) return { sources: [], userErrors: [refused] };
    const sources = input.sources.map(asSource);
    const { inventory, problems } = await this.service.declareSources(sources, input.dryRun);
    const userErrors = problems.map(({ code, field, message }) => userError(code, field, message));
    return { sources: userErrors.length > 0 ? [] : sources.map((each) => showSource(each, inventory)), userErrors };
  }
}

function maySee({ all, sources }: BrandScope, id: string): boolean {
  return all || sources.includes(id);
}

function asSource(input: types.SourceInput): Source {
  return {
    id: input.id,
    declared: true,
    brandId: input.brandId ?? null,
    system: input.system ?? null,
    owner: input.owner ?? null,
    kind: input.kind ?? null,
    country: input.country ?? null,
    trust: input.trust,
    freshnessHours: input.freshnessHours ?? null,
    fields: [...new Set(input.fields ?? [])].sort(),
  };
}
