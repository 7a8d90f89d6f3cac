import { splitRecordKey, type IdentifierKey, type RecordKey } from '../../kernel/ids.js';
import { LIMITS } from '../../kernel/limits.js';
import type { Identifier } from '../graphql/identifier.types.js';
import type { CaseFile } from './case-file.js';
import type { Explanation, ExplanationLink, ExplanationReason, LinkEnd } from './explanation.types.js';
import { messageOf } from './reason-messages.js';
import { shortestChain, type ChainLink } from './shortest-chain.js';
import { whyNot, type WhyNotReason } from './why-not.js';

/** What joins two records or keeps them apart, with masked values only. */
export function explainPair(file: CaseFile, leftKey: RecordKey, rightKey: RecordKey): Explanation {
  const left = file.records.get(leftKey);
  const right = file.records.get(rightKey);
  const leftCustomerId = left?.customerId ?? null;
  const rightCustomerId = right?.customerId ?? null;
  const sameCustomer = leftCustomerId !== null && leftCustomerId === rightCustomerId;
  const head = {
    ...{ left: splitRecordKey(leftKey), right: splitRecordKey(rightKey), leftCustomerId, rightCustomerId },
    sameCustomer,
  };
  const noChain = { links: [], linkCount: 0 };
  if (!left || !right) return { ...head, ...noChain, reasons: unknownRecords(left, right) };
  if (!sameCustomer)
    return { ...head, ...noChain, reasons: whyNot(file, left, right).map((each) => shown(file, each)) };
  const chain = chainOf(file, leftKey, rightKey);
  const links = chain.slice(0, LIMITS.linksPerExplanation).map((each) => shownLink(file, each));
  return { ...head, links, linkCount: chain.length, reasons: [] };
}

/** Over identifiers that join all their records, if there is such a chain: a contested one joins only some. */
function chainOf(file: CaseFile, left: RecordKey, right: RecordKey): ChainLink[] {
  const isSure = (identifier: IdentifierKey): boolean => !file.identifiers.get(identifier)?.contested;
  const { evidence, links } = file;
  const ends = [left, right] as const;
  return shortestChain(evidence, links, ends, isSure) ?? shortestChain(evidence, links, ends, () => true) ?? [];
}

function shownLink(file: CaseFile, { left, identifier, decision, right }: ChainLink): ExplanationLink {
  return {
    left: endOf(file, left, identifier),
    identifier: identifier === null ? null : shownIdentifier(file, identifier),
    decisionId: decision,
    right: endOf(file, right, identifier),
  };
}

function endOf(file: CaseFile, record: RecordKey, identifier: IdentifierKey | null): LinkEnd {
  const held = file.records.get(record)?.attachments.find((each) => each.identifier === identifier);
  const date = (at: number | null | undefined): Date | null => (at === null || at === undefined ? null : new Date(at));
  return {
    record: splitRecordKey(record),
    capturedAt: date(held?.capturedAt),
    since: date(held?.since),
    until: date(held?.until),
  };
}

function shown(file: CaseFile, reason: WhyNotReason): ExplanationReason {
  const { code, direct, contestReasons, exceeded, decision } = reason;
  const identifier = reason.identifier === null ? null : shownIdentifier(file, reason.identifier);
  return {
    code,
    direct,
    contestReasons,
    decisionId: decision,
    identifier,
    message: messageOf(code, contestReasons, exceeded),
  };
}

function shownIdentifier(file: CaseFile, key: IdentifierKey): Identifier {
  const identifier = file.identifiers.get(key);
  if (!identifier) throw new Error('an explanation names an identifier that is not in its case file');
  return identifier;
}

function unknownRecords(left: unknown, right: unknown): ExplanationReason[] {
  const missing = [left ? [] : ['left'], right ? [] : ['right']].flat();
  return missing.map((side) => ({
    ...{ code: 'UNKNOWN_RECORD', identifier: null, direct: false, contestReasons: [], decisionId: null },
    message: `There is no record of the key given as ${side}, or it was deleted.`,
  }));
}
