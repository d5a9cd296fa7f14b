/** The order found, and the groups that need one another in a circle (strongly connected, more than one member or a self edge). */
export interface Sorted {
  readonly order: readonly string[];
  readonly cycles: readonly (readonly string[])[];
}

/**
 * Sorts names so that each comes after those it needs; ties keep the order of `names`, so the result is deterministic.
 * Members of a cycle stand together, in the order of `names`. Names that are needed but not listed are ignored.
 */
export function topologicalSort(names: readonly string[], needs: (name: string) => Iterable<string>): Sorted {
  const known = new Set(names);
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const onStack = new Set<string>();
  const stack: string[] = [];
  const order: string[] = [];
  const cycles: string[][] = [];
  const position = new Map(names.map((name, at) => [name, at]));

  // Tarjan's algorithm with an explicit stack: components leave in dependency order, and deep chains cannot overflow.
  for (const root of names) {
    if (index.has(root)) continue;
    const frames: { name: string; edges: Iterator<string>; selfNeeded: boolean }[] = [];
    const enter = (name: string) => {
      index.set(name, index.size);
      low.set(name, index.get(name)!);
      stack.push(name);
      onStack.add(name);
      frames.push({ name, edges: [...needs(name)].filter((need) => known.has(need))[Symbol.iterator](), selfNeeded: false });
    };
    enter(root);
    while (frames.length) {
      const frame = frames[frames.length - 1]!;
      const next = frame.edges.next();
      if (!next.done) {
        const need = next.value;
        if (need === frame.name) frame.selfNeeded = true;
        if (!index.has(need)) enter(need);
        else if (onStack.has(need)) low.set(frame.name, Math.min(low.get(frame.name)!, index.get(need)!));
        continue;
      }
      frames.pop();
      const parent = frames[frames.length - 1];
      if (parent) low.set(parent.name, Math.min(low.get(parent.name)!, low.get(frame.name)!));
      if (low.get(frame.name) !== index.get(frame.name)) continue;
      const members: string[] = [];
      let member: string;
      do {
        member = stack.pop()!;
        onStack.delete(member);
        members.push(member);
      } while (member !== frame.name);
      members.sort((a, b) => position.get(a)! - position.get(b)!);
      order.push(...members);
      if (members.length > 1 || frame.selfNeeded) cycles.push(members);
    }
  }
  return { order, cycles };
}
