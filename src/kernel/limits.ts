/**
 * Every limit of the service, with its reason. Policy limits (capacity, maxRecords, componentMax) are policy data and
 * live in `identity/policy`.
 */
export const LIMITS = {
  /** Records in one mutation: a GraphQL body of this size parses in a few milliseconds (design/api.md). */
  recordsPerMutation: 250,
  /** Characters of an idempotency key: a UUID has 36, a name with a UUID fits; the key is indexed. */
  idempotencyKeyChars: 200,
  /** Records in one transaction of the bulk path: larger ones gain nothing and hold locks for longer. */
  recordsPerTransaction: 2_000,
  /** Shared transactions of small upserts at the same time: one commits while the next one reads. */
  sharedTransactions: 2,
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
  /** Bytes of one line of a file: the largest record that the other limits allow fits three times. */
  lineBytes: 524_288,
  /** Depth of nesting in a record's attributes. */
  attributesDepth: 4,
  /** Brands or sources in one declaration, and characters of their names: people write them. */
  inventoryPerMutation: 100,
  inventoryTextChars: 200,
  /** Attributes and identifier types that a source is expected to fill. */
  fieldsPerSource: 200,
  /** The longest expectation of something new: ten years. */
  freshnessHoursMax: 87_600,
  /** How long a process believes the brands and sources that it has read; it is how late a change is felt elsewhere. */
  inventoryAgeSeconds: 5,
  /** Records of a customer that are looked at for a caption in a brand's view; the first ones by key. */
  recordsPerCaption: 50,
  /** Words by which one record may be found, and characters of a text or value that gives some: longer ones are notes. */
  searchWordsPerRecord: 200,
  searchableChars: 120,
  /** Characters and terms of what somebody searches for. */
  searchChars: 200,
  termsPerSearch: 10,
  /** Records that one search looks at, the best first: people refine a search rather than turn ten pages. */
  recordsPerSearch: 1_000,
  /** Records of one customer that are read to see whether they hold every term together. */
  recordsPerCandidate: 50,
  /** Characters of one text of an address: a whole address with its landmarks on one line fits twice. */
  addressFieldChars: 500,
  /** Texts of one address that are read; a form has about twenty fields. */
  addressTexts: 60,
  /** Interactions in one mutation, each a fraction of a record's size. */
  interactionsPerMutation: 250,
  /** Bytes of an interaction's context as JSON: it is read page by page, a hundred at a time. */
  contextBytes: 8_192,
  /** Items of one interaction: a large supermarket basket. */
  itemsPerInteraction: 200,
  /** Characters of a campaign's and a category's name, and of a referrer (an address without its query). */
  campaignChars: 200,
  categoryChars: 200,
  referrerChars: 1_000,
  /** How far ahead an interaction may lie: clocks and time zones of sources go wrong by hours. */
  clockAheadSeconds: 86_400,
  /** Records and identifiers whose interactions make up one customer's timeline; people have a few dozen. */
  subjectsPerTimeline: 2_000,
  /** Types, channels or brands that one question about interactions may name. */
  interactionFilterValues: 20,
  /** Interactions that a filtered page looks at, over all ranges: a rare kind among 100,000 costs pages, not seconds. */
  interactionsPerLook: 5_000,
  /** Page size of every connection. */
  pageSizeMax: 100,
  /** Customers that one identifier may answer. */
  holdersPerIdentifier: 20,
  /** Identifiers in one `resolve` question. */
  identifiersPerQuestion: 50,
  /** Records that an explanation looks at: two customers of the largest size that the default policy walks. */
  recordsPerExplanation: 20_000,
  /** Shared identifiers that `whyNot` goes through; people read the first few. */
  reasonsPerExplanation: 50,
  /** Links of a chain that `explain` shows; a person follows a dozen, and a chain may have thousands. */
  linksPerExplanation: 100,
  /** Bridges that one answer names, the most damaging first; people read the first few. */
  bridgesPerAnswer: 50,
  /** Parts of which a bridge says the size, the largest first: the rest of a star are single records. */
  partsPerBridge: 20,
  /**
   * Records resolved again, all trials together, to judge what a customer's loss of something would do: enough for every
   * loss of a customer of 100 records. About half a second of work, in steps that let others run.
   */
  bridgeTrialRecords: 30_000,
  /**
   * Records that a golden record is made of: twenty times what one person has. A page of 100 customers is one statement, so this also
   * bounds its rows. Above it the most trusted sources are read, then the newest records.
   */
  recordsPerProfile: 200,
  /** Records of a golden record that is made without letting others run before: about 10 milliseconds of work. */
  recordsAtOnce: 20,
  /** Values of one attribute that a golden record names beside the one that survived; people read the first few. */
  alternativesPerValue: 20,
  /** Single attributes of one golden record; the fields of a CRM fit several times. */
  attributesPerProfile: 200,
  /** Distinct persons a customer carries for the fast path; above it the slow path decides (design/resolution.md). */
  personsPerCustomer: 32,
  /** Tries of one write after deadlocks and uniqueness races: eight writers over sixty people needed up to twenty. */
  writeAttempts: 60,
  /** Pause before such a retry: long enough for the other writer to commit, short enough not to be felt. */
  retryPauseMinMilliseconds: 5,
  retryPauseMaxMilliseconds: 50,
  /** How many times longer the pause may become when one write fails again and again. */
  retryPauseGrowthMax: 8,
  /** Attempts when a connection breaks: a restarted database leaves stale connections in the pool. */
  connectionAttempts: 3,
  /** After so long without reaching the database another attempt only makes the caller wait. Waiting for locks does not count. */
  reconnectSeconds: 5,
  /** Time to open a connection, and to wait for a free one of the pool. */
  connectSeconds: 5,
  acquireSeconds: 5,
  /** Connections to the database; Neo4j's own default is 400 worker threads for all its clients. */
  connectionPool: 100,
  /** Time that one transaction may take before the database stops it. A batch of the bulk path takes about half a second. */
  readSeconds: 30,
  writeSeconds: 60,
  /** How much later than the database the service gives up by itself: a database that hangs answers nothing. */
  answerGraceSeconds: 3,
  /** Time that another process may hold the migration lock. */
  migrationSeconds: 600,
  /**
   * Rows that the database sends in one go: one round trip for nearly every statement. What has arrived is unpacked without
   * a turn for others; of the largest rows that statements read by the thousand this is about half a megabyte.
   */
  rowsPerFetch: 150,
  /** Nodes drawn by `identityGraph` unless told otherwise, and at the most. */
  graphNodesDefault: 200,
  graphNodesMax: 2_000,
  /** Those that one statement writes: packing them takes about a millisecond. */
  namesPerStatement: 500,
  /** Records and identifiers that one decision may name: those of the largest component that a request may walk by default. */
  namesPerDecision: 50_000,
  /** Moments at which stewards may cut one identifier's time: a phone number is given to somebody else every few years. */
  cutsPerIdentifier: 20,
  /** Later events that a refusal looks at. */
  eventsNamed: 10,
  /** Characters of the reason of a decision. */
  reasonChars: 500,
  /** Decisions whose time is over, ended in one sweep. */
  expiriesPerSweep: 100,
  /** Seconds between two looks for decisions whose time is over. */
  sweepSeconds: 30,
  /** Seconds between two looks at the policy in force; a write finds out by itself at once. */
  policyLookSeconds: 10,
  /** Customers whose components the walk of a new policy reads together, and locks together when they change. */
  customersPerLook: 200,
  /** Customers that one `policyDiff` looks at unless told otherwise, and at the most: a few seconds. */
  customersPerDiff: 2_000,
  customersPerDiffMax: 10_000,
  /** Customers on which `simulate` tries a policy unless told otherwise, and at the most: they are locked while it does. */
  customersPerTrial: 50,
  customersPerTrialMax: 200,
  /** Changed customers that one `policyDiff` names. */
  customersNamed: 20,
  /** Records and identifiers shown of one side of a decision. */
  namesShown: 100,
  /** Transactions that the change feed looks at in one statement. */
  transactionsPerLook: 200,
  /** Customers shown with a review item, and told apart or merged by its choices. */
  customersPerReview: 20,
  /** Records that a background job resolves together: ten times what a request may walk by default. */
  recordsPerSettlement: 100_000,
  /** Customers settled in one sweep, and how long one of these transactions may take. */
  settlementsPerSweep: 10,
  settleSeconds: 300,
  /** Records that a released or rejected hold lets go in one transaction: writers wait for a few of them at the most. */
  recordsPerHoldStep: 200,
  /** Held records with which a release is tried, to say what it would do. */
  recordsPerReleaseTrial: 500,
  /** Seconds between two looks for holds that a steward decided about. */
  holdLookSeconds: 2,
  /** Steps of windows forgotten in one transaction, seconds between two such looks, and after how many windows: one more. */
  flowsPerSweep: 10_000,
  flowSweepSeconds: 600,
  flowWindows: 2,
  /** Identifiers and decisions that an event names as its cause: more than these nobody reads. */
  causesPerEvent: 10,
  /** Bytes of a request, after decompression: 250 records with 16 KB each. Larger loads belong to the bulk path. */
  requestBytes: 4_194_304,
  /** Tokens of a GraphQL document; parsing and validation of overlapping fields grow faster than the text does. */
  queryTokens: 2_000,
  /** Depth of a query's fields; the deepest useful question about a customer needs 8. */
  queryDepth: 12,
  /** Depth of an introspection query: the standard one asks for nine layers of `ofType`. */
  introspectionDepth: 16,
  /** Aliases in a query, fragments spread out. */
  queryAliases: 50,
  /** Fields in a query, fragments spread out: a few fragments that spread each other twice would ask for millions. */
  queryFields: 2_000,
  /** Depth and parts of a JSON value; what a record's attributes may be is stricter and concerns only that record. */
  jsonDepth: 16,
  jsonParts: 20_000,
  /** Characters of a request id that a caller sends along. */
  requestIdChars: 64,
  /** Characters of one field of a log line. */
  logFieldChars: 200,
  /** Time for requests in flight to end after SIGTERM. */
  shutdownSeconds: 10,
  /** Pause between attempts to reach a database that was absent at the start. */
  migrateAgainSeconds: 2,
  /** What a caller is told to wait while the database is away. */
  retryAfterSeconds: 5,
  /** How long the answer of `/health/ready` may be reused, so that probes cannot load the database. */
  readinessAgeSeconds: 1,
} as const;
