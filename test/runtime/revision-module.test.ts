import { describe, expect, test } from "vitest";
import { revisionModule } from "../../src/runtime/revision-module.ts";

const upgrade = () => {};

test("one parent, several or none become a list", () => {
  const parents = (downRevision: unknown) => revisionModule({ revision: "a1", downRevision, upgrade }, "a1.ts").downRevision;
  expect([parents("00"), parents(["00", "01"]), parents(null), parents(undefined)]).toEqual([["00"], ["00", "01"], [], []]);
});

test("a file without a downgrade has none", () => {
  expect(revisionModule({ revision: "a1", downRevision: null, branchLabels: ["x"], dependsOn: "b2", upgrade }, "a1.ts")).toEqual({ revision: "a1", downRevision: [], branchLabels: ["x"], dependsOn: ["b2"], upgrade });
});

describe("refusals", () => {
  const refusals: Record<string, readonly [exports: object, error: object]> = {
    "no id": [{ upgrade }, { code: "REV-040" }],
    "an id with another name": [{ revison: "a1", upgrade }, { code: "REV-040", hint: 'Did you mean "revison"?' }],
    "an id that is no text": [{ revision: 1, upgrade }, { code: "REV-041", message: '`revision` of "a1.ts" is not a text.' }],
    "no upgrade": [{ revision: "a1" }, { code: "REV-042", place: { file: "a1.ts" } }],
    "an upgrade that is no function": [{ revision: "a1", upgrade: 1 }, { code: "REV-041" }],
    "labels that are no texts": [{ revision: "a1", upgrade, branchLabels: [1] }, { code: "REV-041" }],
  };
  for (const [name, [exports, error]] of Object.entries(refusals)) test(name, () => expect(() => revisionModule({ ...exports }, "a1.ts")).toThrowError(expect.objectContaining(error)));
});
