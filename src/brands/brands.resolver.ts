import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Caller } from '../auth/caller.js';
import type { Principal } from '../auth/principal.js';
import { userError } from '../graphql/user-error.js';
import { LIMITS } from '../kernel/limits.js';
import type { Brand } from './brand.types.js';
import { BrandsService } from './brands.service.js';
import * as types from './graphql/brand.types.js';
import { showBrand } from './show-inventory.js';

@Resolver()
export class BrandsResolver {
  constructor(private readonly service: BrandsService) {}

  @Query(() => [types.Brand], { description: 'The brands that the caller may see, by id. There are dozens.' })
  async brands(@Caller() { scope }: Principal): Promise<types.Brand[]> {
    const inventory = await this.service.inventory();
    const seen = inventory.brands.filter(({ id }) => scope.all || scope.brandIds.includes(id));
    return seen.map((brand) => showBrand(brand, inventory));
  }

  @Query(() => types.Brand, { nullable: true, description: 'Null when there is none that the caller may see.' })
  async brand(@Caller() { scope }: Principal, @Args('id', { type: () => ID }) id: string): Promise<types.Brand | null> {
    const inventory = await this.service.inventory();
    const brand = scope.all || scope.brandIds.includes(id) ? inventory.brand(id) : null;
    return brand && showBrand(brand, inventory);
  }

  @Mutation(() => types.UpsertBrandsPayload, {
    description: 'Declares brands, or declares them anew. All are taken, or none.',
  })
  async upsertBrands(
    @Caller() { scope }: Principal,
    @Args('input', { type: () => types.UpsertBrandsInput }) input: Readonly<types.UpsertBrandsInput>,
  ): Promise<types.UpsertBrandsPayload> {
    const refused = refusal(scope.all, input.brands.length, 'brands');
    if (refused) return { brands: [], userErrors: [refused] };
    const brands = input.brands.map(asBrand);
    const { inventory, problems } = await this.service.declareBrands(brands, input.dryRun);
    const userErrors = problems.map(({ code, field, message }) => userError(code, field, message));
    return { brands: userErrors.length > 0 ? [] : brands.map((brand) => showBrand(brand, inventory)), userErrors };
  }
}

/** Why a declaration is not looked at: who sees some brands only does not declare any. */
export function refusal(isFree: boolean, count: number, field: string) {
  if (!isFree) return userError('NOT_ALLOWED', null, 'is for callers who see every brand');
  const most = LIMITS.inventoryPerMutation;
  if (count >= 1 && count <= most) return null;
  return userError('LIMIT_EXCEEDED', field, `must be from 1 to ${most}`);
}

function asBrand(input: types.BrandInput): Brand {
  return {
    id: input.id,
    name: input.name.trim(),
    parentId: input.parentId ?? null,
    country: input.country ?? null,
    realm: input.realm ?? null,
    visibility: input.visibility ?? null,
    visibleTo: [...new Set(input.visibleTo ?? [])].sort(),
  };
}
