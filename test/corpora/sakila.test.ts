import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { downgrade, projectContext, revision, upgrade } from "../../src/index.ts";
import { evolutions } from "./sakila-evolutions.ts";
import { clients } from "./clients.ts";
import { corpus, whyNot } from "./support.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

for (const [kind, client] of Object.entries(clients)) {
  const reason = await whyNot("sakila", client.kind, ...client.programs);

  describe.skipIf(reason !== undefined)(`sakila on ${kind}${reason === undefined ? "" : ` (skipped: ${reason})`}`, () => {
    let folder: string;
    let target: Awaited<ReturnType<typeof client.open>>;
    let text = "";
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "graven-sakila-"));
      mkdirSync(join(folder, "node_modules"));
      target = await client.open();
      text = readFileSync(corpus("sakila", client.file), "utf8");
    });
    afterAll(async () => {
      await target.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const project = () => projectContext({ folder, config: { models: ["./schema.sql"], url: target.url }, questions: { rename: async (question) => question.candidates[0] ?? null, backfill: async () => "'0'" } });

    /** The file as it stands becomes a revision; the database then equals one that its own client loaded. */
    const step = async (id: string) => {
      writeFileSync(join(folder, "schema.sql"), text);
      const { operations } = await revision(project(), { autogenerate: true, message: id, revisionId: id });
      await upgrade(project(), {});
      const loaded = await client.open();
      try {
        await loaded.load(text);
        expect(await target.dump()).toEqual(await loaded.dump());
      } finally {
        await loaded.close();
      }
      expect((await revision(project(), { autogenerate: true, message: "again" })).operations).toEqual([]);
      return operations;
    };

    test("the database equals one that its own client made of the file", async () => {
      expect((await step("first")).length).toBeGreaterThan(20);
    });

    for (const [at, { what, change }] of evolutions[client.kind].entries()) {
      test(`${what}: the database follows, and the downgrade returns`, async () => {
        const before = await target.dump();
        const changed = change(text);
        expect(changed).not.toBe(text);
        text = changed;
        expect((await step(`step_${at + 1}`)).length).toBeGreaterThan(0);
        const after = await target.dump();
        expect(after).not.toEqual(before);
        await downgrade(project(), { target: "-1" });
        expect(await target.dump()).toEqual(before);
        await upgrade(project(), {});
        expect(await target.dump()).toEqual(after);
      });
    }
  });
}
