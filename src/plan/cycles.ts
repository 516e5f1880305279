/** Members of every cycle of a directed graph: nodes that can reach themselves through another node. Tarjan's algorithm, without recursion. */
export function membersOfCycles(edges: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const members = new Set<string>();
  for (const root of edges.keys()) {
    if (index.has(root)) continue;
    const work: { node: string; next: number }[] = [{ node: root, next: 0 }];
    while (work.length > 0) {
      const frame = work.at(-1);
      if (frame === undefined) break;
      const { node } = frame;
      if (frame.next === 0) {
        index.set(node, index.size);
        low.set(node, index.size - 1);
        stack.push(node);
        onStack.add(node);
      }
      const target = edges.get(node)?.[frame.next];
      frame.next++;
      if (target !== undefined) {
        if (!index.has(target)) work.push({ node: target, next: 0 });
        else if (onStack.has(target)) lower(low, node, index.get(target));
        continue;
      }
      work.pop();
      const parent = work.at(-1);
      if (parent !== undefined) lower(low, parent.node, low.get(node));
      if (low.get(node) === index.get(node)) closeComponent(stack, onStack, node, members);
    }
  }
  return members;
}

function lower(low: Map<string, number>, node: string, value: number | undefined): void {
  const current = low.get(node);
  if (value !== undefined && (current === undefined || value < current)) low.set(node, value);
}

function closeComponent(stack: string[], onStack: Set<string>, root: string, members: Set<string>): void {
  const component = stack.splice(stack.lastIndexOf(root));
  for (const node of component) {
    onStack.delete(node);
    if (component.length > 1) members.add(node);
  }
}
