/** One source record of a customer, as the golden record reads it. Times in epoch milliseconds. */
export interface Member {
  readonly key: string;
  readonly source: string;
  readonly recordId: string;
  /** When the source learned what the record says, or what its version says of that; null when it says neither. */
  readonly capturedAt: number | null;
  readonly receivedAt: number;
  /** As the source sent them, nested. */
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly identifiers: readonly MemberIdentifier[];
}

/** An identifier that a record holds; attachments that a steward detached are none. */
export interface MemberIdentifier {
  readonly type: string;
  readonly namespace: string;
  /** The identifier's own. It holds the value, so it is compared and never shown. */
  readonly key: string;
  /** Masked. */
  readonly display: string;
  readonly status: 'LINKABLE' | 'GENERIC' | 'BLOCKED';
  readonly contested: boolean;
  readonly capturedAt: number | null;
  readonly until: number | null;
}
