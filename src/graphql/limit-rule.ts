import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { LIMITS } from '../kernel/limits.js';

/** What an operation asks for, with its fragments spread out. */
interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
}

const NOTHING: Size = { depth: 0, aliases: 0, fields: 0 };

/**
 * Validation rule: refuses an operation that is too deep, has too many aliases or asks for too many fields. Fragments count
 * as often as they are spread, but each is measured once, so the rule is as fast as the document is short.
 */
export function limitRule(context: ValidationContext): ASTVisitor {
  const measure = new Measure((name) => context.getFragment(name) ?? undefined);
  return {
    OperationDefinition(operation) {
      const introspects = operation.selectionSet.selections.every(
        (selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'),
      );
      const { depth, aliases, fields } = measure.selectionSet(operation.selectionSet);
      const depthMax = introspects ? LIMITS.introspectionDepth : LIMITS.queryDepth;
      report(context, 'depth', depth, depthMax, 'levels deep');
      report(context, 'aliases', aliases, LIMITS.queryAliases, 'aliases');
      report(context, 'fields', fields, LIMITS.queryFields, 'fields');
    },
  };
}

function report(context: ValidationContext, limit: string, size: number, max: number, what: string): void {
  if (size <= max) return;
  const message = `The operation has more than ${max} ${what}.`;
  context.reportError(new GraphQLError(message, { extensions: { limit } }));
}

class Measure {
  /** Null while a fragment is being measured: it spreads itself, which another rule refuses. */
  private readonly fragments = new Map<string, Size | null>();

  constructor(private readonly find: (name: string) => FragmentDefinitionNode | undefined) {}

  selectionSet({ selections }: SelectionSetNode): Size {
    let total = NOTHING;
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) total = sum(total, this.fragment(selection.name.value));
      else if (selection.kind === Kind.INLINE_FRAGMENT) total = sum(total, this.selectionSet(selection.selectionSet));
      else {
        const below = selection.selectionSet ? this.selectionSet(selection.selectionSet) : NOTHING;
        const aliases = below.aliases + (selection.alias ? 1 : 0);
        total = sum(total, { depth: below.depth + 1, aliases, fields: below.fields + 1 });
      }
    }
    return total;
  }

  private fragment(name: string): Size {
    const known = this.fragments.get(name);
    if (known !== undefined) return known ?? NOTHING;
    this.fragments.set(name, null);
    const definition = this.find(name);
    const size = definition ? this.selectionSet(definition.selectionSet) : NOTHING;
    this.fragments.set(name, size);
    return size;
  }
}

/** Side by side: the deeper depth, all the aliases, all the fields. */
function sum(a: Size, b: Size): Size {
  return { depth: Math.max(a.depth, b.depth), aliases: a.aliases + b.aliases, fields: a.fields + b.fields };
}
