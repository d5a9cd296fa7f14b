import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { sqlite } from "../../src/dialects/sqlite/index.ts";
import { buildSchema } from "../../src/models/build.ts";
import { bigint, binary, boolean, date, integer, json, numeric, requiredRows, rowsFromCsv, table, text, varchar } from "../../src/models/index.ts";
import { declarationOf, type AnyTable } from "../../src/models/table.ts";
import { csvRecords } from "../../src/readers/rows/csv.ts";
import { insertStatements } from "../../src/readers/rows/insert-statements.ts";
import { withRowFiles } from "../../src/readers/rows/with-row-files.ts";

const folder = mkdtempSync(join(tmpdir(), "graven-rows-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;
const file = (content: string, ending = "sql") => {
  const path = join(folder, `rows${count++}.${ending}`);
  writeFileSync(path, content);
  return path;
};

const tables = () => {
  const role = table("role", { id: integer().primaryKey().autoIncrement(), name: varchar(40).notNull().unique(), level: integer(), madeOn: date("made_on") });
  const member = table("member", { id: integer().primaryKey(), name: text().notNull(), roleId: integer("role_id").references(() => role.id) });
  const every = table("every_type", { id: bigint().primaryKey(), price: numeric(10, 2), data: json(), done: boolean(), bytes: binary(), words: text() });
  return { role, member, every };
};
const read = async (sql: string, given: Readonly<Record<string, AnyTable>> = tables()) => {
  const declared = await withRowFiles(Object.values(given).map(declarationOf), sql ? [file(sql)] : []);
  const { schema, rowOptions } = buildSchema(declared, [], sqlite.naming);
  return { rows: Object.fromEntries(Object.entries(schema.requiredRows).map(([key, each]) => [key, each.rows])), rowOptions };
};

test("INSERT statements become required rows, with their key and options in comments", async () => {
  const { rows, rowOptions } = await read(`
-- @key name
-- @ignore level, made_on
-- @drift overwrite
INSERT INTO role (name, level, made_on) VALUES ('admin', 9, DATE '2024-02-29'), -- the first
  ('it''s', -1, NULL);
INSERT INTO "role" (name) VALUES ('guest');
-- @key id
-- @ignore name
insert into member (id, name, role_id) values (1, 'a', (SELECT id FROM role WHERE name = 'admin'));
`);
  expect(rows["role"]).toEqual([{ level: -1, made_on: null, name: "it's" }, { level: 9, made_on: "2024-02-29", name: "admin" }, { name: "guest" }]);
  expect(rows["member"]).toEqual([{ id: 1, name: "a", role_id: { ref: { table: "role", column: "id", key: { name: "admin" } } } }]);
  expect(rowOptions.get("role")).toEqual({ key: ["name"], ignore: ["level", "made_on"], onConflict: "adopt", drift: "overwrite" });
});

test("values are read by the types of their columns", async () => {
  const { rows } = await read(`-- @key id
INSERT INTO every_type VALUES (9007199254740993, 0.10, '{"a": [1, null]}', TRUE, x'00ff', '12'), (2, 1.5, NULL, false, NULL, 'x\ny');`);
  expect(rows["every_type"]).toEqual([
    { bytes: "\\x00ff", data: { json: { a: [1, null] } }, done: true, id: "9007199254740993", price: "0.10", words: "12" },
    { bytes: null, data: null, done: false, id: 2, price: "1.5", words: "x\ny" },
  ]);
});

test.each([
  ["INSERT INTO role (name) VALUES (now());", "`now` stands where a literal should.", 1],
  ["-- @key name\n\nINSERT INTO role (name) VALUES ('a')\nUPDATE role SET name = 'b'", "`UPDATE` stands where the end of the statement should.", 4],
  ["DELETE FROM role;", "`DELETE` stands where INSERT should.", 1],
  ["-- @key name\nINSERT INTO role (name, level) VALUES ('a', 1),\n('b');", "The row has 1 values for 2 columns.", 3],
  ["INSERT INTO role (name) VALUES ('a');", 'Nothing says by which columns the rows of table "role" are found.', 1],
  ["-- @key name\nINSERT INTO rle (name) VALUES ('a');", 'Rows are declared for the table "rle", which no model declares.', 2],
  ["-- @key name\nINSERT INTO role (nme) VALUES ('a');", '"nme" is no column of table "role".', 2],
  ["-- @key name\nINSERT INTO role (name, level) VALUES\n('a', 'high');", 'The row holds what its column cannot: "high" is no integer.', 3],
  ["-- @key name\nINSERT INTO role (name) VALUES ('a'", "The end of the file stands where \",\" or \")\" should.", 2],
])("%s is refused with its line", async (sql, message, line) => {
  await expect(read(sql)).rejects.toMatchObject({ message, place: { line } });
});

test("a reference to a row that nothing declares is refused", async () => {
  await expect(read("-- @key name\nINSERT INTO role (name) VALUES ('admin');\n-- @key id\nINSERT INTO member VALUES (1, 'a', (SELECT id FROM role WHERE name = 'admn'));")).rejects.toMatchObject({ code: "MOD-044", hint: 'Did you mean "admin"?' });
});

test("rows of a CSV file, named by column or property, by the types of their columns", async () => {
  const given = tables();
  const csv = file('\uFEFFname,level,madeOn\r\nadmin,9,2024-02-29\r\n"it""s, so",,\r\n\r\n"a\nb",-1,""\r\n', "csv");
  requiredRows(given.role, { key: "name" }, rowsFromCsv(csv));
  expect((await read("", given)).rows["role"]).toEqual([
    { level: -1, made_on: "", name: "a\nb" },
    { level: 9, made_on: "2024-02-29", name: "admin" },
    { level: null, made_on: null, name: 'it"s, so' },
  ]);
});

test("a path is looked for from the file that names it, and a wrong cell is told with its line", async () => {
  const given = tables();
  requiredRows(given.role, { key: "name" }, rowsFromCsv("absent.csv"));
  await expect(read("", given)).rejects.toMatchObject({ code: "MOD-045", place: { file: expect.stringContaining("rows.test.ts") } });
  const wrong = tables();
  requiredRows(wrong.role, { key: "name" }, rowsFromCsv(file("name,level\nadmin,9\nguest,low\n", "csv")));
  await expect(read("", wrong)).rejects.toMatchObject({ code: "MOD-041", message: 'The row holds what its column cannot: "low" is no integer.', place: { line: 3 } });
  const short = tables();
  requiredRows(short.role, { key: "name" }, rowsFromCsv(file('name,level\n"x\ny",1\nguest\n', "csv")));
  await expect(read("", short)).rejects.toMatchObject({ message: "The line has 1 cells for 2 columns.", place: { line: 4 } });
});

test("CSV that was written is read as it was", () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('"', ",", "\n", "\r\n", "", "a,b", 'x"y"'));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const written = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(",")).join("\n");
      expect(csvRecords(written, "x.csv").map(({ cells }) => cells.map((each) => each.text))).toEqual(rows);
    }),
    { seed: 7, numRuns: 200 },
  );
});

test("texts that were written into INSERT statements are read as they were", () => {
  fc.assert(
    fc.property(fc.array(fc.string().filter((each) => !each.includes("\0")), { minLength: 1 }), (texts) => {
      const written = `INSERT INTO t (a) VALUES ${texts.map((each) => `('${each.replaceAll("'", "''")}')`).join(", ")};`;
      expect(insertStatements(written, "x.sql")[0]!.rows.map(({ values }) => (values[0] as { text: string }).text)).toEqual(texts);
    }),
    { seed: 7, numRuns: 200 },
  );
});
