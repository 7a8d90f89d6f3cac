import type { CustomerId, IdentifierKey } from '../../kernel/ids.js';
import { isRuling, type Ruling } from '../decisions/decision.types.js';
import type { Policy } from '../policy/policy.types.js';
import type { CustomerState, IdentifierDelta, Reach, RecordDelta } from './engine.types.js';
import { attachmentsOf } from './identifier-deltas.js';
import { joins } from './link-rules.js';
import { UnionFind } from './union-find.js';

/** The part of a batch that meets in one place of the graph: decided by itself. */
export interface Cluster {
  readonly deltas: readonly RecordDelta[];
  readonly identifiers: readonly IdentifierDelta[];
  readonly customers: readonly CustomerState[];
}

/** Whether an identifier may join records before or after the batch. */
export function everJoins(delta: IdentifierDelta, policy: Policy): boolean {
  return joins(policy, delta.type, delta.status) || (!!delta.before && joins(policy, delta.type, delta.before.status));
}

/** What a batch or a ruling touches. */
interface Touched {
  readonly deltas: readonly RecordDelta[];
  readonly identifiers: ReadonlyMap<IdentifierKey, IdentifierDelta>;
  readonly customers: ReadonlyMap<CustomerId, CustomerState>;
  readonly reach: Reach;
  readonly ruling: Ruling;
}

/**
 * Connected parts of records, the identifiers that may join them, and the customers that these reach. A ruling is decided
 * as a whole: it may concern customers that share no identifier.
 */
export function clustersOf({ deltas, identifiers, customers, reach, ruling }: Touched, policy: Policy): Cluster[] {
  const moving = deltas.filter((delta) => delta.evidence !== 'NONE');
  const linking = [...identifiers.values()].filter((each) => everJoins(each, policy));
  if (isRuling(ruling)) return [{ deltas: moving, identifiers: linking, customers: [...customers.values()] }];
  const sets = new UnionFind();
  const linkingKeys = new Set(linking.map((each) => each.key));
  for (const { key } of linking) {
    const holder = reach.identifiers.get(key);
    sets.add(`i${key}`);
    if (holder) sets.union(`i${key}`, `c${holder}`);
  }
  for (const delta of moving) {
    const node = `r${delta.after.key}`;
    const holder = reach.records.get(delta.after.key);
    sets.add(node);
    if (holder) sets.union(node, `c${holder}`);
    // What is withheld before and after ties a record to nobody.
    for (const { identifier, status } of attachmentsOf(delta))
      if (status === 'ACTIVE' && linkingKeys.has(identifier)) sets.union(node, `i${identifier}`);
  }
  return collect(moving, linking, [...customers.values()], sets);
}

function collect(
  deltas: readonly RecordDelta[],
  identifiers: readonly IdentifierDelta[],
  customers: readonly CustomerState[],
  sets: UnionFind,
): Cluster[] {
  const clusters = new Map<
    string,
    { deltas: RecordDelta[]; identifiers: IdentifierDelta[]; customers: CustomerState[] }
  >();
  for (const delta of deltas) {
    const root = sets.find(`r${delta.after.key}`);
    const cluster = clusters.get(root);
    if (cluster) cluster.deltas.push(delta);
    else clusters.set(root, { deltas: [delta], identifiers: [], customers: [] });
  }
  for (const each of identifiers) clusters.get(sets.find(`i${each.key}`))?.identifiers.push(each);
  for (const each of customers) clusters.get(sets.find(`c${each.id}`))?.customers.push(each);
  return [...clusters.values()];
}
