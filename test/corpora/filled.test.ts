import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { projectContext, revision, seed, upgrade } from "../../src/index.ts";
import { openDatabase as openConnection } from "../../src/drivers/index.ts";
import { loadDialect } from "../../src/dialects/index.ts";
import { openDatabase, type DatabaseKind, type TestDatabase } from "../support/databases.ts";
import { corpus, whyNot } from "./support.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

interface Filled {
  readonly corpus: string;
  readonly file: string;
  readonly kind: DatabaseKind;
}

/** Real schemas that take made-up rows with all their constraints on. */
const schemas: readonly Filled[] = [
  { corpus: "chinook", file: "postgresql.sql", kind: "postgres" },
  { corpus: "chinook", file: "mysql.sql", kind: "mariadb" },
  { corpus: "chinook", file: "sqlite.sql", kind: "sqlite" },
  { corpus: "sakila", file: "postgres.sql", kind: "postgres" },
  { corpus: "sakila", file: "mysql.sql", kind: "mariadb" },
  { corpus: "sakila", file: "sqlite.sql", kind: "sqlite" },
  { corpus: "danbooru", file: "12.sql", kind: "postgres" },
];

const ROWS = 200;

for (const { corpus: name, file, kind } of schemas) {
  const reason = await whyNot(name, kind);

  describe.skipIf(reason !== undefined)(`${name} on ${kind}${reason === undefined ? "" : ` (skipped: ${reason})`}`, () => {
    let folder: string;
    let database: TestDatabase | undefined;
    let url: string;
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "graven-filled-"));
      mkdirSync(join(folder, "node_modules"));
      database = kind === "sqlite" ? undefined : await openDatabase(kind);
      url = database?.url ?? `sqlite:${join(folder, "filled.db")}`;
      writeFileSync(join(folder, "schema.sql"), schemaOnly(readFileSync(corpus(name, file), "utf8")));
      await revision(project(), { autogenerate: true, message: "first", revisionId: "a1" });
      await upgrade(project());
    });
    afterAll(async () => {
      await database?.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const project = () => projectContext({ folder, config: { models: ["./schema.sql"], url } });

    const count = async (tables: readonly string[]) => {
      const connection = await openConnection({ url });
      const { tableName } = await loadDialect(connection.dialect);
      try {
        return await Promise.all(tables.map(async (table) => [table, Number((await connection.query(`SELECT count(*) AS number FROM ${kind === "postgres" ? "ONLY " : ""}${tableName(table)}`))[0]!["number"])]));
      } finally {
        await connection.close();
      }
    };

    test(`${ROWS} rows in every table, then ${ROWS} more beside them`, async () => {
      const { rows } = await seed(project(), { fake: ROWS });
      const tables = Object.keys(rows);
      expect(tables.length).toBeGreaterThan(9);
      expect(await count(tables)).toEqual(tables.map((table) => [table, ROWS]));
      await seed(project(), { fake: ROWS, append: true });
      expect(await count(tables)).toEqual(tables.map((table) => [table, 2 * ROWS]));
      expect((await seed(project(), { verify: true })).verified).toBeGreaterThan(0);
    });
  });
}

/** Without the database of its own that a script makes, and without its rows. */
function schemaOnly(text: string): string {
  const rows = text.search(/^INSERT INTO/m);
  return (rows < 0 ? text : text.slice(0, rows)).replace(/^(?:(?:DROP|CREATE) (?:DATABASE|SCHEMA)|USE|\\c) .*$|\bsakila\./gm, "");
}
