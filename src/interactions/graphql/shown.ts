import { badUserInput } from '../../graphql/api-error.js';
import { USER_ERROR_CODES, type UserErrorCode } from '../../graphql/error-codes.js';
import { userError, type UserError } from '../../graphql/user-error.js';
import { unflatten } from '../../identity/records/flat-attributes.js';
import type { FlatAttributes } from '../../identity/records/record.types.js';
import { splitRecordKey, type RecordKey } from '../../kernel/ids.js';
import { LIMITS } from '../../kernel/limits.js';
import type { Interaction, InteractionProblem, InteractionResult } from '../interaction.types.js';
import { subjectParts } from '../subject.js';
import type { FirstTouch } from './journey.types.js';
import type { Interaction as ShownInteraction } from './interaction.types.js';
import type { RecordInteractionsPayload } from './record-interactions.types.js';

/** An interaction as it is shown. Of an identifier it says the type: the key holds the value. */
export function shown(interaction: Interaction): ShownInteraction {
  const { subjectKey, occurredAt, receivedAt, context, ...rest } = interaction;
  const { kind, key } = subjectParts(subjectKey);
  return {
    ...rest,
    occurredAt: new Date(occurredAt),
    receivedAt: new Date(receivedAt),
    context: unflatten(context as FlatAttributes),
    record: kind === 'record' ? splitRecordKey(key as RecordKey) : null,
    identifierType: kind === 'identifier' ? (key.split('|')[1] ?? null) : null,
  };
}

/** How a customer was won, by the first interaction. */
export function firstTouchOf(interaction: Interaction): FirstTouch {
  const { channel, campaign, referrer, subjectKey } = interaction;
  const anonymous = subjectParts(subjectKey).kind === 'identifier';
  return { interaction: shown(interaction), channel, campaign, referrer, anonymous };
}

/** Refuses a request that is too large as a whole. Throws ApiError. */
export function refuseTooMany(interactions: readonly unknown[]): void {
  const most = LIMITS.interactionsPerMutation;
  if (interactions.length <= most) return;
  const message = `holds ${interactions.length} interactions; at most ${most} are allowed in one mutation`;
  throw badUserInput([{ field: 'input.interactions', message }]);
}

/** The payload of the mutation. */
export function payloadOf(results: readonly InteractionResult[]): RecordInteractionsPayload {
  return {
    userErrors: results.flatMap(({ problem }, index) => (problem ? [located(problem, index)] : [])),
    results: results.map(({ source, interactionId, outcome, warnings }, index) => {
      return { source, interactionId, outcome, warnings: warnings.map((warning) => located(warning, index)) };
    }),
  };
}

function located({ code, field, message }: InteractionProblem, index: number): UserError {
  const known = Object.hasOwn(USER_ERROR_CODES, code) ? (code as UserErrorCode) : 'INVALID_INPUT';
  return userError(known, `interactions[${index}].${field}`, message);
}
