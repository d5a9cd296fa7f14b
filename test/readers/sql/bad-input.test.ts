import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadDialect } from "../../../src/dialects/index.ts";
import { readSqlFiles } from "../../../src/readers/sql/read-files.ts";
import { faultsOf, readSql, readTexts } from "./support.ts";

test("a statement that does not parse is told with its line and a caret", async () => {
  expect(await faultsOf("postgres", "CREATE TABLE a (\n  id integer,\n  name varchar(20) NOTNULL\n);")).toEqual([
    'SQL-001 This is not understood on the column "name", at "NOTNULL".\n1.sql:3:20\n  name varchar(20) NOTNULL\n                   ^',
  ]);
  expect(await faultsOf("sqlite", "CREATE TABLE a (id integer,);")).toEqual(["SQL-001 A column or a constraint is missing after the last comma, at the end of the statement.\n1.sql:1:28\nCREATE TABLE a (id integer,);\n                           ^"]);
  expect(await faultsOf("mysql", "CREATE TABLE a (\n id int\n name int\n);")).toEqual(['SQL-001 This is not understood on the column "id", at "name".\n1.sql:3:2\n name int\n ^']);
  expect(await faultsOf("postgres", "CREATE TABLE a (id int")).toEqual(['SQL-001 The bracket "(" is never closed.\n1.sql:1:16\nCREATE TABLE a (id int\n               ^']);
});

test("all faults of the files are told at once", async () => {
  const faults = await faultsOf("postgres", "CREATE TABLE a (id);\nCREATE TABLE b (id int;", "ALTER TABLE a ADD;\nSELECT 'x");
  expect(faults.map((fault) => fault.split("\n")[1])).toEqual(["1.sql:1:19", "1.sql:2:16", "2.sql:1:18", "2.sql:2:8"]);
});

test("two definitions of one object tell both places", async () => {
  expect(await faultsOf("postgres", "CREATE TABLE a (id int);", "\nCREATE TABLE public.a (x int);")).toEqual([
    'SQL-003 The table "a" is defined twice.\n2.sql:2:14\nCREATE TABLE public.a (x int);\n             ^\nThe other one is at 1.sql:1.',
  ]);
  expect((await faultsOf("postgres", "CREATE VIEW v AS SELECT 1;\nCREATE VIEW v AS SELECT 2;"))[0]).toContain('SQL-003 The view v is defined twice.\n1.sql:2:1');
  expect((await faultsOf("sqlite", "CREATE TABLE a (id int, ID text);"))[0]).toContain('SQL-003 The column "a.ID" is defined twice.\n1.sql:1:25');
  expect((await faultsOf("postgres", "CREATE TYPE m AS ENUM ('a');\nCREATE TYPE m AS ENUM ('b');"))[0]).toContain('SQL-003 The type "m" is defined twice.');
  expect((await faultsOf("postgres", "CREATE TABLE a (x int); CREATE INDEX i ON a (x);\nCREATE INDEX i ON a (x);"))[0]).toContain('SQL-003 The index "i" is defined twice.\n1.sql:2:14');
});

test("what is not there is told with the nearest name", async () => {
  expect(await faultsOf("postgres", "CREATE TABLE users (id int);\nALTER TABLE user ADD x int;")).toEqual([
    'SQL-001 There is no table "user" at this place of the file.\n1.sql:2:13\nALTER TABLE user ADD x int;\n            ^\nDid you mean "users"?',
  ]);
  expect((await faultsOf("postgres", "CREATE TABLE users (email int);\nCREATE INDEX i ON users (emial);"))[0]).toContain('MOD-003 An index of table "users" names the column "emial", which the table does not have.\n1.sql:2:14');
  expect((await faultsOf("postgres", "CREATE TABLE users (id int, boss int REFERENCES usres (id));"))[0]).toMatch(/^MOD-004 .*"usres".*\n1\.sql:1:38\nDid you mean "users"\?$/);
  expect((await faultsOf("postgres", "CREATE TABLE a (x int);\nALTER TABLE a DROP COLUMN y;"))[0]).toContain('SQL-001 The table "a" has no column "y" here.\n1.sql:2:15');
});

