import { Option, type Command } from 'commander';
import { resolve } from 'node:path';
import { loadPolicy, PolicyError } from '../identity/policy/load-policy.js';
import type { Policy } from '../identity/policy/policy.types.js';
import type { Doors, PolicyDesk } from './doors.types.js';
import { runApply, type ApplyOptions } from './policy/run-apply.js';
import { runDiff } from './policy/run-diff.js';
import { describePolicy } from './policy/describe-policy.js';
import { CommandError, EXIT, type ExitCode, type Terminal } from './terminal.js';

const HELP = `
The graph keeps the policy that it is resolved by (docs/policy.md). To change it:
  1. write a file with another version and the figures that differ from the default policy
  2. huella policy diff FILE     whom it would merge and split; nothing is written
  3. huella policy apply FILE    puts it in force

Where: NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD, or the database that npm start runs.`;

const DIFF_HELP = `
Resolves every customer by the policy of the file and compares with the graph. The service may go on working.

Examples
  huella policy diff my-policy.yaml
  huella policy diff --json my-policy.yaml > diff.json

Exit code: 0 nobody would change, 2 somebody would, 1 failed.`;

const APPLY_HELP = `
From its first moment on, every write of every process decides by the new policy; the customers that nobody touches
follow page by page. Ctrl-C stops this process and not the policy: a running service goes on, and so does the same
command when it is given again. To go back, apply the former policy.

Examples
  huella policy apply --reason "phones are shared here" my-policy.yaml
  huella policy apply --dry-run --reason "only asking" my-policy.yaml

Exit code: 0 every customer follows, 1 refused, stopped or failed.`;

/** `huella policy show|diff|apply` */
export function addPolicy(program: Command, terminal: Terminal, doors: Doors, finish: (code: ExitCode) => void): void {
  const policy = program
    .command('policy')
    .summary('show, compare and change the rules')
    .description('The rules by which records become customers.')
    .addHelpText('after', HELP);
  const atDesk = async (work: (desk: PolicyDesk) => Promise<ExitCode>): Promise<void> => {
    const desk = await doors.openPolicies(terminal);
    try {
      finish(await work(desk));
    } finally {
      await desk.close();
    }
  };
  policy
    .command('show')
    .summary('the policy in force')
    .description('The policy in force, how far it has come, and its figures.')
    .action(() =>
      atDesk(async (desk) => {
        for (const line of describePolicy(await desk.progress())) terminal.out(line);
        return EXIT.ok;
      }),
    );
  policy
    .command('diff')
    .summary('whom another policy would change')
    .description('Says which customers another policy would merge and split.')
    .argument('<file>', 'policy file (YAML)')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', DIFF_HELP)
    .action((file: string, { json = false }: { json?: boolean }) => {
      const other = readPolicyFile(file, terminal);
      return atDesk((desk) => runDiff(other, desk, terminal, json));
    });
  policy
    .command('apply')
    .summary('put another policy in force')
    .description('Puts a policy in force and brings every customer along.')
    .argument('<file>', 'policy file (YAML)')
    .addOption(new Option('--reason <text>', 'why, for those who come later').makeOptionMandatory())
    .option('--dry-run', 'say whether it could be, and what it says otherwise')
    .addHelpText('after', APPLY_HELP)
    .action((file: string, options: ApplyOptions) => {
      const other = readPolicyFile(file, terminal);
      return atDesk((desk) => runApply(other, options, desk, terminal));
    });
}

function readPolicyFile(file: string, { cwd }: Terminal): Policy {
  try {
    return loadPolicy(resolve(cwd, file));
  } catch (error) {
    throw error instanceof PolicyError ? new CommandError(error.message) : error;
  }
}
