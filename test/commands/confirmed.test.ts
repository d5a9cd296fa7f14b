import { describe, expect, test } from "vitest";
import { upgrade } from "../../src/commands/run.ts";
import { unavailable } from "../support/databases.ts";
import { madeForEachTest } from "../support/made.ts";
import type { MadeRevision } from "../support/project.ts";

const made = madeForEachTest();
const first: MadeRevision = { id: "a1", imports: "integer, bigint, ", upgrade: 'op.createTable("post", { id: integer().primaryKey(), title_written_at: bigint() });', downgrade: 'op.dropTable("post");' };
const second: MadeRevision = {
  id: "b2",
  imports: "integer, ",
  upgrade: 'op.confirm("No code writes post.title any more.", { writtenAt: [{ table: "post", column: "title_written_at" }] });\n  op.addColumn("post", "done", integer());',
  downgrade: 'op.dropColumn("post", "done");',
};
const secondsAgo = (seconds: number) => Math.round(Date.now() / 1000) - seconds;

for (const kind of ["sqlite", "postgres", "mariadb"] as const) {
  const missing = await unavailable(kind);
  describe.skipIf(missing !== undefined)(`on ${kind} a revision that takes the old form away${missing === undefined ? "" : ` (skipped: ${missing})`}`, () => {
    const standing = async (writtenAt: number | null, config = "") => {
      const { project, connection } = await made.projectOn(kind, [first, second], config);
      await upgrade(project.context(), { target: "a1" });
      await connection.execute(`INSERT INTO post (id, title_written_at) VALUES (1, ${writtenAt}), (2, NULL)`);
      return project.context();
    };

    test("waits, and says when the old form was last written", async () => {
      const used = await standing(secondsAgo(3 * 86_400));
      await expect(upgrade(used, { target: "head" })).rejects.toMatchObject({ code: "RUN-063", message: expect.stringMatching(/^Revision "b2" waits for your word: .* The old form was last written at \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ \(3 days ago\)\.$/) });
      const never = await standing(null);
      await expect(upgrade(never, { target: "head" })).rejects.toMatchObject({ code: "RUN-063", message: expect.stringMatching(/Nobody has written the old form since both stand\.$/) });
    });

    test("is refused in spite of the word while the old form is written, and runs once that is long enough ago", async () => {
      const used = await standing(secondsAgo(60));
      for (const target of [undefined, "head"]) await expect(upgrade(used, { target, confirm: ["b2"] })).rejects.toMatchObject({ code: "RUN-065", message: expect.stringMatching(/its old form was last written at .* \(6\d seconds ago\)\. No code writes post\.title any more\./), hint: expect.stringContaining("--confirm b2:anyway") });
      expect(await upgrade(await standing(secondsAgo(700)), { confirm: ["b2"] })).toMatchObject({ heads: ["b2"] });
    });

    test("is refused by a word of the config, too, and runs where somebody insists by its name", async () => {
      const context = await standing(secondsAgo(5), 'confirmed: ["b2"]');
      await expect(upgrade(context, {})).rejects.toMatchObject({ code: "RUN-065" });
      await expect(upgrade(context, { confirm: ["c9:anyway"] })).rejects.toMatchObject({ code: "RUN-064", message: '--confirm names "c9", which is no revision.' });
      expect(await upgrade(context, { confirm: ["b2:anyway"] })).toMatchObject({ heads: ["b2"] });
    });

    test("takes the word where the column that tells does not stand yet, as both revisions run at once", async () => {
      const other: MadeRevision = { id: "a0", imports: "integer, ", upgrade: 'op.createTable("other", { id: integer().primaryKey() });', downgrade: 'op.dropTable("other");' };
      const { project } = await made.projectOn(kind, [other, first, second]);
      await upgrade(project.context(), { target: "a0" });
      expect(await upgrade(project.context(), { confirm: ["b2"] })).toMatchObject({ heads: ["b2"] });
    });
  });
}
