/** Marks a branch that the types rule out; reaching it is a defect. Never echoes the value, which may be personal. */
export function assertNever(_value: never, where: string): never {
  throw new Error(`unreachable branch in ${where}`);
}
