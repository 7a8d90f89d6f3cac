import { LIMITS } from '../../kernel/limits.js';
import type { FlatAttributes, Scalar } from './record.types.js';

/** A part of a record's attributes that cannot be kept. The message never repeats the value. */
export interface AttributeProblem {
  readonly code: 'INVALID_ATTRIBUTE' | 'CONTROL_CHARACTER';
  /** Dotted path. */
  readonly path: string;
  readonly message: string;
}

export interface Flattened {
  readonly attributes: FlatAttributes;
  /** Paths that were null or empty: a PATCH clears them. */
  readonly cleared: readonly string[];
  readonly problems: readonly AttributeProblem[];
}

const NAME = /^\p{L}[\p{L}\p{N}_-]{0,63}$/u;
const CONTROL = /\p{Cc}/u;

/**
 * Attributes as one level of dotted paths (`address.city`), which Neo4j can hold and a steward can read. Lists of
 * scalars of one kind stay lists; other lists are numbered (`phones.0.label`). What cannot be kept is named, and the
 * rest stays.
 */
export function flatten(attributes: Readonly<Record<string, unknown>>): Flattened {
  const walk = new Flattening();
  for (const [name, value] of Object.entries(attributes)) walk.visit(name, name, value, 1);
  return walk;
}

class Flattening implements Flattened {
  readonly attributes: Record<string, Scalar | readonly Scalar[]> = {};
  readonly cleared: string[] = [];
  readonly problems: AttributeProblem[] = [];

  visit(path: string, name: string, value: unknown, depth: number): void {
    if (!NAME.test(name) && !/^\d+$/.test(name)) {
      this.refuse(path, 'names are letters, digits, _ and -');
    } else if (value === null || value === undefined || value === '') {
      this.cleared.push(path);
    } else if (isScalar(value) || isList(value)) {
      this.keep(path, value);
    } else if (typeof value !== 'object' || depth >= LIMITS.attributesDepth) {
      this.refuse(
        path,
        `values are text, numbers, booleans, lists and objects of at most ${LIMITS.attributesDepth} levels`,
      );
    } else {
      const entries = Object.entries(value);
      if (entries.length === 0) this.cleared.push(path);
      for (const [inner, each] of entries) this.visit(`${path}.${inner}`, inner, each, depth + 1);
    }
  }

  private keep(path: string, value: Scalar | readonly Scalar[]): void {
    const texts = [value].flat().filter((each) => typeof each === 'string');
    if (texts.some((each) => CONTROL.test(each.replace(/[\t\n\r]/g, ' ')))) {
      this.problems.push({ code: 'CONTROL_CHARACTER', path, message: 'holds a control character' });
    } else {
      this.attributes[path] = value;
    }
  }

  private refuse(path: string, allowed: string): void {
    const known = path.split('.').filter((part) => NAME.test(part));
    this.problems.push({ code: 'INVALID_ATTRIBUTE', path: known.join('.'), message: `was left out: ${allowed}` });
  }
}

/** Attributes in their nested form again. */
export function unflatten(attributes: FlatAttributes): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(attributes)) {
    const parts = path.split('.');
    const last = parts.pop() ?? path;
    let place = root;
    for (const part of parts) {
      const inner = Object.hasOwn(place, part) ? place[part] : undefined;
      place = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : nest(place, part);
    }
    place[last] = value;
  }
  return listed(root) as Record<string, unknown>;
}

function nest(place: Record<string, unknown>, part: string): Record<string, unknown> {
  const inner: Record<string, unknown> = {};
  place[part] = inner;
  return inner;
}

/** Objects whose keys are 0, 1, 2 … become lists again. */
function listed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, listed(each)] as const);
  const isNumbered = entries.length > 0 && entries.every(([key], index) => key === String(index));
  return isNumbered ? entries.map(([, each]) => each) : Object.fromEntries(entries);
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'boolean' || isExact(value);
}

function isList(value: unknown): value is readonly Scalar[] {
  if (!Array.isArray(value) || value.length === 0) return false;
  return value.every((each) => isScalar(each) && typeof each === typeof value[0]);
}

/** A number that both JSON and the graph hold exactly: larger whole numbers belong in a text. */
function isExact(value: unknown): value is number {
  return (
    typeof value === 'number' && Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))
  );
}
