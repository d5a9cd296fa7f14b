import { buildGraph, type Revision, type RevisionGraph } from "../../src/revisions/graph.ts";

/**
 * The graph of a drawing: `a - b - c` is a line, a name that comes again is the same revision, `b!left` carries a label, and
 * `x ~> c` says that c depends on x. Revisions are created in the order of their names.
 */
export function graphOf(drawing: string): RevisionGraph {
  return buildGraph(revisionsOf(drawing));
}

export function revisionsOf(drawing: string): Revision[] {
  const drawn = new Map<string, { parents: string[]; labels: string[]; dependsOn: string[] }>();
  const node = (text: string) => {
    const [name = "", label] = text.split("!");
    const found = drawn.get(name) ?? { parents: [], labels: [], dependsOn: [] };
    if (label !== undefined) found.labels.push(label);
    drawn.set(name, found);
    return { name, ...found };
  };
  for (const line of drawing.split("\n").map((each) => each.trim()).filter(Boolean)) {
    const [needed, dependent] = line.split(" ~> ");
    if (dependent !== undefined) {
      node(dependent).dependsOn.push(needed!);
      continue;
    }
    line.split(" - ").map(node).reduce<string | undefined>((before, { name, parents }) => {
      if (before !== undefined && !parents.includes(before)) parents.push(before);
      return name;
    }, undefined);
  }
  return [...drawn].map(([revision, { parents, labels, dependsOn }]) => ({ revision, downRevisions: parents, branchLabels: labels, dependsOn, message: "", created: `2026-01-01T00:00:00Z ${revision}`, file: `${revision}.ts` }));
}

/** The names of a list such as `a1 b2`. */
export function names(text: string): readonly string[] {
  return text.split(" ").filter(Boolean);
}
