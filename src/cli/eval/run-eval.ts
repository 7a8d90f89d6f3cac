import { resolve } from 'node:path';
import { agreementReport, label, type AgreementReport } from '../../evaluation/report.js';
import type { Truth } from '../../evaluation/truth.js';
import { DEFAULT_POLICY } from '../../identity/policy/default-policy.js';
import { loadPolicy, PolicyError } from '../../identity/policy/load-policy.js';
import type { Policy } from '../../identity/policy/policy.types.js';
import { readMapping } from '../read-mapping.js';
import { CommandError, type Terminal } from '../terminal.js';
import { writePredictions } from './predictions.js';
import { readRecords, type RecordsRead } from './read-records.js';
import { readTruthFile } from './read-truth-file.js';
import { resolveInMemory, type ResolvedInMemory } from './resolve-in-memory.js';

export interface EvalOptions {
  readonly records: readonly string[];
  readonly truth: string;
  readonly mapping?: string;
  readonly policy?: string;
  readonly out?: string;
}

/** What `huella eval` prints. Figures are rounded to six digits. */
interface EvalReport extends AgreementReport {
  readonly policy: string;
  readonly records: number;
  /** Records that the truth says something about; the figures are theirs. */
  readonly labelled: number;
  readonly customers: number;
  readonly contested: number;
  readonly rejected: number;
  readonly warnings: number;
}

/** Measures the records under the chosen policy, and under the default one beside it, and prints both as JSON. */
export async function runEval(options: EvalOptions, terminal: Terminal): Promise<void> {
  const { cwd } = terminal;
  const mapping = options.mapping ? await readMapping(options.mapping, cwd) : null;
  const policy = options.policy ? readPolicyFile(options.policy, cwd) : DEFAULT_POLICY;
  const truth = await readTruthFile(options.truth, mapping, cwd);
  const read = await readRecords(options.records, mapping, cwd);
  const resolved = resolveInMemory(read.records, policy);
  if (options.out) await writePredictions(resolve(cwd, options.out), resolved.resolution.groups);
  const report = reportOf(read, resolved, truth, policy);
  const beside = options.policy && {
    default: reportOf(read, resolveInMemory(read.records, DEFAULT_POLICY), truth, DEFAULT_POLICY),
  };
  terminal.out(JSON.stringify({ ...report, ...beside }, rounded, 2));
}

function readPolicyFile(path: string, cwd: string): Policy {
  try {
    return loadPolicy(resolve(cwd, path));
  } catch (error) {
    throw error instanceof PolicyError ? new CommandError(error.message) : error;
  }
}

function reportOf(read: RecordsRead, resolved: ResolvedInMemory, truth: Truth, policy: Policy): EvalReport {
  const { groups, contested } = resolved.resolution;
  const labelled = label(groups, truth);
  if (labelled.length === 0) {
    throw new CommandError('the truth names none of these records; do its sources and record ids match theirs?');
  }
  return {
    policy: policy.version,
    records: groups.reduce((sum, group) => sum + group.length, 0),
    labelled: labelled.length,
    customers: groups.length,
    contested: contested.length,
    rejected: read.rejected + resolved.rejected,
    warnings: read.warnings + resolved.warnings,
    ...agreementReport(labelled),
  };
}

function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toFixed(6)) : value;
}