test("another database's words are told as such", async () => {
  const first = async (name: Parameters<typeof faultsOf>[0], sql: string) => (await faultsOf(name, sql))[0]?.split("\n")[0];
  expect(await first("postgres", "CREATE TABLE a (id int AUTO_INCREMENT PRIMARY KEY)")).toBe(`SQL-001 AUTO_INCREMENT belongs to MySQL and MariaDB, not to this project's database, at "AUTO_INCREMENT".`);
  expect(await first("postgres", "CREATE TABLE a (id int) ENGINE=InnoDB")).toBe(`SQL-001 ENGINE, CHARSET and other table options belongs to MySQL and MariaDB, not to this project's database, at "ENGINE".`);
  expect(await first("mysql", "CREATE TABLE a (id int GENERATED ALWAYS AS IDENTITY)")).toContain("GENERATED … AS IDENTITY belongs to PostgreSQL");
  expect(await first("mysql", "CREATE TYPE m AS ENUM ('a')")).toContain("CREATE TYPE belongs to PostgreSQL");
  expect(await first("sqlite", "CREATE EXTENSION citext")).toContain("CREATE EXTENSION belongs to PostgreSQL");
  expect(await first("postgres", "CREATE TABLE a (id integer PRIMARY KEY AUTOINCREMENT)")).toContain("AUTOINCREMENT belongs to SQLite");
  expect(await first("mysql", "CREATE TABLE a (id int, b int REFERENCES c (id))")).toContain("MySQL makes no foreign key of REFERENCES on a column");
});

test("what is not understood is refused with its first words, and carried where the config says so", async () => {
  const sql = "CREATE TABLE a (id int);\nCREATE PUBLICATION news FOR TABLE a;\nCREATE FOREIGN DATA WRAPPER w NO HANDLER;";
  expect(await faultsOf("postgres", sql)).toEqual([
    'SQL-002 The statement is not understood: CREATE PUBLICATION news FOR TABLE a\n1.sql:2:1\nCREATE PUBLICATION news FOR TABLE a;\n^\nLeave it out of the models, or carry it as it is: unsupported: "raw" in the config.',
    'SQL-002 The statement is not understood: CREATE FOREIGN DATA WRAPPER w NO\n1.sql:3:1\nCREATE FOREIGN DATA WRAPPER w NO HANDLER;\n^\nLeave it out of the models, or carry it as it is: unsupported: "raw" in the config.',
  ]);
  const { declarations } = await readTexts("postgres", [sql], { unsupported: "raw" });
  expect(declarations.objects.map(({ object }) => object)).toEqual([
    { kind: "raw", name: "news", noun: "PUBLICATION", sql: "CREATE PUBLICATION news FOR TABLE a" },
    { kind: "raw", name: "w", noun: "FOREIGN DATA WRAPPER", sql: "CREATE FOREIGN DATA WRAPPER w NO HANDLER" },
  ]);
  // What has no name cannot be carried.
  await expect(readTexts("postgres", ["DO $$ BEGIN NULL; END $$;"], { unsupported: "raw" })).rejects.toMatchObject({ code: "SQL-002" });
});

test("an annotation that is not understood is told", async () => {
  expect((await faultsOf("postgres", "CREATE TABLE a (\n  -- @renamed form=old\n  id int\n);"))[0]).toBe('SQL-001 The comment "@renamed form=old" is not understood.\n1.sql:3:3\n  id int\n  ^\nWrite it as in: -- @renamed from=old_name');
  expect((await faultsOf("postgres", "-- @rename from=b\nCREATE TABLE a (id int);"))[0]).toContain('SQL-001 The comment "@rename from=b" is not understood.');
});

