import { DEVELOPER } from '../auth/principal.js';
import { BrandsRepository } from '../brands/brands.repository.js';
import { BrandsService } from '../brands/brands.service.js';
import { GraphError } from '../graph/errors.js';
import { Graph } from '../graph/graph.js';
import { MigrationRefused } from '../graph/migration-files.js';
import { migrate } from '../graph/migrator.js';
import { IdentityService } from '../identity/identity.service.js';
import { OtherRulesError } from '../identity/policy/other-rules.js';
import { PolicyInForce } from '../identity/policy-in-force.js';
import { PoliciesService } from '../identity/rollout/policies.service.js';
import { RolloutService } from '../identity/rollout/rollout.service.js';
import { Refused } from '../identity/decisions/refused.js';
import { loadPolicy, PolicyError } from '../identity/policy/load-policy.js';
import type { Policy } from '../identity/policy/policy.types.js';
import { VerifyService, type Verification, type VerifyOptions } from '../identity/verify/verify.service.js';
import { IngestService, type RecordResult } from '../ingest/ingest.service.js';
import { IdentifiersService } from '../ingest/identifiers.service.js';
import type { InteractionRow } from '../interactions/interaction.types.js';
import { InteractionsRepository } from '../interactions/interactions.repository.js';
import { InteractionsService } from '../interactions/interactions.service.js';
import { findConnection } from './connection.js';
import type { Doors, PolicyDesk } from './doors.types.js';
import type { RecordWriter, Writer, WriteResult } from './load/writer.types.js';
import { CommandError, type Terminal } from './terminal.js';

/** Faults whose messages are made for people and hold no values. */
const TOLD = [CommandError, GraphError, MigrationRefused, OtherRulesError];

/** Runs `work`; a fault of the database becomes one line. */
async function told<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) throw new CommandError(`the policy is refused: ${error.refusal.message}`);
    if (error instanceof Error && TOLD.some((kind) => error instanceof kind)) throw new CommandError(error.message);
    throw error;
  }
}

/** What an empty graph is started with in this environment: HUELLA_POLICY, or the default policy. */
function policyOf({ env }: Terminal): Policy {
  try {
    return loadPolicy(env.HUELLA_POLICY || undefined);
  } catch (error) {
    throw error instanceof PolicyError ? new CommandError(`HUELLA_POLICY: ${error.message}`) : error;
  }
}

/** A graph with its schema in place; the caller closes it. */
async function openGraph(terminal: Terminal): Promise<Graph> {
  const graph = new Graph({ ...(await findConnection(terminal)), database: terminal.env.NEO4J_DATABASE || undefined });
  try {
    await told(() => migrate(graph));
    return graph;
  } catch (error) {
    await graph.close();
    throw error;
  }
}

function resultOf({ outcome, warnings, problem }: RecordResult): WriteResult {
  const isStopped = warnings.some((each) => each.code === 'SOURCE_HELD');
  const others = warnings.filter((each) => each.code !== 'SOURCE_HELD');
  return { outcome, problems: problem ? [problem] : others, isStopped };
}

async function openWriter(terminal: Terminal): Promise<RecordWriter> {
  const policy = policyOf(terminal);
  const graph = await openGraph(terminal);
  const { clock, newId } = terminal;
  const ingest = new IngestService(
    new IdentityService(graph, { policy, clock, newId }),
    new BrandsService(graph, new BrandsRepository(graph), clock),
  );
  return {
    write: async (records, options) => {
      const answer = await told(() => ingest.upsert(DEVELOPER, records, { ...options, alone: true }));
      return answer.kind === 'done' ? answer.results.map(resultOf) : [];
    },
    close: () => graph.close(),
  };
}

async function openInteractions(terminal: Terminal): Promise<Writer<InteractionRow>> {
  const policy = policyOf(terminal);
  const graph = await openGraph(terminal);
  const { clock, newId } = terminal;
  const identity = new IdentityService(graph, { policy, clock, newId });
  const repository = new InteractionsRepository(graph);
  const service = new InteractionsService(repository, new IdentifiersService(identity), identity, clock);
  return {
    write: async (rows, { dryRun }) => {
      const results = await told(() => service.record(DEVELOPER, rows, dryRun));
      return results.map(({ outcome, warnings, problem }) => ({ outcome, problems: problem ? [problem] : warnings }));
    },
    close: () => graph.close(),
  };
}

async function verify(terminal: Terminal, options: VerifyOptions): Promise<Verification> {
  const policy = policyOf(terminal);
  const graph = await openGraph(terminal);
  try {
    return await told(async () => {
      const inForce = await new PolicyInForce(graph, policy, terminal.clock).peek();
      if (inForce?.isMoving)
        throw new CommandError('a policy is being applied: verify when huella policy show says that it is done');
      return new VerifyService(graph, inForce?.policy ?? policy).verify(options);
    });
  } finally {
    await graph.close();
  }
}

async function openPolicies(terminal: Terminal): Promise<PolicyDesk> {
  const policy = policyOf(terminal);
  const graph = await openGraph(terminal);
  const rules = new PolicyInForce(graph, policy, terminal.clock);
  const policies = new PoliciesService(graph, rules, terminal);
  const rollout = new RolloutService(graph, rules, terminal);
  return {
    progress: () => told(() => rollout.progress()),
    step: () => told(() => rollout.step()),
    changes: (other) => told(() => policies.changes(other)),
    diff: (other, stretch) => told(() => policies.diff(other, stretch)),
    apply: (other, terms) => told(() => policies.apply(DEVELOPER, other, terms)),
    close: () => graph.close(),
  };
}

/** The doors to the service itself: the same classes as behind the API, in this process. */
export const serviceDoors: Doors = { openWriter, openInteractions, verify, openPolicies };
