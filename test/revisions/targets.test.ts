import { describe, expect, test } from "vitest";
import { graphOf } from "./drawing.ts";
import { outcome, type commands } from "./outcome.ts";
import { targets } from "./targets.table.ts";

const sections = targets.split(/^# /m).slice(1).map((section) => {
  const [title = "", ...lines] = section.split("\n").filter((line) => line.trim());
  const rows = lines.filter((line) => line.includes("|")).map((line) => line.split("|").map((cell) => cell.trim()));
  return { title, drawing: lines.filter((line) => !line.includes("|")).join("\n"), rows };
});

describe.each(sections)("$title", ({ drawing, rows }) => {
  const graph = graphOf(drawing);
  test.each(rows)("%s of [%s] to %s: %s", (command, applied, target, expected) => {
    expect(outcome(graph, command as keyof typeof commands, applied!, target!)).toBe(expected);
  });
});

test("the table has at least 150 rows, and no row twice", () => {
  const keys = sections.flatMap(({ drawing, rows }) => rows.map((row) => [drawing, ...row.slice(0, 3)].join("|")));
  expect(keys.length).toBeGreaterThanOrEqual(150);
  expect(new Set(keys).size).toBe(keys.length);
});
