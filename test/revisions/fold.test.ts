import { expect, test } from "vitest";
import { applyOperations } from "../../src/operations/apply.ts";
import type { Operation } from "../../src/operations/index.ts";
import { foldSnapshots } from "../../src/revisions/fold.ts";
import { buildGraph } from "../../src/revisions/graph.ts";
import { snapshotOf, type Snapshot } from "../../src/revisions/snapshot.ts";
import { sameSchema } from "../../src/schema/same.ts";
import { emptySchema, type Schema } from "../../src/schema/types.ts";

const column = (name: string) => ({ name, type: { kind: "text" }, nullable: true }) as const;
const table = { name: "t", columns: [column("a"), column("b")], uniques: [], foreignKeys: [], checks: [], indexes: [] } as const;

test("branches that change one table each add what they changed themselves", () => {
  const steps: Record<string, { parents: string[]; operations: Operation[] }> = {
    one: { parents: [], operations: [{ kind: "createEnum", name: "e", labels: ["x", "y"] }, { kind: "createTable", table }] },
    left: { parents: ["one"], operations: [{ kind: "addColumn", table: "t", column: column("left") }, { kind: "dropColumn", table: "t", column: "a" }, { kind: "addEnumLabel", name: "e", label: "z" }] },
    right: { parents: ["one"], operations: [{ kind: "createIndex", table: "t", index: { name: "i", parts: [{ column: "b" }] } }, { kind: "setTableComment", table: "t", comment: "c" }, { kind: "addEnumLabel", name: "e", label: "w", position: { before: "x" } }] },
    further: { parents: ["right"], operations: [{ kind: "alterColumn", table: "t", column: "b", changes: { nullable: false } }] },
    merge: { parents: ["left", "further"], operations: [] },
  };
  const graph = buildGraph(Object.entries(steps).map(([revision, { parents }]) => ({ revision, downRevisions: parents, branchLabels: [], dependsOn: [], message: "", file: `${revision}.ts` })));
  const states = new Map<string, Schema>();
  const snapshots = new Map<string, Snapshot>();
  for (const id of graph.order) {
    const { parents, operations } = steps[id]!;
    const before = parents.length < 2 ? (states.get(parents[0] ?? "") ?? emptySchema) : foldSnapshots(graph, parents, (each) => snapshots.get(each)!);
    const after = applyOperations(before, operations);
    states.set(id, after);
    snapshots.set(id, snapshotOf({ revision: id, parents, source: "" }, before, after));
  }
  const replayed = applyOperations(emptySchema, graph.order.flatMap((id) => steps[id]!.operations));
  expect(sameSchema(foldSnapshots(graph, ["merge"], (id) => snapshots.get(id)!), replayed)).toBe(true);
  expect(snapshots.get("merge")!.objects).toEqual({});
  for (const id of ["one", "left", "right", "further"]) expect(sameSchema(foldSnapshots(graph, [id], (each) => snapshots.get(each)!), states.get(id)!)).toBe(true);
});
