import { DEFAULT_REALM } from '../kernel/ids.js';
import type { Brand, Source, Visibility } from './brand.types.js';

/** What a brand is once what it leaves unsaid is taken from the brands above it. */
export interface BrandInForce {
  readonly country: string | null;
  readonly realm: string;
  readonly visibility: Visibility;
}

/** The brands and sources at one moment, with the questions that they answer. Pure; brands must form trees. */
export class Inventory {
  readonly #brands: ReadonlyMap<string, Brand>;
  readonly #sources: ReadonlyMap<string, Source>;

  constructor(
    readonly brands: readonly Brand[],
    readonly sources: readonly Source[],
  ) {
    this.#brands = new Map(brands.map((brand) => [brand.id, brand]));
    this.#sources = new Map(sources.map((source) => [source.id, source]));
  }

  brand(id: string): Brand | null {
    return this.#brands.get(id) ?? null;
  }

  source(id: string): Source | null {
    return this.#sources.get(id) ?? null;
  }

  /** The brand and those above it, the root last. */
  lineage(id: string): Brand[] {
    const lineage: Brand[] = [];
    for (let brand = this.brand(id); brand && !lineage.includes(brand); brand = this.brand(brand.parentId ?? '')) {
      lineage.push(brand);
    }
    return lineage;
  }

  /** What holds for a brand: its own word, else that of the nearest brand above it, else the defaults. */
  inForce(id: string): BrandInForce {
    const lineage = this.lineage(id);
    const nearest = <Value>(value: (brand: Brand) => Value | null): Value | null =>
      lineage.map(value).find((each) => each !== null) ?? null;
    return {
      country: nearest((brand) => brand.country),
      realm: nearest((brand) => brand.realm) ?? DEFAULT_REALM,
      visibility: nearest((brand) => brand.visibility) ?? 'PRIVATE',
    };
  }

  /** The realm that records of a source link in; an unknown one, or one without brand, has the default realm. */
  realmOf(sourceId: string): string {
    const brandId = this.source(sourceId)?.brandId ?? null;
    return brandId === null ? DEFAULT_REALM : this.inForce(brandId).realm;
  }

  /** Where records of a source come from unless they say otherwise; ISO 3166-1 alpha-2. */
  countryOf(sourceId: string): string | null {
    const source = this.source(sourceId);
    if (!source) return null;
    return source.country ?? (source.brandId === null ? null : this.inForce(source.brandId).country);
  }

  /** Whether what `owner` knows may be shown to `viewer`. */
  maySee(viewer: string, owner: string): boolean {
    const above = this.lineage(owner);
    if (above.some((brand) => brand.id === viewer)) return true;
    // What was granted to a brand by one above the owner holds for the owner, too.
    if (above.some((brand) => brand.visibleTo.includes(viewer))) return true;
    const { visibility } = this.inForce(owner);
    if (visibility === 'ALL') return this.brand(viewer) !== null;
    return visibility === 'FAMILY' && this.lineage(viewer).at(-1)?.id === above.at(-1)?.id;
  }

  /** Brands whose knowledge a brand may see, itself first. */
  visibleTo(viewer: string): string[] {
    const others = this.brands.filter(({ id }) => id !== viewer && this.maySee(viewer, id));
    return this.brand(viewer) ? [viewer, ...others.map((brand) => brand.id).sort()] : [];
  }

  /** Sources of brands, by id. */
  sourcesOf(brandIds: readonly string[]): string[] {
    const wanted = new Set(brandIds);
    return this.sources
      .filter(({ brandId }) => brandId !== null && wanted.has(brandId))
      .map(({ id }) => id)
      .sort();
  }
}
