import { nameOf, type Ref } from './expand.js';

/** One reason of an answer to `whyNot`, over either door. */
export interface ToldReason {
  readonly code: string;
  readonly contestReasons: readonly string[];
  readonly identifier: { readonly type: string } | null;
}

/** One link of an answer to `explain`, over either door. */
export interface ToldLink {
  readonly left: { readonly record: Ref };
  /** Null when a decision joins. */
  readonly identifier: { readonly type: string } | null;
  readonly right: { readonly record: Ref };
}

/** `EMAIL CONTESTED CAPACITY`, in the order of the answer. */
export function reasonsOf(reasons: readonly ToldReason[]): string[] {
  return reasons.map(({ code, contestReasons, identifier }) =>
    [...(identifier ? [identifier.type] : []), code, ...contestReasons].join(' '),
  );
}

/** `crm/1`, `EMAIL`, `shop/1`: records and what joins each to the next. */
export function pathOf(links: readonly ToldLink[]): string[] {
  const [first] = links;
  if (!first) return [];
  return [
    nameOf(first.left.record),
    ...links.flatMap((link) => [link.identifier?.type ?? 'ALWAYS', nameOf(link.right.record)]),
  ];
}
