import type { Customer } from '../../customers/graphql/customer.types.js';
import { badUserInput } from '../../graphql/api-error.js';
import { USER_ERROR_CODES, type UserErrorCode } from '../../graphql/error-codes.js';
import { userError, type UserError } from '../../graphql/user-error.js';
import { LIMITS } from '../../kernel/limits.js';
import type { IngestAnswer, RecordResult as Result } from '../ingest.service.js';
import type { RowProblem } from '../record.types.js';

type KnownCustomer = Customer | Pick<Customer, 'id'>;

/** Both payloads of the mutations, as their resolvers return them. */
export interface Answer {
  readonly results: readonly {
    readonly ref: { readonly source: string; readonly recordId: string };
    /** Only the id where nothing else was asked for. */
    readonly customer: KnownCustomer | null;
    readonly outcome: Result['outcome'];
    readonly warnings: readonly UserError[];
  }[];
  readonly replayed: boolean;
  readonly userErrors: readonly UserError[];
}

/** Refuses a request that is too large as a whole. Throws ApiError naming the field. */
export function refuseTooMuch(input: {
  readonly records: readonly unknown[];
  readonly idempotencyKey: string | null;
  readonly job?: string | null;
}): void {
  const { recordsPerMutation, idempotencyKeyChars, recordKeyChars } = LIMITS;
  if (input.job === '' || (input.job?.length ?? 0) > recordKeyChars)
    throw badUserInput([{ field: 'input.job', message: `must have 1 to ${recordKeyChars} characters` }]);
  const { length } = input.records;
  if (length > recordsPerMutation) {
    const message = `holds ${length} records; at most ${recordsPerMutation} are allowed in one mutation`;
    throw badUserInput([{ field: 'input.records', message }]);
  }
  if ((input.idempotencyKey?.length ?? 0) > idempotencyKeyChars || input.idempotencyKey === '') {
    throw badUserInput([
      { field: 'input.idempotencyKey', message: `must have 1 to ${idempotencyKeyChars} characters` },
    ]);
  }
}

/** The payload of a mutation. `known` holds the customers by id, or is null when their ids are enough. */
export function answerOf(taken: IngestAnswer, known: ReadonlyMap<string, Customer> | null): Answer {
  if (taken.kind === 'key-reused') {
    const message = 'was used before for something else; nothing was done';
    return {
      results: [],
      replayed: false,
      userErrors: [userError('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey', message)],
    };
  }
  const { results, replayed } = taken;
  return {
    replayed,
    userErrors: results.flatMap(({ problem }, index) => (problem ? [located(problem, index)] : [])),
    results: results.map(({ source, recordId, customerId, outcome, warnings }, index) => ({
      ref: { source, recordId },
      customer: customerId === null ? null : known ? (known.get(customerId) ?? null) : { id: customerId },
      outcome,
      warnings: warnings.map((warning) => located(warning, index)),
    })),
  };
}

function located({ code, field, message }: RowProblem, index: number): UserError {
  return userError(knownCode(code), `records[${index}].${field}`, message);
}

/** Codes of the write path are plain text there; one that the catalogue does not have would be a defect. */
function knownCode(code: string): UserErrorCode {
  return Object.hasOwn(USER_ERROR_CODES, code) ? (code as UserErrorCode) : 'INVALID_INPUT';
}
