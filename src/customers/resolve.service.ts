import type { Principal } from '../auth/principal.js';
import { badUserInput } from '../graphql/api-error.js';
import type { IdentifiersService } from '../ingest/identifiers.service.js';
import type { IncomingIdentifier } from '../ingest/record.types.js';
import { LIMITS } from '../kernel/limits.js';
import type { CustomersRepository } from './customers.repository.js';
import type { Resolution } from './graphql/resolution.types.js';
import { resolutionOf, type Asked } from './match.js';

/** Answers whom identifiers name. Never creates anything. */
export class ResolveService {
  constructor(
    private readonly repository: CustomersRepository,
    private readonly identifiers: IdentifiersService,
  ) {}

  /** Throws ApiError when there are too many identifiers; one that cannot be read is part of the answer. */
  async resolve({ scope, realm }: Principal, identifiers: readonly IncomingIdentifier[]): Promise<Resolution> {
    const most = LIMITS.identifiersPerQuestion;
    if (identifiers.length > most) {
      throw badUserInput([{ field: 'identifiers', message: `at most ${most} are allowed in one question` }]);
    }
    const read = identifiers.map((each) => this.identifiers.read(each));
    const keys = read.flatMap((each) => (each.ok ? [this.identifiers.key(realm, each.identifier)] : []));
    const rows = keys.length > 0 ? await this.repository.holders(scope, [...new Set(keys)]) : [];
    const held = new Map(rows.map((row) => [row.key, row]));
    const asked = read.map((each, index): Asked => {
      if (!each.ok) return { kind: 'invalid', type: this.knownType(identifiers[index]?.type), problem: each.problem };
      const { identifier } = each;
      const key = this.identifiers.key(realm, identifier);
      return { kind: 'read', identifier, links: this.identifiers.links(identifier.type), held: held.get(key) ?? null };
    });
    return resolutionOf(asked);
  }

  /** A type that the policy does not know is the caller's own text, which is not repeated. */
  private knownType(type: string | undefined): string | null {
    return type !== undefined && this.identifiers.knows(type) ? type : null;
  }
}
