import { expect, test } from "vitest";
import { drawGraph } from "../../src/cli/draw-graph.ts";
import { graphOf } from "../revisions/drawing.ts";

function drawn(drawing: string): string {
  const { order, revisions } = graphOf(drawing);
  return drawGraph(order.toReversed().map((revision) => ({ revision, parents: revisions.get(revision)!.downRevisions, text: revision }))).join("\n");
}

test.each([
  ["a - b - c", ["●  c", "●  b", "●  a"]],
  ["a - b - d\na - c - d - e", ["●  e", "●  d", "├─┐", "│ ●  c", "● │  b", "├─┘", "●  a"]],
  ["a - b\na - c\na - d", ["●  d", "│ ●  c", "│ │ ●  b", "├─┴─┘", "●  a"]],
  ["a - b\nx - y", ["●  y", "●  x", "", "●  b", "●  a"]],
  ["a - z\nm - n\nw - x - z", ["●  z", "├─┐", "│ ●  x", "│ ●  w", "│", "│ ●  n", "│ ●  m", "●  a"]],
  ["a - e\nb - e\nc - e", ["●  e", "├─┬─┐", "│ │ ●  c", "│ ●  b", "●  a"]],
])("%j is drawn with a column for each branch", (drawing, lines) => {
  expect(drawn(drawing)).toBe(lines.join("\n"));
});
