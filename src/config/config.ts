/** Everything that the environment decides, read once at the start. */
export interface Config {
  readonly environment: 'development' | 'test' | 'production';
  readonly neo4j: {
    readonly uri: string;
    readonly user: string;
    readonly password: string;
    /** Undefined: the user's home database. */
    readonly database: string | undefined;
  };
  readonly http: {
    readonly host: string;
    /** 0 takes any free port. */
    readonly port: number;
    /** Only names of the loopback are taken in `Host`: without keys nobody else may ask. */
    readonly loopbackOnly: boolean;
  };
  readonly logLevel: LogLevel;
  /** File of the resolution policy; undefined for the built-in default. */
  readonly policyFile: string | undefined;
  /** File of the survivorship policy; undefined for the built-in default. */
  readonly survivorshipFile: string | undefined;
}

export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const ENVIRONMENTS = ['development', 'test', 'production'] as const;
const NEO4J_URI = /^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^\s/@]+$/;
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Environment variables that were not understood. The message names each with what is allowed, never its value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly safeToLog = true;

  constructor(readonly problems: readonly string[]) {
    super(`the environment is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

/** Reads the configuration from `environment` (usually `process.env`). Throws ConfigError with all problems at once. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const read = new Reader(environment);
  const host = read.text('HOST', '127.0.0.1');
  const behindLoopback = read.oneOf('HUELLA_BEHIND_LOOPBACK', ['true', 'false'] as const, 'false') === 'true';
  const config: Config = {
    environment: read.oneOf('NODE_ENV', ENVIRONMENTS, 'development'),
    neo4j: {
      uri: read.matching(
        'NEO4J_URI',
        NEO4J_URI,
        'bolt://host:port or neo4j://host:port, without credentials',
        'bolt://127.0.0.1:7687',
      ),
      user: read.text('NEO4J_USER', 'neo4j'),
      password: read.required('NEO4J_PASSWORD', 'the password of NEO4J_USER'),
      database: read.optional('NEO4J_DATABASE'),
    },
    http: { host, port: read.integer('PORT', 0, 65_535, 3_000), loopbackOnly: true },
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    policyFile: read.optional('HUELLA_POLICY'),
    survivorshipFile: read.optional('HUELLA_SURVIVORSHIP'),
  };
  if (!LOOPBACK.has(host) && !behindLoopback) {
    read.problem(
      'HOST',
      'must be 127.0.0.1, ::1 or localhost: the service has no keys yet, so everybody who reaches it may do everything. In a container whose port is published on the loopback only, set HUELLA_BEHIND_LOOPBACK=true',
    );
  }
  return freeze(read.complete(config));
}

/** Reads variables and gathers what is wrong with them. An empty variable counts as absent. */
class Reader {
  private readonly problems: string[] = [];

  constructor(private readonly environment: Readonly<Record<string, string | undefined>>) {}

  problem(name: string, text: string): void {
    this.problems.push(`${name} ${text}`);
  }

  optional(name: string): string | undefined {
    return this.environment[name] || undefined;
  }

  text(name: string, fallback: string): string {
    return this.optional(name) ?? fallback;
  }

  required(name: string, what: string): string {
    const value = this.optional(name);
    if (value === undefined) this.problem(name, `is missing: ${what}`);
    return value ?? '';
  }

  matching(name: string, form: RegExp, allowed: string, fallback: string): string {
    const value = this.text(name, fallback);
    if (!form.test(value)) this.problem(name, `must be ${allowed}`);
    return value;
  }

  oneOf<Value extends string>(name: string, allowed: readonly Value[], fallback: Value): Value {
    const value = this.text(name, fallback);
    const found = allowed.find((one) => one === value);
    if (found === undefined) this.problem(name, `must be one of ${allowed.join(', ')}`);
    return found ?? fallback;
  }

  integer(name: string, min: number, max: number, fallback: number): number {
    const value = this.text(name, String(fallback));
    const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
    if (!(number >= min && number <= max)) this.problem(name, `must be a whole number from ${min} to ${max}`);
    return number;
  }

  complete<Result>(result: Result): Result {
    if (this.problems.length > 0) throw new ConfigError(this.problems);
    return result;
  }
}

function freeze(config: Config): Config {
  Object.freeze(config.neo4j);
  Object.freeze(config.http);
  return Object.freeze(config);
}
