import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadDialect } from "../../src/dialects/index.ts";
import { diffSchemas } from "../../src/diff/index.ts";
import { applyOperations, invertOperations } from "../../src/operations/apply.ts";
import type { Operation } from "../../src/operations/index.ts";
import { foldSnapshots } from "../../src/revisions/fold.ts";
import { buildGraph, parentsOf } from "../../src/revisions/graph.ts";
import { remakeSnapshots } from "../../src/revisions/replay.ts";
import { snapshotOf, snapshotText, type Snapshot } from "../../src/revisions/snapshot.ts";
import type { RevisionStore } from "../../src/revisions/store.ts";
import { draftOf } from "../../src/schema/edit.ts";
import { RunningHash } from "../../src/schema/running-hash.ts";
import { schemaHash } from "../../src/schema/same.ts";
import { emptySchema, type Schema, type SchemaObject, type Table } from "../../src/schema/types.ts";
import { engines } from "../properties/support/engines.ts";
import { operationsOf, pairs, runs } from "../properties/support/pairs.ts";

const parents: Record<string, readonly string[]> = { a: [], b: ["a"], c: ["b"], d: ["c"], e: ["b"], f: ["e"], g: ["d", "f"], h: ["g"] };
const graph = buildGraph(Object.entries(parents).map(([revision, downRevisions]) => ({ revision, downRevisions, branchLabels: [], dependsOn: [], message: "", file: `${revision}.ts` })));
const store = { graph, sources: new Map(graph.order.map((id) => [id, `sum of ${id}`])), modules: new Map() } as unknown as RevisionStore;

/** Each snapshot from the whole schemas before and after it. */
async function wholly(operations: (id: string) => readonly Operation[]): Promise<ReadonlyMap<string, Snapshot>> {
  const made = new Map<string, Snapshot>();
  for (const id of graph.order) {
    const before = foldSnapshots(graph, parentsOf(graph, id), (each) => made.get(each)!);
    made.set(id, snapshotOf({ revision: id, parents: parentsOf(graph, id), source: `sum of ${id}` }, before, applyOperations(before, operations(id))));
  }
  return made;
}

describe("snapshots that are made one after the other", () => {
  for (const engine of Object.values(engines)) {
    test(`${engine.dialect}: hold what they hold when each is made from whole schemas`, async () => {
      const dialect = await loadDialect(engine.dialect);
      await fc.assert(
        fc.asyncProperty(pairs(engine, dialect, false), async (pair) => {
          const change = await operationsOf(pair, dialect);
          const reached = applyOperations(pair.before, change);
          const back = invertOperations(change, pair.before);
          const of: Record<string, readonly Operation[]> = { a: diffSchemas(emptySchema, pair.before, { comparison: dialect }), b: change, c: back, d: change, e: back, f: [], g: [], h: [] };
          // Where the merge leaves both branches, a change that fits it is not easily told: it goes away with all there is.
          const made = await wholly((id) => of[id]!);
          const merged = foldSnapshots(graph, ["g"], (id) => made.get(id)!);
          of["h"] = diffSchemas(merged, Object.keys(reached.tables).length > 2 ? emptySchema : merged, { comparison: dialect });
          const expected = await wholly((id) => of[id]!);
          const found = await remakeSnapshots(store, graph.order, () => expect.fail("all are made"), async (id) => of[id]!);
          expect([...found].map(([id, snapshot]) => [id, snapshotText(snapshot)])).toEqual([...expected].map(([id, snapshot]) => [id, snapshotText(snapshot)]));
          // From the middle on, on what is there.
          const later = await remakeSnapshots(store, ["d", "g"], (id) => expected.get(id)!, async (id) => of[id]!);
          for (const [id, snapshot] of later) expect(snapshotText(snapshot)).toBe(snapshotText(expected.get(id)!));
        }),
        { numRuns: runs(25) },
      );
    });
  }
});

test("a hash that goes along with a schema is the hash of the schema, wherever it changes", () => {
  const table = (name: string, comment: string): Table => ({ name, comment, columns: [], uniques: [], foreignKeys: [], checks: [], indexes: [] });
  const namespaces = (name: string): SchemaObject => ({ name });
  const key = fc.integer({ min: 0, max: 300 }).map((each) => `k${each}`);
  const step = fc.record({ kind: fc.constantFrom("tables" as const, "namespaces" as const), key, gone: fc.integer({ min: 0, max: 3 }).map((each) => each === 0), comment: fc.string({ maxLength: 3 }), asked: fc.boolean() });
  fc.assert(
    fc.property(fc.uniqueArray(key, { maxLength: 250 }), fc.array(step, { maxLength: 60 }), (keys, steps) => {
      const schema: Schema = { ...emptySchema, tables: Object.fromEntries(keys.map((each) => [each, table(each, "")])) };
      const draft = draftOf(schema);
      const hash = new RunningHash(schema);
      expect(hash.digest()).toBe(schemaHash(draft));
      for (const { kind, key: name, gone, comment, asked } of steps) {
        const object = gone ? undefined : kind === "tables" ? table(name, comment) : namespaces(name);
        if (object) (draft[kind] as Record<string, SchemaObject>)[name] = object;
        else delete draft[kind][name];
        hash.set(kind, name, object);
        if (asked) expect(hash.digest()).toBe(schemaHash(draft));
      }
      expect(hash.digest()).toBe(schemaHash(draft));
    }),
    { numRuns: runs(25) },
  );
});
