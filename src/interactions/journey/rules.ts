/** Where customers stand, as rules over the types of their interactions. Data: another shop may count otherwise. */
export interface JourneyRules {
  /** Types that are purchases, and those that take them back. */
  readonly purchases: readonly string[];
  readonly returns: readonly string[];
  /** Types that show an interest in buying. */
  readonly interests: readonly string[];
  /** Types that foretell that the customer leaves. */
  readonly churnSignals: readonly string[];
  /** Other types by which a customer shows that they are there. A mail that was sent shows nothing. */
  readonly signsOfLife: readonly string[];
  /** Purchases from which a buyer is a repeat buyer. */
  readonly repeatFrom: number;
  /** Days without any of these types after which a lead or buyer is dormant. */
  readonly dormantAfterDays: number;
  /** Days for which a churn signal counts, unless a purchase follows it. */
  readonly churnSignalDays: number;
}

/** What holds unless told otherwise; the figures are usual in retail, where customers buy several times a year. */
export const DEFAULT_JOURNEY_RULES: JourneyRules = {
  purchases: ['PURCHASE'],
  returns: ['RETURN'],
  interests: ['NEWSLETTER_SIGNUP', 'FORM_SUBMITTED', 'FORM_ABANDONED', 'CART_ABANDONED', 'QUOTE_REQUESTED'],
  churnSignals: ['CHURN_SIGNAL', 'CANCELLATION_TERMS_READ', 'CANCELLATION_REQUESTED'],
  signsOfLife: ['VISIT', 'EMAIL_OPEN', 'EMAIL_CLICK', 'CALL', 'INCIDENT'],
  repeatFrom: 2,
  dormantAfterDays: 365,
  churnSignalDays: 90,
};

/** Every type that the rules look at, each once. */
export function typesOf(rules: JourneyRules): string[] {
  const { purchases, returns, interests, churnSignals, signsOfLife } = rules;
  return [...new Set([...purchases, ...returns, ...interests, ...churnSignals, ...signsOfLife])];
}
