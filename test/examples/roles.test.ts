import { fileURLToPath } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { downgrade, projectContext, upgrade } from "../../src/index.ts";
import { openDatabase as openConnection } from "../../src/drivers/index.ts";
import { databaseKinds, unavailable } from "../support/databases.ts";
import { gen } from "./support/gen.ts";
import { openStage, type Query } from "./support/stage.ts";

const folder = fileURLToPath(new URL("../../examples/roles/", import.meta.url));
const revisions = ["a10c5e9d7b31", "b27f1a04c6e8", "c3d84b9f2a70", "d4916e3c80b5", "e58a07d1f3c2", "f6b3290e5d14"];

// PGlite takes its time to make a database.
vi.setConfig({ testTimeout: 240_000 });

test("gen check finds that the models, the revisions and their snapshots of the roles agree", async () => {
  expect(await gen(folder, ["check"])).toEqual({ code: 0, output: "The models, the revisions and their snapshots agree.\n" });
});

/** What stands after each revision: roles with all but their ids, permissions, grants. */
interface State {
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  readonly grants: readonly string[];
}

const first = { permissions: ["admn", "read", "write"], grants: ["admin admn", "admin read", "admin write", "guest read"] };
const second = { permissions: first.permissions, grants: [...first.grants.slice(0, 3), "editor read", "editor write", "guest read"] };
const third = { permissions: ["administer", "read", "write"], grants: ["admin administer", "admin read", "admin write", "editor read", "editor write", "visitor read"] };
const fifth = { permissions: ["administer", "read", "write_all", "write_own"], grants: ["admin administer", "admin read", "admin write_all", "admin write_own", "editor read", "editor write_own", "visitor read"] };
const states: readonly State[] = [
  { roles: ["admin", "guest"], ...first },
  { roles: ["admin | May do everything", "editor | Writes, and asks nobody", "guest | null"], ...second },
  { roles: ["admin | May do everything", "editor | Writes, and asks nobody", "visitor | null"], ...third },
  { roles: ["admin | May do everything | null | 10", "editor | Writes | admin | 20", "visitor | null | editor | 30"], ...third },
  { roles: ["admin | May do everything | null | 10", "editor | Writes | admin | 20", "visitor | null | editor | 30"], ...fifth },
  { roles: ["admin | May do everything | null | 1", "auditor | Reads what others wrote | admin | 3", "editor | Writes | admin | 2"], permissions: fifth.permissions, grants: ["admin administer", "admin read", "admin write_all", "admin write_own", "auditor read", "editor read", "editor write_own"] },
];

/** The rows that people of the application made: as they are after each revision, too. */
const mine = { roles: ["mine", "mine | null", "mine | null", "mine | null | null | 0", "mine | null | null | 0", "mine | null | null | 0"], permissions: ["own"], grants: ["admin own", "mine own", "mine read"] };

const withMine = ({ roles, permissions, grants }: State, at: number): State => ({ roles: [...roles, mine.roles[at]!].sort(), permissions: [...permissions, ...mine.permissions].sort(), grants: [...grants, ...mine.grants].sort() });

async function stateOf(query: Query, at: number): Promise<State> {
  const columns = ["name", ...(at >= 4 ? ["purpose"] : at >= 1 ? ["description"] : []), ...(at >= 3 ? ["parent", "sort_order"] : [])];
  const selected = columns.map((column) => (column === "parent" ? "p.name AS parent" : `r.${column}`)).join(", ");
  const roles = await query(`SELECT ${selected} FROM role r${at >= 3 ? " LEFT JOIN role p ON p.id = r.parent_id" : ""}`);
  const permissions = await query("SELECT code FROM permission");
  const grants = await query("SELECT r.name, p.code FROM role_permission rp JOIN role r ON r.id = rp.role_id JOIN permission p ON p.id = rp.permission_id");
  const lines = (rows: readonly Record<string, unknown>[]) => rows.map((row) => Object.values(row).join(" "));
  return { roles: roles.map((row) => columns.map((column) => String(row[column])).join(" | ")).sort(), permissions: lines(permissions).sort(), grants: lines(grants).sort() };
}

