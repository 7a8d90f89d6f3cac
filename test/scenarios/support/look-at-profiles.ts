import type { Expectation } from './case.types.js';
import type { SeenProfile } from './door.types.js';
import { refOf } from './expand.js';
import type { Look } from './looks.js';
import type { Story } from './story.js';

/** One value of a profile as GraphQL answers it. */
interface ToldProvenance {
  readonly source: string;
  readonly recordId: string;
  readonly rule: string;
  readonly alternatives: readonly ToldAlternative[];
}

interface ToldAlternative {
  readonly value: unknown;
  readonly source: string;
  readonly recordId: string;
  readonly lostBy: string;
}

interface Told {
  readonly provenance: ToldProvenance;
}

/** A profile as GraphQL answers it, as far as the cases ask. */
export interface ToldProfile {
  readonly name: (Told & { readonly full: string }) | null;
  readonly birthDate: (Told & { readonly value: string }) | null;
  readonly address: (Told & { readonly lines: readonly string[] }) | null;
  readonly contactPoints: readonly (Told & { readonly type: string; readonly display: string })[];
  readonly attributes: readonly (Told & { readonly name: string; readonly value: unknown })[];
}

/** The values of a profile by kind, contact points by type, other attributes by name. */
export function seenProfile({ name, birthDate, address, contactPoints, attributes }: ToldProfile): SeenProfile {
  const said: (readonly [string, unknown, Told])[] = [
    ...(name ? [['name', name.full, name] as const] : []),
    ...(birthDate ? [['birthDate', birthDate.value, birthDate] as const] : []),
    ...(address ? [['address', address.lines, address] as const] : []),
    ...contactPoints.map((each) => [each.type, each.display, each] as const),
    ...attributes.map((each) => [each.name, each.value, each] as const),
  ];
  return Object.fromEntries(
    said.map(([kind, value, { provenance }]) => [
      kind,
      {
        value: asText(value),
        from: `${provenance.source}/${provenance.recordId}`,
        rule: provenance.rule,
        not: provenance.alternatives.map(
          (each) => `${asText(each.value)} | ${each.source}/${each.recordId} | ${each.lostBy}`,
        ),
      },
    ]),
  );
}

/** Of each profile the kinds that the case names, and of each what it says. */
export async function atProfiles(profiles: NonNullable<Expectation['profiles']>, { door }: Story): Promise<Look> {
  const seen: Record<string, unknown> = {};
  for (const [record, kinds] of Object.entries(profiles)) {
    const profile = await door.profile(refOf(record));
    seen[record] = Object.fromEntries(
      Object.entries(kinds).map(([kind, said]) => {
        const golden = profile?.[kind];
        if (said === null || !golden) return [kind, golden ?? null];
        return [kind, Object.fromEntries(Object.keys(said).map((part) => [part, golden[part as keyof typeof golden]]))];
      }),
    );
  }
  return { seen, wanted: profiles };
}

function asText(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
