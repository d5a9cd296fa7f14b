import { describe, expect, test } from "vitest";
import { sourceChecksum } from "../../src/revisions/checksum.ts";
import { ancestorsOf, buildGraph, descendantsOf, type Revision } from "../../src/revisions/graph.ts";
import { readHeader } from "../../src/revisions/header.ts";
import { downgradePath, upgradePath } from "../../src/revisions/paths.ts";
import { currentHeads, resolveSymbol } from "../../src/revisions/resolve.ts";
import { parseSnapshot, snapshotOf, snapshotText } from "../../src/revisions/snapshot.ts";
import { emptySchema } from "../../src/schema/types.ts";

/** `a <- b <- c, b <- d` drawn as `a: b:a c:b d:b`; `m:c,d` merges, `e:a+x` depends on x, `f:a!label` is labelled. */
function graphOf(drawing: string) {
  return buildGraph(
    drawing.split(" ").map((each, at): Revision => {
      const match = /^(\w+):([\w,]*)(?:\+([\w,]+))?(?:!(\w+))?$/.exec(each)!;
      const list = (text: string | undefined) => text?.split(",").filter(Boolean) ?? [];
      return { revision: match[1]!, downRevisions: list(match[2]), dependsOn: list(match[3]), branchLabels: list(match[4]), message: "", created: `2026-01-01T00:00:${String(at).padStart(2, "0")}Z`, file: `${match[1]}.ts` };
    }),
  );
}

const line = "a: b:a c:b d:c";
const fork = "a: b:a!left c:b d:a!right e:d";

describe("the graph", () => {
  test("knows heads, bases, ancestors and descendants", () => {
    const graph = graphOf("a: b:a c:b d:b e:c,d");
    expect([graph.heads, graph.bases]).toEqual([["e"], ["a"]]);
    expect(ancestorsOf(graph, ["c"])).toEqual(["a", "b", "c"]);
    expect(descendantsOf(graph, ["b"])).toEqual(["b", "c", "d", "e"]);
  });

  test.each([
    ["a: a:", /"a" stands in two files/],
    ["a: b:x", /"b" builds on "x", which is in no file/],
    ["a:a", /names itself/],
    ["a: b:d c:b d:c", /"b", "c" and "d" build on each other in a circle/],
    ["a:+b b:a", /circle/],
    ["a:!x b:a!x", /label "x" is used by "a" and by "b"/],
  ])("%s is refused", (drawing, message) => {
    expect(() => graphOf(drawing)).toThrow(message);
  });
});

describe("upgrades", () => {
  test.each([
    [line, "", "head", "a b c d"],
    [line, "a b", "head", "c d"],
    [line, "a b", "+1", "c"],
    [line, "", "+2", "a b"],
    [line, "a", "c", "b c"],
    [line, "a b c d", "head", ""],
    [line, "", "b+1", "a b c"],
    [line, "", "head-1", "a b c"],
    [fork, "", "heads", "a b c d e"],
    [fork, "a", "left@head", "b c"],
    [fork, "a", "right", "d"],
    ["a: b:a x: c:b+x", "a", "c", "b x c"],
  ])("%s at [%s] to %s runs %s", (drawing, applied, target, expected) => {
    const graph = graphOf(drawing);
    expect(upgradePath(graph, target, new Set(applied.split(" ").filter(Boolean))).join(" ")).toBe(expected);
  });

  test.each([
    [fork, "", "head", /2 heads: c, e/],
    [line, "", "zz", /no revision or branch "zz"/],
    [line, "a b c", "+3", /only 1 of 3 steps/],
    ["abc: abd:abc", "", "ab", /Several revisions start with "ab": "abc" and "abd"/],
    [fork, "a", "+1", /ambiguous/],
    [fork, "a b d", "+1", /2 heads: b, d/],
    [fork, "", "left@e", /"e" is not on the branch "left"/],
  ])("%s at [%s] to %s is refused", (drawing, applied, target, message) => {
    expect(() => upgradePath(graphOf(drawing), target, new Set(applied.split(" ").filter(Boolean)))).toThrow(message);
  });
});

