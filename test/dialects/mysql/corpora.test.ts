import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { mariadb } from "../../../src/dialects/mysql/index.ts";
import { emptySchema } from "../../../src/schema/types.ts";
import { openDatabase, unavailable } from "../../support/databases.ts";
import { creation, expectHolds, run } from "./support.ts";

const path = (name: string) => fileURLToPath(new URL(`../../../../shared/corpora/${name}/mysql.sql`, import.meta.url));
const unreachable = await unavailable("mariadb");

/** Statements of a script that make tables; databases, views, triggers and routines are left out. */
const tablesOf = (script: string) => script.match(/^(?:CREATE TABLE|ALTER TABLE|CREATE INDEX)\b[\s\S]*?;$/gm) ?? [];

describe.each([
  { name: "chinook", tables: 11 },
  { name: "sakila", tables: 16 },
])("the schema of $name", ({ name, tables }) => {
  const reason = unreachable ?? (existsSync(path(name)) ? undefined : `${path(name)} is not here`);

  test.skipIf(reason)(`is read, made again and read back the same${reason ? ` (${reason})` : ""}`, async () => {
    const database = await openDatabase("mariadb");
    const again = await openDatabase("mariadb");
    try {
      await database.query("SET foreign_key_checks = 0, sql_mode = 'TRADITIONAL'");
      for (const sql of tablesOf(readFileSync(path(name), "utf8"))) await database.query(sql);
      const read = await mariadb.readCatalogue(database.query);
      expect(Object.keys(read.tables)).toHaveLength(tables);
      expect(mariadb.refuse(read)).toEqual([]);
      await again.query("SET foreign_key_checks = 0");
      await run(again, creation(read), emptySchema);
      await expectHolds(again, read);
    } finally {
      await database.close();
      await again.close();
    }
  });
});
