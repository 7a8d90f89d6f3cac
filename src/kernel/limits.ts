/**
 * Every limit of the service, with its reason. Policy limits (capacity, maxRecords, componentMax) are policy data and
 * live in `identity/policy`.
 */
export const LIMITS = {
  /** Records in one mutation: a GraphQL body of this size parses in a few milliseconds (design/api.md). */
  recordsPerMutation: 250,
  /** Records in one transaction of the bulk path: larger ones gain nothing and hold locks for longer. */
  recordsPerTransaction: 2_000,
  /** Identifiers on one record; real people have a dozen, a record with more is a defect of its source. */
  identifiersPerRecord: 100,
  /** Characters of a source name or a record id. */
  recordKeyChars: 256,
  /** Characters of one identifier's raw value: the longest legal e-mail address has 254, URLs of profiles more. */
  identifierChars: 512,
  /** Characters of a namespace (an issuer URL is the longest). */
  namespaceChars: 256,
  /** Bytes of a record's attributes as JSON. */
  attributesBytes: 32_768,
  /** Depth of nesting in a record's attributes. */
  attributesDepth: 4,
  /** Page size of every connection. */
  pageSizeMax: 100,
  /** Customers that one identifier may answer. */
  holdersPerIdentifier: 20,
  /** Identifiers in one `resolve` question. */
  identifiersPerQuestion: 50,
  /** Distinct persons a customer carries for the fast path; above it the slow path decides (design/resolution.md). */
  personsPerCustomer: 32,
  /** Retries of one write after a deadlock or a uniqueness race. */
  writeAttempts: 12,
  /** Nodes drawn by `identityGraph` unless told otherwise, and at the most. */
  graphNodesDefault: 200,
  graphNodesMax: 2_000,
} as const;
