import type { Principal } from '../../auth/principal.js';
import { badUserInput } from '../../graphql/api-error.js';
import { recordKey } from '../../kernel/ids.js';
import { inTurns } from '../../kernel/turns.js';
import { LIMITS } from '../../kernel/limits.js';
import type { IdentityService } from '../identity.service.js';
import { caseFile } from './case-file.js';
import { explainPair } from './explain-pair.js';
import type { ExplainRepository } from './explain.repository.js';
import type { Explanation } from './explanation.types.js';

type Ref = Readonly<{ source: string; recordId: string }>;

/** Says what joins two records or keeps them apart, by the same rules that resolved them. */
export class ExplainService {
  constructor(
    private readonly repository: ExplainRepository,
    private readonly identity: IdentityService,
  ) {}

  /** Throws ApiError when the customers have more records than one explanation looks at. */
  async explain({ scope }: Principal, left: Ref, right: Ref): Promise<Explanation> {
    const most = LIMITS.recordsPerExplanation;
    const keys = [recordKey(left.source, left.recordId), recordKey(right.source, right.recordId)] as const;
    const rows = await this.repository.surroundings(scope, keys, most + 1);
    if (rows.length > most) {
      throw badUserInput([{ field: 'left', message: `the customers have more than ${most} records` }]);
    }
    const decisions = await this.repository.decisionsOn(scope, rows);
    const times = await this.repository.timesOf(scope, rows);
    const file = await inTurns(caseFile(rows, this.identity.policy, { decisions, times }));
    return explainPair(file, ...keys);
  }
}
