/** Union-find over string keys. */
export interface DisjointSets {
  find(key: string): string;
  union(a: string, b: string): void;
}

export function createDisjointSets(): DisjointSets {
  const parent = new Map<string, string>();
  const find = (key: string): string => {
    let root = key;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    for (let at = key; at !== root;) {
      const up = parent.get(at) ?? root;
      parent.set(at, root);
      at = up;
    }
    if (!parent.has(root)) parent.set(root, root);
    return root;
  };
  return {
    find,
    union(a, b) {
      const [x, y] = [find(a), find(b)];
      // The smaller key stays on top, so that the result does not depend on the order of the unions.
      if (x < y) parent.set(y, x);
      else if (y < x) parent.set(x, y);
    },
  };
}
