import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/**
 * Names of the fields that a query asks for below the current field, at `path`: `selectedFields(info, ['results',
 * 'customer'])`. Fragments are followed. Lets a resolver leave out a statement that nobody needs.
 */
export function selectedFields(info: GraphQLResolveInfo, path: readonly string[]): ReadonlySet<string> {
  const roots = info.fieldNodes.flatMap((node) => node.selectionSet ?? []);
  const sets = path.reduce<SelectionSetNode[]>(
    (above, name) =>
      above.flatMap((set) => fieldsOf(set, info).flatMap((field) => (field.name === name ? (field.below ?? []) : []))),
    roots,
  );
  return new Set(sets.flatMap((set) => fieldsOf(set, info).map((field) => field.name)));
}

interface SelectedField {
  readonly name: string;
  readonly below: SelectionSetNode | undefined;
}

/** Fields of a selection set with its fragments spread out; validation has refused circles before. */
function fieldsOf(set: SelectionSetNode, info: GraphQLResolveInfo): SelectedField[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [{ name: selection.name.value, below: selection.selectionSet }];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet, info);
    const fragment = info.fragments[selection.name.value];
    return fragment ? fieldsOf(fragment.selectionSet, info) : [];
  });
}
