import type { Principal } from '../../auth/principal.js';
import type { IdentifierInput } from '../../ingest/graphql/identifier-input.types.js';
import type { IdentifiersService } from '../../ingest/identifiers.service.js';
import type { IdentifierKey } from '../../kernel/ids.js';
import type { DecisionAnswer } from './decisions.service.js';
import type { NeverSideInput } from './graphql/decision-inputs.types.js';
import { readIdentifierKey, readRecords } from './graphql/read-names.js';
import { readMoment } from './graphql/read-terms.js';
import { Refused } from './refused.js';
import type { NeverSide } from './rulings/never-link.js';

/** Reads what a caller of the API names in a decision. */
export class NamesService {
  constructor(private readonly identifiers: IdentifiersService) {}

  /** The key of an identifier. Throws Refused naming the part that cannot be read. */
  identifier(
    caller: Principal,
    given: Pick<IdentifierInput, 'type' | 'value' | 'namespace'>,
    field: string,
  ): IdentifierKey {
    return readIdentifierKey(this.identifiers, caller, given, field);
  }

  /** A moment in epoch milliseconds. Throws Refused. */
  moment(text: string, field: string): number {
    return readMoment(text, field);
  }

  /** The sides of a NEVER. Throws Refused. */
  sides(caller: Principal, sides: readonly NeverSideInput[]): NeverSide[] {
    return sides.map(({ customerIds, records, identifiers }, side) => ({
      customers: customerIds ?? [],
      records: readRecords(records ?? [], `sides[${side}].records`),
      identifiers: (identifiers ?? []).map((each, at) =>
        this.identifier(caller, each, `sides[${side}].identifiers[${at}]`),
      ),
    }));
  }

  /** Runs `work`; what it cannot read is an answer. */
  async refusing(work: () => Promise<DecisionAnswer>): Promise<DecisionAnswer> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Refused) return { kind: 'refused', refusal: error.refusal };
      throw error;
    }
  }
}
