/** Disjoint sets of strings; near-constant time an operation. */
export class UnionFind {
  readonly #parent = new Map<string, string>();
  readonly #size = new Map<string, number>();

  /** Makes sure that the element is in some set. */
  add(element: string): void {
    if (this.#parent.has(element)) return;
    this.#parent.set(element, element);
    this.#size.set(element, 1);
  }

  /** Representative of the element's set. */
  find(element: string): string {
    let root = element;
    for (let up = this.#parent.get(root); up !== undefined && up !== root; up = this.#parent.get(root)) root = up;
    for (let at = element; at !== root;) {
      const next = this.#parent.get(at) ?? root;
      this.#parent.set(at, root);
      at = next;
    }
    return root;
  }

  /** Makes one set of the sets of both. */
  union(a: string, b: string): void {
    this.add(a);
    this.add(b);
    const [left, right] = [this.find(a), this.find(b)];
    if (left === right) return;
    const [small, large] = this.sizeOf(left) < this.sizeOf(right) ? [left, right] : [right, left];
    this.#parent.set(small, large);
    this.#size.set(large, this.sizeOf(left) + this.sizeOf(right));
  }

  private sizeOf(root: string): number {
    return this.#size.get(root) ?? 1;
  }
}