describe("downgrades", () => {
  test.each([
    [line, "a b c", "-1", "c"],
    [line, "a b c", "-2", "c b"],
    [line, "a b c", "base", "c b a"],
    [line, "a b c", "a", "c b"],
    [line, "a b c", "c", ""],
    [line, "a b c d", "head-2", "d c"],
    [fork, "a b c d e", "d", "e"],
    ["a: b:a c:a m:b,c", "a b c m", "-1", "m"],
  ])("%s at [%s] to %s undoes %s", (drawing, applied, target, expected) => {
    expect(downgradePath(graphOf(drawing), target, new Set(applied.split(" "))).join(" ")).toBe(expected);
  });

  test.each([
    [line, "a b", "-3", /only 2 of 3 steps/],
    [line, "a b", "d", /does not stand at or after "d"/],
    [fork, "a b d", "-1", /2 heads: b, d/],
    ["a: b:a c:a m:b,c", "a b c m", "-2", /"m" merges "b" and "c"/],
  ])("%s at [%s] to %s is refused", (drawing, applied, target, message) => {
    expect(() => downgradePath(graphOf(drawing), target, new Set(applied.split(" ")))).toThrow(message);
  });
});

test("symbols stand for revisions", () => {
  const graph = graphOf(fork);
  expect(resolveSymbol(graph, "heads")).toEqual(["c", "e"]);
  expect(resolveSymbol(graph, "current", new Set(["a", "b"]))).toEqual(["b"]);
  expect(resolveSymbol(graph, "base")).toEqual([]);
  expect(resolveSymbol(graph, "right@head")).toEqual(["e"]);
  expect(currentHeads(graph, new Set(["a", "b", "d"]))).toEqual(["b", "d"]);
});

const file = `/**
 * it's "quoted"
 *
 * Revision  b2
 * Created   2026-01-31T12:00:00Z
 */
import type { Operations } from "graven/revision";
export const revision: string = 'b2';
export const downRevision = ["a1", "a2"] as const;
// export const dependsOn = ["not this"];
export const branchLabels: string[] = ["x",];
`;

test("a header is read without running the file", () => {
  expect(readHeader(file, "b2.ts")).toEqual({ revision: "b2", downRevisions: ["a1", "a2"], branchLabels: ["x"], dependsOn: [], message: 'it\'s "quoted"', created: "2026-01-31T12:00:00Z" });
});

test.each([
  ["export const revision = id();", /does not export `revision`/],
  ['export const revision = "";\nexport const downRevision = null;', /empty id/],
  ['export const revision = "a@b";\nexport const downRevision = null;', /"a@b" holds one of the characters/],
  ['export const revision = "a";', /does not export `downRevision`/],
])("%s is refused", (text, message) => {
  expect(() => readHeader(text, "x.ts")).toThrow(message);
});

test("formatting and comments do not change a checksum, meaning does", () => {
  const text = 'op.addColumn("user", "name", text().default("it\'s"));';
  expect(sourceChecksum(`/* c */ op.addColumn(\n  'user',\n  'name', // c\n  text().default('it\\'s'),\n)`)).toBe(sourceChecksum(text));
  expect(sourceChecksum(text.replace("name", "nick"))).not.toBe(sourceChecksum(text));
  expect(sourceChecksum('x("a  b")')).not.toBe(sourceChecksum('x("a b")'));
});

test("a snapshot is read as it was written, and an edit shows", () => {
  const table = { name: "t", columns: [{ name: "id", type: { kind: "integer" }, nullable: false }], uniques: [], foreignKeys: [], checks: [], indexes: [] } as const;
  const snapshot = snapshotOf({ revision: "a", parents: [], source: "s" }, emptySchema, { ...emptySchema, tables: { t: table } });
  const text = snapshotText(snapshot);
  expect(parseSnapshot(text, "a.json")).toMatchObject(snapshot);
  expect(parseSnapshot(JSON.stringify(JSON.parse(text), null, 4), "a.json")).toMatchObject(snapshot);
  expect(() => parseSnapshot(text.replace('"nullable":false', '"nullable":true'), "a.json")).toThrow(/was edited/);
});
