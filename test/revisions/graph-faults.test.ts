import { describe, expect, test } from "vitest";
import { GravenError, GravenErrors } from "../../src/base/errors.ts";
import { buildGraph, type Revision } from "../../src/revisions/graph.ts";
import { resolveRange } from "../../src/revisions/resolve.ts";
import { graphOf, names } from "./drawing.ts";

const revision = (id: string, more: Partial<Revision> = {}): Revision => ({ revision: id, downRevisions: [], branchLabels: [], dependsOn: [], message: "", file: `${id}.ts`, ...more });

function faultsOf(found: readonly Revision[]): readonly string[] {
  try {
    buildGraph(found);
    return [];
  } catch (error) {
    const all = error instanceof GravenErrors ? error.errors : [error as GravenError];
    return all.map(({ code, message, hint }) => [code, message, hint].filter(Boolean).join(" "));
  }
}

describe("a history that does not hold together is refused when it is read", () => {
  test.each<[string, readonly Revision[], readonly string[]]>([
    ["an id in two files", [revision("a"), revision("a", { file: "b.ts" })], ['REV-001 The revision id "a" stands in two files. The other one is a.ts. Give one of them another id, and point its children at it.']],
    ["a label on two revisions", [revision("a", { branchLabels: ["x"] }), revision("b", { branchLabels: ["x"] })], ['REV-002 The branch label "x" is used by "a" and by "b". Choose another label for one of them.']],
    ["a parent that is missing", [revision("abc1", { downRevisions: ["abc2"] })], ['REV-003 Revision "abc1" builds on "abc2", which is in no file. Did you mean "abc1"?']],
    ["a parent named by a label", [revision("a", { branchLabels: ["x"] }), revision("b", { downRevisions: ["x"] })], ['REV-003 Revision "b" builds on "x", which is in no file. "x" is the label of revision "a", and a parent is named by its id.']],
    ["a dependency that is missing", [revision("a", { dependsOn: ["zzzz"] })], ['REV-003 Revision "a" depends on "zzzz", which is in no file. Bring the missing file back, or correct dependsOn.']],
    ["a revision that is its own parent", [revision("a", { downRevisions: ["a"] })], ['REV-004 Revision "a" names itself as its parent. Correct its downRevision.']],
    ["a revision that depends on itself", [revision("a", { dependsOn: ["a"] })], ['REV-004 Revision "a" depends on itself. Correct its dependsOn.']],
    ["a revision that depends on its own label", [revision("a", { branchLabels: ["x"], dependsOn: ["x"] })], ['REV-004 Revision "a" depends on itself, by its label "x". Correct its dependsOn.']],
    ["a parent named twice", [revision("a"), revision("b", { downRevisions: ["a", "a"] })], ['REV-007 Revision "b" names its parent "a" twice. Leave one of them out.']],
    ["a circle of parents beside a sound history", [revision("a"), revision("b", { downRevisions: ["c"] }), revision("c", { downRevisions: ["b"] })], ['REV-005 The revisions "b" and "c" build on each other in a circle. Correct the downRevision of one of them.']],
    ["a circle above a base", [revision("a"), revision("b", { downRevisions: ["a", "d"] }), revision("c", { downRevisions: ["b"] }), revision("d", { downRevisions: ["c"] })], ['REV-005 The revisions "b", "c" and "d" build on each other in a circle. Correct the downRevision of one of them.']],
    ["a circle of dependencies", [revision("a", { dependsOn: ["b"] }), revision("b", { dependsOn: ["a"] })], ['REV-005 The revisions "a" and "b" build on each other in a circle. Correct the downRevision or dependsOn of one of them.']],
    ["a dependency on what builds on it", [revision("a", { dependsOn: ["c"] }), revision("b", { downRevisions: ["a"] }), revision("c", { downRevisions: ["b"] })], ['REV-005 The revisions "a", "b" and "c" build on each other in a circle. Correct the downRevision or dependsOn of one of them.']],
    ["a dependency by label on what builds on it", [revision("a", { dependsOn: ["x"] }), revision("b", { downRevisions: ["a"], branchLabels: ["x"] })], ['REV-005 The revisions "a" and "b" build on each other in a circle. Correct the downRevision or dependsOn of one of them.']],
    ["a label that is an id", [revision("a"), revision("b", { branchLabels: ["a"] })], ['REV-006 The branch label "a" of revision "b" is the id of a revision too. Choose another one.']],
    ["a label that is a word of targets", [revision("a", { branchLabels: ["heads"] })], ['REV-006 The branch label "heads" of revision "a" means something else in targets. Choose another one.']],
    ["an id that is a word of targets", [revision("head")], ['REV-006 The revision id "head" of revision "head" means something else in targets. Choose another one.']],
    ["a label with a sign of targets", [revision("a", { branchLabels: ["x-y"] })], ['REV-006 The branch label "x-y" of revision "a" holds a character that means something in targets (@ : + - or a space), or none at all. Choose another one.']],
    [
      "several faults at once",
      [revision("a", { downRevisions: ["a"] }), revision("b", { downRevisions: ["nope"] })],
      ['REV-004 Revision "a" names itself as its parent. Correct its downRevision.', 'REV-003 Revision "b" builds on "nope", which is in no file. Bring the missing file back, or correct downRevision.'],
    ],
  ])("%s", (_, found, expected) => {
    expect(faultsOf(found)).toEqual(expected);
  });
});

describe("ranges of the history", () => {
  const drawing = "a1 - b2!left - c3 - m6 - n7\na1 - d4!right - e5 - m6";
  test.each([
    ["a1:b2", "a1 b2"],
    ["b2:", "b2 c3 m6 n7"],
    [":", "a1 b2 c3 d4 e5 m6 n7"],
    [":c3", "a1 b2 c3"],
    ["base:b2", "a1 b2"],
    ["b2:b2", "b2"],
    ["left:head", "b2 c3 m6 n7"],
    ["c3:m6", "c3 m6"],
    ["-1:", "m6 n7"],
    ["-1:c3", "b2 c3"],
    ["-100:c3", "a1 b2 c3"],
    ["b2:+1", "b2 c3"],
    ["c3:head-1", "c3 m6"],
    ["current:", "c3 m6 n7"],
    [":current", "a1 b2 c3"],
    ["-1:current", "b2 c3"],
    ["current-1:", "b2 c3 m6 n7"],
  ])("%s holds %s", (range, expected) => {
    expect(resolveRange(graphOf(drawing), range, new Set(names("a1 b2 c3")))).toEqual(names(expected));
  });

  test.each([
    ["c3:b2", /REV-034 The range "c3:b2" does not go up along one branch: "b2" does not build on "c3"\. Write the older one first: b2:c3\./],
    ["b2:e5", /REV-034 .*"e5" does not build on "b2"\. Name two revisions of which one builds on the other\./],
    ["b2:base", /REV-034 .*base does not build on "b2"/],
    ["a1", /REV-028 "a1" is no range/],
    ["a1:b2:c3", /REV-028/],
    ["zz:", /REV-020/],
    ["-1:zz", /REV-020/],
  ])("%s is refused", (range, expected) => {
    const refusal = () => resolveRange(graphOf(drawing), range);
    expect(refusal).toThrow(GravenError);
    try {
      refusal();
    } catch (error) {
      const { code, message, hint } = error as GravenError;
      expect(`${code} ${message} ${hint}`).toMatch(expected);
    }
  });
});
