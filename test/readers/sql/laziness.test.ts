import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { check, heads, history, projectContext, revision, upgrade } from "../../../src/index.ts";
import { loadDialect } from "../../../src/dialects/index.ts";
import { StatementCache } from "../../../src/readers/sql/cache.ts";
import { ParsedQueries } from "../../../src/readers/sql/query-reader.ts";
import { readSqlFiles } from "../../../src/readers/sql/read-files.ts";

const { cache: loaded } = createRequire(import.meta.url);
const isParserLoaded = () => Object.keys(loaded).some((path) => path.includes("sql-parser-cst"));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "graven-lazy-"));
  mkdirSync(join(folder, "node_modules"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cacheFile = (name: string) => join(folder, "node_modules/.cache/graven", readdirSync(join(folder, "node_modules/.cache/graven")).find((file) => file.startsWith(name))!);

describe("the parser of queries", () => {
  const project = () => projectContext({ folder, config: { models: ["./schema.sql"], url: `sqlite:${join(folder, "dev.db")}` } });

  test("is not loaded by what reads tables, writes their revisions and runs them, and is by a change under a view", async () => {
    writeFileSync(join(folder, "schema.sql"), "CREATE TABLE a (id integer PRIMARY KEY, b integer);\n");
    await revision(project(), { autogenerate: true, message: "first", revisionId: "aaaaaaaaaaaa" });
    await upgrade(project(), {});
    await check(project());
    await heads(project());
    await history(project());
    expect(isParserLoaded()).toBe(false);
    writeFileSync(join(folder, "schema.sql"), "CREATE TABLE a (id integer PRIMARY KEY, b integer);\nCREATE VIEW v AS SELECT id FROM a;\n");
    await revision(project(), { autogenerate: true, message: "second", revisionId: "bbbbbbbbbbbb" });
    expect(isParserLoaded()).toBe(true);
  });

  test("is not asked for what the cache knows", () => {
    const text = { sql: "SELECT x.id FROM a x", as: "query" } as const;
    const first = new ParsedQueries("sqlite", folder);
    const uses = first.read(text);
    first.save();
    expect(uses?.columns).toEqual([{ column: "id", scopes: [[{ name: "a" }]] }]);
    // Another answer in the file shows that it is the file's.
    const file = cacheFile("queries-sqlite");
    writeFileSync(file, readFileSync(file, "utf8").replaceAll('"column":"id"', '"column":"known"'));
    expect(new ParsedQueries("sqlite", folder).read(text)?.columns).toEqual([{ column: "known", scopes: [[{ name: "a" }]] }]);
  });
});

describe("the cache of statements", () => {
  test("has a second run read only what changed", async () => {
    const dialect = await loadDialect("postgres");
    const file = join(folder, "cached.sql");
    writeFileSync(file, "CREATE TABLE a (id int);\nCREATE TABLE b (id int);\n");
    readSqlFiles([file], dialect, { cacheFolder: folder });
    const cache = new StatementCache(folder, "postgres");
    const asked: string[] = [];
    for (const text of ["CREATE TABLE a (id int)", "CREATE TABLE b (id int)", "CREATE TABLE b (id bigint)"]) {
      cache.get(`\n${text}`, () => {
        asked.push(text);
        return { kind: "nothing" };
      });
    }
    expect(asked).toEqual(["CREATE TABLE b (id bigint)"]);
  });

  test("may be spoilt or be no place to write to, which costs time only", async () => {
    const dialect = await loadDialect("postgres");
    const file = join(folder, "cached.sql");
    const path = cacheFile("sql-postgres");
    const whole = JSON.parse(readFileSync(path, "utf8")) as { code: string; values: object };
    // What another state of the code found is of its own form.
    const foreign = JSON.stringify({ code: "other", values: Object.fromEntries(Object.keys(whole.values).map((key) => [key, { kind: "nothing" }])) });
    for (const text of ["{ cut o", "[]", "null", "{}", "1", JSON.stringify({ code: whole.code }), JSON.stringify({ code: whole.code, values: null }), foreign]) {
      writeFileSync(path, text);
      expect(readSqlFiles([file], dialect, { cacheFolder: folder }).declarations.tables.length).toBe(2);
    }
    rmSync(join(folder, "node_modules/.cache/graven"), { recursive: true });
    writeFileSync(join(folder, "node_modules/.cache/graven"), "a file in its place");
    expect(readSqlFiles([file], dialect, { cacheFolder: folder }).declarations.tables.length).toBe(2);
  });
});

/** Megabytes of the file; the whole size that is promised is 50. */
const megabytes = Number(process.env["GRAVEN_SQL_MEGABYTES"] ?? 16);
const built = new URL("../../../dist-modules/readers/sql/read-files.js", import.meta.url);

test.skipIf(!existsSync(built))(`a dump of ${megabytes} MB is read in bounded memory${existsSync(built) ? "" : " (skipped: the package is not built; run npm run build)"}`, () => {
  const file = join(folder, "large.sql");
  const insert = `INSERT INTO big VALUES ${Array.from({ length: 500 }, (_, row) => `(${row}, 'a text that fills the row with some forty characters')`).join(", ")};\n`;
  const copied = "1\ta row of a dump that psql would copy, with its text\n".repeat(500);
  const part = `${insert}COPY big (id, note) FROM stdin;\n${copied}\\.\n`;
  writeFileSync(file, `CREATE TABLE big (id int, note text);\n${part.repeat(Math.ceil((megabytes * 2 ** 20) / part.length))}CREATE TABLE last (id int);\n`);
  const script = `const [{ readSqlFiles }, { loadDialect }] = await Promise.all([import(${JSON.stringify(built.href)}), import(${JSON.stringify(new URL("../../dialects/index.js", built).href)})]);
    const dialect = await loadDialect("postgres");
    const before = process.memoryUsage().rss;
    const { declarations } = readSqlFiles([${JSON.stringify(file)}], dialect);
    console.log(JSON.stringify({ tables: declarations.tables.length, grown: Math.round((process.resourceUsage().maxRSS * 1024 - before) / 2 ** 20) }));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--max-old-space-size=64", "--input-type=module", "-e", script], { encoding: "utf8" });
  expect(stderr).toBe("");
  const { tables, grown } = JSON.parse(stdout) as { tables: number; grown: number };
  expect(tables).toBe(2);
  // The process may hold some pieces of a megabyte at a time, never the file.
  expect(grown).toBeLessThan(100);
}, 120_000);

test("a statement without an end is not read to the end of a large file", async () => {
  const file = join(folder, "open.sql");
  writeFileSync(file, `CREATE TABLE sound (id int);\nCREATE TABLE open (\n${"  note text DEFAULT ('a text of some length'),\n".repeat(200_000)}`);
  const dialect = await loadDialect("postgres");
  const before = process.memoryUsage().rss;
  expect(() => readSqlFiles([file], dialect)).toThrow(expect.objectContaining({ code: "SQL-001", message: "The statement goes on for 9 MB, so something in it has no end.", place: { file, line: 2, column: 1 }, hint: expect.stringContaining("parenthesis") }));
  expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(200);
});
