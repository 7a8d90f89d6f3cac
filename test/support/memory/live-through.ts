import type { ChangeOutcome } from '../../../src/identity/identity.types.js';
import type { IdentifierKey } from '../../../src/kernel/ids.js';
import type { History } from '../arbitraries/histories.js';
import { differences } from './graph-differences.js';
import { faultsOf } from './graph-faults.js';
import { customerOf, type IdentifierNode } from './memory-graph.js';
import { MemoryWorld } from './memory-world.js';

/** How often histories took each road, so that a test can tell that it met what it is about. */
export interface Roads {
  fast: number;
  slow: number;
  /** Identifiers that became generic, and that ceased to be. */
  crowded: number;
  relieved: number;
  /** Records that left a customer for another one without it being merged there by the fast path. */
  moved: number;
  revived: number;
}

/** Nobody went anywhere yet. */
export function noRoads(): Roads {
  return { fast: 0, slow: 0, crowded: 0, relieved: 0, moved: 0, revived: 0 };
}

/** What is wrong after the first batch that leaves anything wrong; null when nothing ever is. */
export async function firstFault({ policy, batches }: History, roads: Roads): Promise<string | null> {
  const world = new MemoryWorld(policy);
  const { graph } = world.store;
  for (const [index, batch] of batches.entries()) {
    const before = statuses(graph.identifiers);
    const walks = world.store.walks;
    const written = world.store.written.length;
    const outcomes = await world.apply(batch);
    const plan = world.store.written[written];
    note(roads, before, world, { walked: world.store.walks > walks, wrote: written < world.store.written.length });
    const isIdle = plan?.records.every((each) => each.evidence === 'NONE') ?? true;
    const disturbed =
      isIdle &&
      plan !== undefined &&
      Object.values<readonly unknown[]>({ ...plan.membership }).some((list) => list.length > 0);
    const faults = [
      ...differences(graph, policy),
      ...faultsOf(graph, policy),
      ...outcomes.flatMap((outcome) => wrongOutcome(world, outcome)),
      ...(disturbed ? ['nothing of identity changed and customers were written'] : []),
    ];
    if (faults.length > 0) return [`after batch ${index + 1}:`, ...faults].join('\n');
  }
  return null;
}

function wrongOutcome({ store }: MemoryWorld, { record, outcome, customerId }: ChangeOutcome): string[] {
  const is = customerOf(store.graph, record);
  if (outcome === 'REJECTED' || is === customerId) return [];
  return [`${record} is answered ${outcome} ${String(customerId)} and resolves to ${String(is)}`];
}

function statuses(
  identifiers: ReadonlyMap<IdentifierKey, IdentifierNode>,
): Map<IdentifierKey, IdentifierNode['status']> {
  return new Map([...identifiers].map(([key, node]) => [key, node.status]));
}

function note(
  roads: Roads,
  before: ReadonlyMap<IdentifierKey, IdentifierNode['status']>,
  { store }: MemoryWorld,
  { walked, wrote }: { walked: boolean; wrote: boolean },
): void {
  const plan = wrote ? store.written.at(-1) : undefined;
  if (walked) roads.slow += 1;
  else if (plan?.records.some((each) => each.evidence !== 'NONE')) roads.fast += 1;
  for (const [key, status] of before) {
    const now = store.graph.identifiers.get(key)?.status;
    if (status === 'LINKABLE' && now === 'GENERIC') roads.crowded += 1;
    if (status === 'GENERIC' && now === 'LINKABLE') roads.relieved += 1;
  }
  roads.revived += plan?.membership.revived.length ?? 0;
  roads.moved += plan?.membership.moves.filter((each) => each.from && each.to).length ?? 0;
}
