/**
 * The catalogue of codes that clients may rely on; `docs/errors.md` says the same to people, and a test compares both.
 */

/** `errors[].extensions.code`: the request as a whole could not be served. */
export const ERROR_CODES = {
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  OPERATION_RESOLUTION_FAILURE: 'The document holds several operations, or none of the name that was asked for.',
  BAD_USER_INPUT: 'A variable or an argument has the wrong form.',
  BAD_REQUEST: 'The HTTP request is not one that carries GraphQL.',
  LIMIT_EXCEEDED: 'The document is too deep or too large.',
  PAYLOAD_TOO_LARGE: 'The body is larger than a request may be.',
  UNSUPPORTED_MEDIA_TYPE: 'The body has another type, charset or encoding than the service reads.',
  UNKNOWN_BRAND: 'The header Huella-Brand names no brand that the caller may speak for.',
  FORBIDDEN_HOST: 'The service was asked by a name that is not its own.',
  NOT_FOUND: 'There is nothing at this address.',
  OTHER_RULES: 'The graph was written under other rules; this process does not write to it.',
  UNAVAILABLE: 'The graph cannot be reached; try again later.',
  CONFLICT: 'Other writers were in the way every time; try again.',
  TIMEOUT: 'The work took longer than it may.',
  INTERNAL_SERVER_ERROR: 'Something unexpected; the requestId finds it in the logs.',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** `userErrors[].code`: an expected refusal, which is data of a mutation's answer. */
export const USER_ERROR_CODES = {
  INVALID_INPUT: 'A field has a value of the wrong form.',
  LIMIT_EXCEEDED: 'A list is too long or a text too large.',
  UNKNOWN_TYPE: 'The policy knows no identifier of this type.',
  EMPTY_VALUE: 'The value is empty.',
  VALUE_TOO_LONG: 'The value is longer than an identifier may be.',
  CONTROL_CHARACTER: 'The value holds a control character.',
  INVALID_VALUE: 'The value is not one of its type.',
  INVALID_NAMESPACE: 'The namespace is missing, too long or not one of its type.',
  CHECK_DIGIT: 'The check digit does not fit.',
  COUNTRY_UNKNOWN: 'The value needs a country to be read, and none is known.',
  BAD_KEY: 'The key of a record is empty, too long or holds a character that it may not.',
  BAD_VERSION: 'The version is neither a whole number nor an instant, or not of the kind that the record had before.',
  INVALID_DATE: 'The date is not one of the form that is asked for, or no real day.',
  INVALID_ATTRIBUTE: 'The attribute has a name or a value that is not kept.',
  INTERACTION_CHANGED: 'An interaction of this id was recorded with other content.',
  FOREIGN_BRAND: 'The brand is not one that the caller may write for.',
  UNKNOWN_CUSTOMER: 'The id was never issued.',
  STALE_CUSTOMER: 'The customer of this id is gone: merged away, fallen apart or emptied.',
  UNKNOWN_RECORD: 'There is no such record, or it was deleted.',
  FOREIGN_RECORD: 'The record belongs to another customer.',
  ALL_RECORDS: 'Nobody would stay in the customer.',
  ALREADY_ONE: 'The customers are one already.',
  DIFFERENT_REALM: 'The customers belong to realms that never link.',
  SAME_SIDE: 'Two sides of a decision share a record or an identifier.',
  UNKNOWN_IDENTIFIER: 'No record holds the identifier, and none ever did.',
  NOT_HELD: 'The record does not hold the identifier.',
  NOT_BLOCKED: 'No decision blocks the identifier.',
  ALREADY_DECIDED: 'The same was decided before, or holds by rule.',
  UNKNOWN_DECISION: 'There is no such decision.',
  DECISION_OVER: 'The decision holds no more.',
  CONTRADICTS_DECISION: 'Another decision, which the message names, stands in the way.',
  UNKNOWN_EVENT: 'There is no such event.',
  NOT_REVERSIBLE: 'The event cannot be taken back by a decision.',
  LATER_EVENTS: 'The event cannot be taken back exactly, because of what came later.',
  INVALID_POLICY: 'The policy cannot be used; the message names each place and what is allowed there.',
  SAME_POLICY: 'The policy is in force already.',
  VERSION_TAKEN: 'The graph had a policy of this version with other figures.',
  OTHER_KEY_RULES: 'The policy would have identifiers read in another way; a graph keeps one.',
  POLICY_UNDER_WAY: 'Another policy is still being applied.',
  TOO_LARGE: 'More records are concerned than one request may resolve.',
  SOURCE_HELD:
    'The source or job is held: what the record adds is stored and joins nobody until a steward has decided.',
  ALREADY_HELD: 'The source or job is held already.',
  UNKNOWN_HOLD: 'There is no such hold.',
  HOLD_OVER: 'A steward has decided about the hold before.',
  UNKNOWN_BRAND: 'There is no such brand.',
  UNKNOWN_SOURCE: "The source is not declared, or is none of the caller's brand.",
  REALM_FIXED: 'The realm of what exists cannot change: keys of identifiers were made with it.',
  NOT_ALLOWED: 'The caller may not do this.',
  UNKNOWN_REVIEW_ITEM: 'There is no such review item.',
  STALE_REVIEW_ITEM: 'The review item was decided, or changed since it was read.',
  IDEMPOTENCY_KEY_REUSED: 'The idempotency key was used before for something else.',
} as const;

export type UserErrorCode = keyof typeof USER_ERROR_CODES;

/** Whether a code belongs to the catalogue of whole-request errors. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERROR_CODES, code);
}
