import { fileURLToPath } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { downgrade, projectContext, upgrade } from "../../src/index.ts";
import { databaseKinds, unavailable } from "../support/databases.ts";
import { gen } from "./support/gen.ts";
import { openStage, type Query } from "./support/stage.ts";

const folder = fileURLToPath(new URL("../../examples/jobs/", import.meta.url));

const listTypes = (query: Query) => query("SELECT id, name FROM list_type ORDER BY id");
const twoRows = [
  { id: 1, name: "best list" },
  { id: 2, name: "bester list" },
];

test("gen check finds that the models, the edited revision and its snapshot of the jobs agree", async () => {
  expect(await gen(folder, ["check"])).toEqual({ code: 0, output: "The models, the revisions and their snapshots agree.\n" });
});

// PGlite takes its time to make a database.
vi.setConfig({ testTimeout: 180_000 });

for (const kind of databaseKinds) {
  const reason = await unavailable(kind);

  describe.skipIf(reason !== undefined)(`the jobs on ${kind}${reason === undefined ? "" : ` (skipped: ${reason})`}`, () => {
    test("the required rows come with the revision, go with its downgrade and come again", async () => {
      const stage = await openStage(kind);
      const project = projectContext({ folder, url: stage.url });
      try {
        await upgrade(project, {});
        expect(await stage.use(listTypes)).toEqual(twoRows);

        await downgrade(project, { target: "base" });
        await expect(stage.use(listTypes)).rejects.toThrow(/list_type/);

        await upgrade(project, {});
        expect(await stage.use(listTypes)).toEqual(twoRows);
      } finally {
        await stage.close();
      }
    });

    test("jobs go with their list type, and their time is the database's", async () => {
      const stage = await openStage(kind);
      try {
        await upgrade(projectContext({ folder, url: stage.url }), {});
        await stage.use(async (query) => {
          await query("INSERT INTO job (list_type_id) VALUES (1), (2), (2)");
          await query("DELETE FROM list_type WHERE id = 2");
          expect(await query("SELECT list_type_id FROM job WHERE created_at IS NOT NULL")).toEqual([{ list_type_id: 1 }]);
        });
      } finally {
        await stage.close();
      }
    });
  });
}
