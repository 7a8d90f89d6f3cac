import type { Evidence } from '../../../src/identity/resolution/evidence.types.js';
import type { Policy } from '../../../src/identity/policy/policy.types.js';
import type { RecordKey } from '../../../src/kernel/ids.js';
import { readFacts } from './linkable.js';
import { resolveByTheBook } from './resolve-by-the-book.js';

/**
 * What splits a customer, found by taking everything away in turn: `KIND record identifier -> sizes of the parts`, sorted.
 * Knows nothing of graphs.
 */
export function bridgesByTheBook(evidence: Evidence, policy: Policy, members: readonly RecordKey[]): string[] {
  const held = readFacts(evidence, policy).joining.filter(({ record }) => members.includes(record.key));
  const answers = new Set<string>();
  const judge = (what: string, after: Evidence): void => {
    const sizes = resolveByTheBook(after, policy).groups.map(
      (keys) => keys.filter((key) => members.includes(key)).length,
    );
    const parts = sizes.filter((size) => size > 0).sort((a, b) => b - a);
    if (parts.length > 1) answers.add(`${what} -> ${parts.join(' ')}`);
  };
  for (const member of members) judge(`RECORD ${member}`, withoutRecord(evidence, member));
  for (const { record, attachment } of held) {
    const { identifier } = attachment;
    judge(`IDENTIFIER ${identifier}`, { ...evidence, blocked: new Set([...evidence.blocked, identifier]) });
    const records = evidence.records.map((each) =>
      each === record
        ? { ...each, attachments: each.attachments.filter((one) => one.identifier !== identifier) }
        : each,
    );
    judge(`ATTACHMENT ${record.key} ${identifier}`, { ...evidence, records });
  }
  return [...answers].sort();
}

/** A deleted record leaves ALWAYS decisions, and an ALWAYS ends when one of its sides names no record any more. */
function withoutRecord(evidence: Evidence, gone: RecordKey): Evidence {
  const decisions = evidence.decisions.flatMap((decision) => {
    if (decision.kind === 'NEVER') return [decision];
    const hadRecords = decision.sides.filter((side) => side.records.length > 0).length;
    const sides = decision.sides.map((side) => ({ ...side, records: side.records.filter((key) => key !== gone) }));
    const hasRecords = sides.filter((side) => side.records.length > 0).length;
    return hasRecords < hadRecords ? [] : [{ ...decision, sides }];
  });
  return { ...evidence, records: evidence.records.filter((record) => record.key !== gone), decisions };
}
