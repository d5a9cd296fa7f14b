import { describe, expect, test } from "vitest";
import type { CatalogueQuery } from "../../../src/dialects/dialect.ts";
import { mariadb, mysql } from "../../../src/dialects/mysql/index.ts";
import { boolean, check, expression, index, integer, json, sql, table, text, timestamptz, unique, uuid, varchar } from "../../../src/models/index.ts";
import type { Operation } from "../../../src/operations/index.ts";
import { emptySchema, type Schema } from "../../../src/schema/types.ts";
import { schemaOf, statements } from "./support.ts";

const person = table(
  "person",
  {
    id: integer().primaryKey().autoIncrement(),
    key: uuid().notNull(),
    name: varchar(80).notNull().default("it's"),
    age: integer(),
    bio: text().default("none"),
    data: json().default({}),
    active: boolean().notNull().default(true),
    seen: timestamptz(3).defaultNow(),
    doubled: integer().generated(sql`age * 2`).notNull(),
  },
  (t) => [check("person_chk_1", sql`age > 0`), unique("uq").on(t.key), index("ix_lower").on(expression(sql`lower("name")`, { order: "desc" }))],
);
const before = schemaOf(person);
const on = (operation: object): Operation => ({ table: "person", ...operation }) as unknown as Operation;

describe("MySQL's own statements", () => {
  test("a table", () => {
    expect(statements(mysql, [{ kind: "createTable", table: before.tables["person"]! }])).toEqual([
      `CREATE TABLE \`person\` (
  \`id\` INT NOT NULL AUTO_INCREMENT,
  \`key\` CHAR(36) NOT NULL,
  \`name\` VARCHAR(80) NOT NULL DEFAULT 'it''s',
  \`age\` INT,
  \`bio\` LONGTEXT DEFAULT ('none'),
  \`data\` JSON DEFAULT ('{}'),
  \`active\` TINYINT(1) NOT NULL DEFAULT TRUE,
  \`seen\` TIMESTAMP(3) NULL DEFAULT CURRENT_TIMESTAMP(3),
  \`doubled\` INT GENERATED ALWAYS AS (age * 2) STORED NOT NULL,
  CONSTRAINT \`uq\` UNIQUE (\`key\`),
  CONSTRAINT \`person_chk_1\` CHECK (age > 0),
  PRIMARY KEY (\`id\`),
  KEY \`ix_lower\` ((lower(\`name\`)) DESC)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
    ]);
  });

  test("a check is dropped by its own words", () => {
    const operations = [on({ kind: "dropConstraint", name: "person_chk_1" })];
    expect(statements(mysql, operations, before)).toEqual(["ALTER TABLE `person` DROP CHECK `person_chk_1`"]);
    expect(statements(mariadb, operations, before)).toEqual(["ALTER TABLE `person` DROP CONSTRAINT `person_chk_1`"]);
  });

  test("checks and generated columns step aside while a column is renamed", () => {
    expect(statements(mysql, [on({ kind: "renameColumn", from: "age", to: "years" })], before)).toEqual([
      "ALTER TABLE `person` DROP CHECK `person_chk_1`, DROP COLUMN `doubled`",
      "ALTER TABLE `person` RENAME COLUMN `age` TO `years`",
      "ALTER TABLE `person` ADD COLUMN `doubled` INT GENERATED ALWAYS AS (years * 2) STORED NOT NULL, ADD CONSTRAINT `person_chk_1` CHECK (years > 0)",
    ]);
  });

  test("a column that an index computes from is not renamed", () => {
    expect(() => statements(mysql, [on({ kind: "renameColumn", from: "name", to: "title" })], before)).toThrow(/while an index is computed from it/);
  });

  test("checks keep their names when the table is renamed", () => {
    expect(statements(mysql, [{ kind: "renameTable", from: "person", to: "people" }], before)).toEqual([
      "ALTER TABLE `person` DROP CHECK `person_chk_1`",
      "RENAME TABLE `person` TO `people`",
      "ALTER TABLE `people` ADD CONSTRAINT `person_chk_1` CHECK (age > 0)",
    ]);
  });

  test("a default alone leaves the column as it is", () => {
    const change = (column: string, value: object | null) => statements(mysql, [on({ kind: "alterColumn", column, changes: { default: value } })], before);
    expect(change("bio", { value: "x" })).toEqual(["ALTER TABLE `person` ALTER COLUMN `bio` SET DEFAULT ('x')"]);
    expect(change("name", null)).toEqual(["ALTER TABLE `person` ALTER COLUMN `name` DROP DEFAULT"]);
    expect(change("age", null)).toEqual(["ALTER TABLE `person` ALTER COLUMN `age` SET DEFAULT NULL"]);
    expect(change("seen", { sql: "now()" })).toEqual(["ALTER TABLE `person` MODIFY COLUMN `seen` TIMESTAMP(3) NULL DEFAULT CURRENT_TIMESTAMP(3)"]);
  });

  test("names are those that the server gives", () => {
    const taken = new Set(["a", "job_ibfk_1"]);
    const name = (dialect: typeof mysql, kind: "primaryKey" | "unique" | "index" | "foreignKey" | "check") => dialect.naming.names({ kind, table: "job", columns: ["a", "b"] }, (each) => taken.has(each));
    expect((["primaryKey", "unique", "index", "foreignKey", "check"] as const).map((kind) => name(mysql, kind))).toEqual(["PRIMARY", "a_2", "a_2", "job_ibfk_2", "job_chk_1"]);
    expect(name(mariadb, "check")).toBe("CONSTRAINT_1");
  });

  test("the catalogue's spellings are those of the declaration", async () => {
    const read = await mysql.readCatalogue(catalogueOf({
      TABLES: [{ name: "person", collation: "utf8mb4_0900_ai_ci", comment: "" }],
      COLUMNS: [
        column("id", "int", { nullable: "NO", extra: "auto_increment" }),
        column("key", "char(36)", { nullable: "NO", collation: "utf8mb4_0900_ai_ci" }),
        column("name", "varchar(80)", { nullable: "NO", default_value: "it's", collation: "utf8mb4_0900_ai_ci" }),
        column("age", "int"),
        column("bio", "longtext", { default_value: "_utf8mb4\\'none\\'", extra: "DEFAULT_GENERATED", collation: "utf8mb4_0900_ai_ci" }),
        column("data", "json", { default_value: "_utf8mb4\\'{}\\'", extra: "DEFAULT_GENERATED" }),
        column("active", "tinyint(1)", { nullable: "NO", default_value: "1" }),
        column("seen", "timestamp(3)", { default_value: "CURRENT_TIMESTAMP(3)", extra: "DEFAULT_GENERATED" }),
        column("doubled", "int", { nullable: "NO", extra: "STORED GENERATED", expression: "(`age` * 2)" }),
      ],
      STATISTICS: [
        part("PRIMARY", { non_unique: 0, column_name: "id" }),
        part("ix_lower", { expression: "lower(`name`)", direction: "D" }),
        part("uq", { non_unique: 0, column_name: "key" }),
      ],
      KEY_COLUMN_USAGE: [],
      CHECK_CONSTRAINTS: [{ table_name: "person", name: "person_chk_1", clause: "(`age` > 0)", of_column: 0 }],
    }));
    expect(mysql.physical(read)).toEqual(mysql.physical(before));
  });
});

test("expressions are the same in any spelling", () => {
  const pairs: [string, string][] = [
    ["name <> 'it''s'", "(`name` <> _utf8mb4'it\\'s')"],
    ["a > 0 AND NOT (b IS NULL OR c = TRUE)", "((`a` > 0) and (`b` is not null) and (`c` <> 1))"],
    ["now() > d", "current_timestamp() > `d`"],
    ["a IN (1)", "`a` = 1"],
    ["length(a) > mod(b, 2)", "octet_length(`a`) > `b` MOD 2"],
  ];
  for (const [a, b] of pairs) expect([a, mysql.sameExpression(a, b)]).toEqual([a, true]);
  expect(mysql.sameExpression("a = '\\\\'", "a = ''")).toBe(false);
});

test("what the databases lack is refused with a way out", () => {
  const odd: Schema = {
    namespaces: { app: { name: "app" } },
    enums: { e: { name: "e", labels: ["a", "A"] } },
    requiredRows: {}, objects: {},
    tables: {
      t: {
        name: "t",
        columns: [
          { name: "id", type: { kind: "integer" }, nullable: false, autoIncrement: true },
          { name: "free", type: { kind: "varchar" }, nullable: true },
          { name: "span", type: { kind: "interval" }, nullable: true },
          { name: "list", type: { kind: "array", element: { kind: "integer" } }, nullable: true },
          { name: "body", type: { kind: "text" }, nullable: false, default: { sql: "'a' || 'b'" } },
          { name: "number", type: { kind: "integer" }, nullable: false, identity: { generation: "always", cache: 5 } },
        ],
        uniques: [{ name: "u", columns: ["body"], deferrable: "initially deferred", nullsNotDistinct: true }],
        foreignKeys: [{ name: "f", columns: ["body"], references: { table: "t", columns: ["id"] }, match: "full", onDelete: "set null", onUpdate: "set default", deferrable: "initially immediate" }],
        checks: [{ name: "c", sql: "body || 'x' = '||'" }],
        indexes: [{ name: "i", parts: [{ column: "body" }, { column: "id", nulls: "first", operatorClass: "ops" }, { expression: "lower(body)" }], where: "id > 0", include: ["id"], method: "gin" }],
      },
    },
  };
  const paths = mariadb.refuse(odd).map(({ path, hint }) => (hint === undefined ? `${path} without a hint` : path));
  expect(paths).toEqual(["app", "e", "t.free", "t.span", "t.list", "t.body", "t.number", "t.number", "t.id", "t.number without a hint", "t.number", "t.u", "t.u", "t.u", "t.f", "t.f", "t.f", "t.f", "t.c", "t.i", "t.i", "t.i", "t.i", "t.i", "t.i"]);
  expect(() => statements(mysql, [{ kind: "createTable", table: odd.tables["t"]! }], { ...emptySchema, enums: odd.enums })).toThrow(/cannot have "t\.free"/);
  expect(() => statements(mysql, [{ kind: "createSchema", name: "app" }])).toThrow(/a schema is a database there/);
});

const column = (name: string, type: string, rest: object = {}) => ({ table_name: "person", name, type, default_value: null, nullable: "YES", collation: null, extra: "", expression: null, comment: "", ...rest });
const part = (name: string, rest: object) => ({ table_name: "person", name, non_unique: 1, column_name: null, expression: null, direction: "A", prefix: null, method: "BTREE", ...rest });

/** Answers each catalogue query with the rows of the view that it reads first. */
function catalogueOf(views: Record<string, readonly object[]>): CatalogueQuery {
  return async (text) => (views[/FROM information_schema\.(\w+)/.exec(text)![1]!] ?? []) as never;
}
