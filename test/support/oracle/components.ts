import type { RecordKey } from '../../../src/kernel/ids.js';
import type { DecisionEvidence, Evidence, RecordEvidence } from '../../../src/identity/resolution/evidence.types.js';
import type { Policy } from '../../../src/identity/policy/policy.types.js';
import { beforeCounting, type Link, readFacts } from './linkable.js';

/**
 * The parts of evidence that resolution never looks at together: components over identifiers that link and over ALWAYS
 * decisions. Each part has what of the decisions concerns it, and knows as `generic` those identifiers whose attachments
 * it no longer sees all of; an identifier that links in one tenure and is generic in another keeps its records together.
 */
export function splitByComponent(evidence: Evidence, policy: Policy): Evidence[] {
  const uncounted = beforeCounting(evidence, policy);
  const linking = new Set(readFacts(evidence, policy).linkable.map((link) => link.attachment.identifier));
  const isLinking = (link: Link): boolean => linking.has(link.attachment.identifier);
  const generic = uncounted.filter((link) => !isLinking(link)).map((link) => link.attachment.identifier);
  return components(evidence, uncounted.filter(isLinking)).map((records) => ({
    records,
    decisions: evidence.decisions.flatMap((decision) => partOf(decision, records)),
    blocked: evidence.blocked,
    generic: new Set([...evidence.generic, ...generic]),
  }));
}

function components(evidence: Evidence, links: readonly Link[]): RecordEvidence[][] {
  const ties: RecordKey[][] = links.map((link) =>
    links.filter((other) => other.attachment.identifier === link.attachment.identifier).map((one) => one.record.key),
  );
  for (const { kind, sides } of evidence.decisions) {
    if (kind === 'ALWAYS') ties.push(sides.flatMap((side) => [...side.records]));
  }
  let parts = evidence.records.map((record) => [record]);
  for (const tie of ties) {
    const touched = parts.filter((part) => part.some((record) => tie.includes(record.key)));
    parts = [...parts.filter((part) => !touched.includes(part)), touched.flat()];
  }
  return parts.filter((part) => part.length > 0);
}

/** The decision with only what the part holds of its sides; [] when it holds nothing of it. */
function partOf(decision: DecisionEvidence, part: readonly RecordEvidence[]): DecisionEvidence[] {
  const keys = new Set(part.map((record) => record.key));
  const held = new Set(part.flatMap((record) => record.attachments.map((attachment) => attachment.identifier)));
  const sides = decision.sides.map((side) => ({
    records: side.records.filter((key) => keys.has(key)),
    identifiers: side.identifiers.filter((identifier) => held.has(identifier)),
  }));
  const concerned = sides.some((side) => side.records.length > 0 || side.identifiers.length > 0);
  return concerned ? [{ ...decision, sides }] : [];
}