async function addMine(query: Query): Promise<void> {
  await query("INSERT INTO role (name) VALUES ('mine')");
  await query("INSERT INTO permission (code) VALUES ('own')");
  await query("INSERT INTO role_permission (role_id, permission_id) SELECT r.id, p.id FROM role r, permission p WHERE (r.name = 'mine' AND p.code IN ('own', 'read')) OR (r.name = 'admin' AND p.code = 'own')");
}

for (const kind of databaseKinds) {
  const reason = await unavailable(kind);

  describe.skipIf(reason !== undefined)(`the roles on ${kind}${reason === undefined ? "" : ` (skipped: ${reason})`}`, () => {
    test("rows go up, down and up again from every point, beside those of the users", async () => {
      const stage = await openStage(kind);
      const told: string[] = [];
      const project = { ...projectContext({ folder, url: stage.url }), report: (event: { readonly kind: string; readonly message?: string }) => void (event.kind === "warning" && told.push(event.message!)) };
      const expectAt = async (at: number, where: string) => expect(await stage.use((query) => stateOf(query, at)), where).toEqual(withMine(states[at]!, at));
      try {
        await upgrade(project, { target: revisions[0]! });
        expect(await stage.use((query) => stateOf(query, 0))).toEqual(states[0]);
        await stage.use(addMine);
        for (let at = 1; at < revisions.length; at++) {
          await upgrade(project, { target: "+1" });
          await expectAt(at, `up to ${at}`);
        }
        for (let at = revisions.length - 2; at >= 0; at--) {
          await downgrade(project, { target: revisions[at]! });
          await expectAt(at, `down to ${at}`);
          // PGlite speaks PostgreSQL's SQL, and takes seconds to open.
          if (kind === "pglite" && at % 4) continue;
          await upgrade(project, {});
          await expectAt(revisions.length - 1, `up again from ${at}`);
          await downgrade(project, { target: revisions[at]! });
          await expectAt(at, `down again to ${at}`);
        }
        await downgrade(project, { target: "base" });
        await upgrade(project, {});
        expect(await stage.use((query) => stateOf(query, 5))).toEqual(states[5]);
        expect(told).toEqual([]);
      } finally {
        await stage.close();
      }
    });

    test("the offline scripts do the same", async () => {
      const stage = await openStage(kind);
      const project = projectContext({ folder, url: stage.url });
      const run = async (sql: string) => {
        const connection = await openConnection({ url: stage.url });
        try {
          await connection.execute(sql);
        } finally {
          await connection.close();
        }
      };
      try {
        await run((await upgrade(project, { target: revisions[1]!, sql: true })).sql!);
        expect(await stage.use((query) => stateOf(query, 1))).toEqual(states[1]);
        await stage.use(addMine);
        await run((await upgrade(project, { target: `${revisions[1]}:head`, sql: true })).sql!);
        expect(await stage.use((query) => stateOf(query, 5))).toEqual(withMine(states[5]!, 5));
        await run((await downgrade(project, { target: `head:${revisions[0]}`, sql: true })).sql!);
        expect(await stage.use((query) => stateOf(query, 0))).toEqual(withMine(states[0]!, 0));
      } finally {
        await stage.close();
      }
    });

    test("what was changed by hand is reported and kept; an ignored column is nobody's business but the users'", async () => {
      const stage = await openStage(kind);
      const told: string[] = [];
      const project = { ...projectContext({ folder, url: stage.url }), report: (event: { readonly kind: string; readonly message?: string }) => void (event.kind === "warning" && told.push(event.message!.replace(/ \(.*\)$/, ""))) };
      try {
        await upgrade(project, { target: revisions[4]! });
        await stage.use((query) => query("UPDATE role SET sort_order = 99, purpose = 'Own words' WHERE name = 'editor'"));
        await upgrade(project, {});
        expect(told).toEqual(['The row of "role" with name "editor" was changed by hand, and is kept as it is.']);
        await stage.use((query) => query("UPDATE role SET purpose = 'Reads all' WHERE name = 'auditor'"));
        await downgrade(project, {});
        expect(told.slice(1)).toEqual(['The row of "role" with name "editor" was changed by hand, and is kept as it is.']);
        expect((await stage.use((query) => stateOf(query, 4))).roles).toEqual(["admin | May do everything | null | 10", "editor | Own words | admin | 99", "visitor | null | editor | 30"]);
      } finally {
        await stage.close();
      }
    });
  });
}