test("a file that the client would read is told, a file that declares nothing is refused", async () => {
  expect((await faultsOf("postgres", "\\i other.sql\nCREATE TABLE a (id int);"))[0]).toContain("SQL-002 The client's line is not understood: \\i other.sql\n1.sql:1:1");
  expect(await faultsOf("postgres", "-- nothing\n")).toEqual(["SQL-004 The SQL files declare nothing.\nAn empty model drops everything that stands. If that is meant, say --allow-empty."]);
});

test("bytes that are no text are refused, and UTF-16 is read", async () => {
  const sqlite = await loadDialect("sqlite");
  const { folder } = await readTexts("sqlite", []);
  const { mkdirSync, rmSync } = await import("node:fs");
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(`${folder}/a.db`, Buffer.from("SQLite format 3\0"));
    expect(() => readSqlFiles([`${folder}/a.db`], sqlite)).toThrow(/holds bytes that are no text/);
    writeFileSync(`${folder}/b.sql`, Buffer.from("\ufeffCREATE TABLE a (id int);", "utf16le"));
    expect(readSqlFiles([`${folder}/b.sql`], sqlite).declarations.tables.map(({ name }) => name)).toEqual(["a"]);
    expect(() => readSqlFiles([`${folder}/none.sql`], sqlite)).toThrow(/Cannot read/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("rows are skipped with one note", async () => {
  const { notes } = await readTexts("postgres", ["CREATE TABLE a (id int);\nINSERT INTO a VALUES (1), (2);\nCOPY b (id) FROM stdin;\n1\n\\.\n", "INSERT INTO a (id) VALUES (3);"]);
  expect(notes).toEqual([{ message: "Skipped 4 rows of the SQL files (a, b): a model holds no rows.", hint: "Rows that the application needs belong in requiredRows(…) of a TypeScript model beside the SQL." }]);
});

test("former names stand in comments above a table, a column, an index, a type and a label", async () => {
  const { renames } = await readSql(
    "postgres",
    `-- @renamed from=persons
     CREATE TABLE people (
       id int, -- the key
       -- @renamed from=mail
       email text, /* @renamed from="Full Name" */ name text,
       -- @renamed from=people_mail_key
       CONSTRAINT people_email_key UNIQUE (email)
     );
     -- @renamed from=ix_old
     CREATE INDEX ix_new ON people (name);
     -- @renamed from=feeling
     CREATE TYPE mood AS ENUM ('sad',
       -- @renamed from=fine
       'ok');
     -- @renamed from=old_view
     CREATE VIEW new_view AS SELECT 1 AS one;`,
  );
  expect(renames).toEqual([
    { kind: "enum", from: "feeling", to: "mood" },
    { kind: "enumLabel", table: "mood", from: "fine", to: "ok" },
    { kind: "unique", table: "people", from: "people_mail_key", to: "people_email_key" },
    { kind: "index", table: "people", from: "ix_old", to: "ix_new" },
    { kind: "column", table: "people", from: "mail", to: "email" },
    { kind: "column", table: "people", from: "Full Name", to: "name" },
    { kind: "table", from: "persons", to: "people" },
    { kind: "object", from: "view old_view", to: "view new_view" },
  ]);
});

test("the caret stands under the place as a terminal shows the line", async () => {
  expect(await faultsOf("postgres", '\ufeffCREATE TABLE a (\r\n\tid int,\r\n\t"\u65e5\u672c" text NOTNUL,\r\n\t"e\u0301" text\r\n);\r\n')).toEqual(['SQL-001 This is not understood on the column "\u65e5\u672c", at "NOTNUL".\n1.sql:3:12\n "\u65e5\u672c" text NOTNUL,\n             ^']);
  expect((await faultsOf("postgres", 'CREATE TABLE a ("e\u0301" text NOTNUL)'))[0]!.split("\n").slice(2)).toEqual(['CREATE TABLE a ("e\u0301" text NOTNUL)', "                         ^"]);
});

test("what is never closed is told once, COPY among it", async () => {
  expect(await faultsOf("postgres", 'CREATE TABLE "a (id int);')).toEqual(['SQL-001 A " quote is never closed.\n1.sql:1:14\nCREATE TABLE "a (id int);\n             ^']);
  expect(await faultsOf("postgres", "CREATE TABLE a (id int);\nCOPY a FROM stdin;\n1\n2\nCREATE TABLE b (id int);\n")).toEqual(["SQL-001 COPY \u2026 FROM stdin, whose rows end with a line `\\.`, is never closed.\n1.sql:2:1\nCOPY a FROM stdin;\n^"]);
});

test("on PostgreSQL a carriage return alone ends a comment", async () => {
  const text = "CREATE TABLE a (id int); -- first\rCREATE TABLE b (id int, -- here\r x int);\r-- last\rCREATE TABLE c (id int);";
  expect(Object.keys((await readSql("postgres", text)).schema.tables)).toEqual(["a", "b", "c"]);
  expect(Object.keys((await readSql("sqlite", text)).schema.tables)).toEqual(["a"]);
});

test("letters of another encoding are told, but for those of rows", async () => {
  const folder = mkdtempSync(join(tmpdir(), "graven-sql-"));
  const file = join(folder, "latin1.sql");
  const dialect = await loadDialect("postgres");
  const read = (text: string) => {
    writeFileSync(file, Buffer.from(text, "latin1"));
    return readSqlFiles([file], dialect).declarations.tables.map(({ name }) => name);
  };
  try {
    expect(read("CREATE TABLE a (id int);\nINSERT INTO a VALUES ('caf\u00e9');")).toEqual(["a"]);
    expect(() => read('CREATE TABLE a (id int);\nCREATE TABLE "caf\u00e9" (id int);')).toThrow(expect.objectContaining({ code: "SQL-001", message: "The file holds bytes that are no UTF-8 here.", place: { file, line: 2, column: 18 } }));
    writeFileSync(file, "CREATE TABLE a (id text DEFAULT '\ufffd');");
    expect(readSqlFiles([file], dialect).declarations.tables[0]!.columns[0]).toMatchObject({ default: { value: "\ufffd" } });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("what shares a space of names with another thing is told, and all that is defined twice at once", async () => {
  expect((await faultsOf("postgres", "CREATE TABLE a (id int);\nCREATE VIEW a AS SELECT 1;"))[0]).toMatch(/^MOD-002 "a" is the name of the table "a" and of the view a\.\n1\.sql:2:1\n.*1\.sql:1\.$/s);
  expect((await faultsOf("postgres", "CREATE TABLE a (id int); CREATE TABLE b (id int); CREATE INDEX i ON a (id);\nCREATE INDEX i ON b (id);"))[0]).toMatch(/^MOD-002 "i" is the name of an index of table "a" and of an index of table "b"\./);
  expect((await faultsOf("postgres", "CREATE TYPE m AS ENUM ('a');\nCREATE DOMAIN m AS text;"))[0]).toMatch(/^MOD-002 "m" is the name of the enum "m" and of the domain m\./);
  expect(await faultsOf("mysql", "CREATE TABLE a (id int, KEY i (id)); CREATE TABLE b (id int, KEY i (id));")).toEqual([]);
  expect(await faultsOf("postgres", "CREATE SCHEMA s; CREATE TABLE a (id int); CREATE TABLE s.a (id int); CREATE INDEX i ON a (id); CREATE INDEX i ON s.a (id);")).toEqual([]);
  const faults = await faultsOf("postgres", "CREATE TABLE a (id int);\nCREATE TABLE a (id int);\nCREATE VIEW v AS SELECT 1;\nCREATE VIEW v AS SELECT 2;");
  expect(faults.map((fault) => fault.split("\n")[1])).toEqual(["1.sql:2:14", "1.sql:4:1"]);
});
