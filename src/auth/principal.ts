import { DEFAULT_REALM, type Realm } from '../kernel/ids.js';

/**
 * Which brands a caller may see. A parameter of every repository method, and plain data, so that a statement can say
 * `$scope.all OR record.source IN $scope.sources`.
 */
export interface BrandScope {
  readonly all: boolean;
  readonly brandIds: readonly string[];
  /** The sources of these brands. */
  readonly sources: readonly string[];
}

/** Whose view decides what is shown of something: the one that it was asked for, else the caller's. */
export function scopeFor({ scope }: Principal, { viewedBy }: { readonly viewedBy?: BrandScope }): BrandScope {
  return viewedBy ?? scope;
}

/** The caller with the view that something was asked for. */
export function asViewer(caller: Principal, shown: { readonly viewedBy?: BrandScope }): Principal {
  return shown.viewedBy ? { ...caller, scope: shown.viewedBy } : caller;
}

/** Who asks. */
export interface Principal {
  readonly id: string;
  readonly kind: 'development';
  readonly scope: BrandScope;
  /** The realm in which the caller's identifiers are looked up. */
  readonly realm: Realm;
  /** The brand as which the caller speaks; null: for all of them. */
  readonly brandId: string | null;
}

/** What GraphQL hands to every resolver of one request. */
export interface ApiContext {
  principal: Principal;
}

/** Sees every brand: for the service's own work, such as `verify`. */
export const EVERY_BRAND: BrandScope = Object.freeze({
  all: true,
  brandIds: Object.freeze([]),
  sources: Object.freeze([]),
});

/** The one caller of a service without keys, which listens on the loopback only. */
export const DEVELOPER: Principal = Object.freeze({
  id: 'development',
  kind: 'development',
  scope: EVERY_BRAND,
  realm: DEFAULT_REALM,
  brandId: null,
});

/** Who sent a request. The one place that decides it; keys and roles will be read here. */
export function authenticate(): Principal {
  return DEVELOPER;
}
