import type { Principal } from '../auth/principal.js';
import type { IdentityService } from '../identity/identity.service.js';
import type { IdentifiersService } from '../ingest/identifiers.service.js';
import type { Clock } from '../kernel/clock.js';
import type { InteractionProblem, InteractionResult, InteractionRow } from './interaction.types.js';
import type { InteractionsRepository } from './interactions.repository.js';
import { identifierSubject } from './subject.js';
import { readInteraction, type ReadInteraction, type ReadSubject } from './write/read-interaction.js';

/** Takes in what happened. Interactions are only ever added, and each is taken or refused by itself. */
export class InteractionsService {
  constructor(
    private readonly repository: InteractionsRepository,
    private readonly identifiers: IdentifiersService,
    private readonly identity: IdentityService,
    private readonly clock: Clock,
  ) {}

  /**
   * Records interactions in one transaction; results in their order. The same again is UNCHANGED, so a request whose answer
   * was lost can be sent again. Records and identifiers that nobody has seen yet are fine. Throws a GraphError when the
   * graph cannot, OtherRulesError when this process reads identifiers in another way than the graph was written.
   */
  async record(caller: Principal, rows: readonly InteractionRow[], dryRun = false): Promise<InteractionResult[]> {
    await this.identity.rules.agree();
    const now = this.clock.now().getTime();
    const readSubject = this.subjectReader(caller);
    const read = rows.map((row) => within(caller, readInteraction(row, readSubject, now)));
    const taken = read.flatMap((each) => (each.kind === 'read' ? [each.interaction] : []));
    const decided = await (taken.length === 0
      ? { outcomes: [] }
      : dryRun
        ? this.repository.rehearse(taken)
        : this.repository.add(taken, now));
    const outcomes = decided.outcomes[Symbol.iterator]();
    return read.map((each, at): InteractionResult => {
      const ref = refOf(rows[at]);
      if (each.kind === 'rejected') return { ...ref, outcome: 'REJECTED', warnings: [], problem: each.problem };
      const outcome = outcomes.next().value;
      if (!outcome) throw new Error('fewer outcomes than interactions');
      return { ...ref, ...outcome, warnings: each.warnings };
    });
  }

  private subjectReader({ realm }: Principal): ReadSubject {
    return (raw) => {
      const read = this.identifiers.read(raw);
      if (read.ok) return identifierSubject(this.identifiers.key(realm, read.identifier));
      const { code, field, message } = read.problem;
      return { problem: { code, field, message } };
    };
  }
}

const FOREIGN: InteractionProblem = {
  code: 'FOREIGN_BRAND',
  field: 'brandId',
  message: 'is missing, or not one that the caller may write for',
};

/** Refuses an interaction of a brand that the caller does not see. */
function within({ scope, brandId: own }: Principal, read: ReadInteraction): ReadInteraction {
  if (scope.all || read.kind === 'rejected') return read;
  const { brandId } = read.interaction;
  return brandId !== null && (own === null ? scope.brandIds : [own]).includes(brandId)
    ? read
    : { kind: 'rejected', problem: FOREIGN };
}

/** What names the row in its result, as far as it has it. */
function refOf(row: InteractionRow | undefined): { source: string; interactionId: string } {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return { source: text(row?.['source']), interactionId: text(row?.['interactionId']) };
}
