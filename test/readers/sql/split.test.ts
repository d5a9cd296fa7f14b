import * as fc from "fast-check";
import { expect, test } from "vitest";
import { loadDialect, type DialectName } from "../../../src/dialects/index.ts";
import { StatementSplitter, type SkippedRows, type SourceStatement } from "../../../src/readers/sql/split.ts";

interface Split {
  readonly statements: SourceStatement[];
  readonly rows: SkippedRows[];
  readonly clientLines: string[];
  readonly unclosed: string[];
}

async function split(name: DialectName, ...chunks: readonly string[]): Promise<Split> {
  const { syntax } = await loadDialect(name);
  const found: Split = { statements: [], rows: [], clientLines: [], unclosed: [] };
  const splitter = new StatementSplitter(syntax, {
    statement: (statement) => void found.statements.push(statement),
    rows: (rows) => void found.rows.push(rows),
    clientLine: (text) => void found.clientLines.push(text),
    unclosed: (what, line, column) => void found.unclosed.push(`${what} ${line}:${column}`),
  });
  for (const chunk of chunks) splitter.feed(chunk);
  splitter.end();
  return found;
}

const texts = async (name: DialectName, sql: string) => (await split(name, sql)).statements.map(({ text }) => text);

test("a semicolon within quotes, comments and dollar quotes ends nothing", async () => {
  expect(await texts("postgres", `SELECT ';' AS ";"; -- ;\nSELECT $$;$$, $a$ ; $$ ; $a$; /* ; /* ; */ ; */ SELECT E'\\';'; SELECT $1;`)).toEqual([
    `SELECT ';' AS ";"`,
    "SELECT $$;$$, $a$ ; $$ ; $a$",
    "SELECT E'\\';'",
    "SELECT $1",
  ]);
});

test("a statement tells its line, its column and the comments above it", async () => {
  expect((await split("postgres", "\n-- one\n/* two */\n  SELECT 1;  SELECT\n2;")).statements).toEqual([
    { text: "SELECT 1", line: 4, column: 3, comments: "-- one\n/* two */\n" },
    { text: "SELECT\n2", line: 4, column: 14, comments: "" },
  ]);
});

test("MySQL's backslashes and double quotes are texts, and a comment begins with a space after the dashes", async () => {
  expect(await texts("mysql", `SELECT 'it\\'s;', "a\\";b", 5--3; # ;\nSELECT 2; -- ;\nSELECT 3`)).toEqual([`SELECT 'it\\'s;', "a\\";b", 5--3`, "SELECT 2", "SELECT 3"]);
});

test("DELIMITER holds until the next one, and routines without it end with their END", async () => {
  const sql = `DELIMITER ;;
CREATE TRIGGER a AFTER INSERT ON t FOR EACH ROW BEGIN SET @a = 1; SET @b = 2; END ;;
DELIMITER ;
CREATE PROCEDURE p() BEGIN IF 1 THEN SELECT CASE WHEN 1 THEN 2 END; END IF; BEGIN SELECT 1; END; END;
SELECT 4;`;
  expect(await texts("mariadb", sql)).toEqual([
    "CREATE TRIGGER a AFTER INSERT ON t FOR EACH ROW BEGIN SET @a = 1; SET @b = 2; END",
    "CREATE PROCEDURE p() BEGIN IF 1 THEN SELECT CASE WHEN 1 THEN 2 END; END IF; BEGIN SELECT 1; END; END",
    "SELECT 4",
  ]);
});

test("comments with a version are read as the server reads them", async () => {
  const sql = "/*!40101 SET NAMES utf8 */;\nCREATE TABLE t (a int /*!80023 INVISIBLE */, b int /*M!100301 COMPRESSED*/);\n/*!99999 SELECT 1 */;";
  expect(await texts("mysql", sql)).toEqual(["SET NAMES utf8", `CREATE TABLE t (a int ${" ".repeat(8)} INVISIBLE   , b int /*M!100301 COMPRESSED*/)`]);
  expect(await texts("mariadb", sql)).toEqual(["SET NAMES utf8", `CREATE TABLE t (a int /*!80023 INVISIBLE */, b int ${" ".repeat(10)} COMPRESSED  )`]);
});

test("a trigger of SQLite ends with its END, and brackets quote", async () => {
  expect(await texts("sqlite", "CREATE TRIGGER [a;b] AFTER UPDATE ON t BEGIN UPDATE t SET a = CASE WHEN 1 THEN 2 END; SELECT 1; END;\nSELECT [;];")).toEqual([
    "CREATE TRIGGER [a;b] AFTER UPDATE ON t BEGIN UPDATE t SET a = CASE WHEN 1 THEN 2 END; SELECT 1; END",
    "SELECT [;]",
  ]);
});

test("a body of BEGIN ATOMIC and the brackets of a rule hold semicolons", async () => {
  const sql = "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 2 END; END;\nCREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM a; DELETE FROM b);\nSELECT 3;";
  expect(await texts("postgres", sql)).toHaveLength(3);
});

test("rows are counted and not kept, and a backslash line is the client's", async () => {
  const sql = "\\connect shop\nINSERT INTO a (x, y) VALUES (1, ');'), (2, '(');\nCOPY public.b (id, name) FROM stdin;\n1\tone;\n2\ttwo\n\\.\nSELECT 1;\nINSERT INTO c SELECT (1), (2);";
  const found = await split("postgres", sql);
  expect(found.statements.map(({ text }) => text)).toEqual(["SELECT 1"]);
  expect(found.rows).toEqual([
    { table: "a", rows: 2, line: 2 },
    { table: "public.b", rows: 2, line: 3 },
    { table: "c", rows: 0, line: 8 },
  ]);
  expect(found.clientLines).toEqual(["\\connect shop"]);
});

test("the setting of a dump decides whether a backslash escapes", async () => {
  expect(await texts("postgres", "SET standard_conforming_strings = off;\nSELECT 'a\\';b';\nSET standard_conforming_strings = on;\nSELECT 'a\\';SELECT 2")).toEqual([
    "SET standard_conforming_strings = off",
    "SELECT 'a\\';b'",
    "SET standard_conforming_strings = on",
    "SELECT 'a\\'",
    "SELECT 2",
  ]);
});

test("what is still open at the end is told with the place where it began", async () => {
  expect((await split("postgres", "SELECT 1;\n  SELECT 'open")).unclosed).toEqual(["A ' quote 2:10"]);
  expect((await split("sqlite", "SELECT 1;\n/* open")).unclosed).toEqual(["A comment 2:1"]);
  expect((await split("sqlite", "CREATE TRIGGER a AFTER UPDATE ON t BEGIN SELECT 1;\n")).unclosed).toEqual(["A body between BEGIN and END 1:1"]);
});

const pieces: Record<DialectName, readonly string[]> = {
  postgres: ["SELECT 1;", "'a;b'", '"q;"', "$$ x; $$", "-- c;\n", "/* d; /* e */ */", "\n", "INSERT INTO t VALUES (1), (2);", "COPY t FROM stdin;\n1\n2\n\\.\n", "E'\\''", ";", "a$b$c", "\\set x\n"],
  sqlite: ["SELECT 1;", "'a;b'", "[q;]", "`;`", "-- c;\n", "/* d; */", "\n", "INSERT INTO t VALUES (1), (2);", "CREATE TRIGGER a AFTER UPDATE ON t BEGIN SELECT 1; END;", ";"],
  mysql: ["SELECT 1;", "'a\\';b'", '"q;"', "`;`", "-- c;\n", "# d;\n", "/*!40101 SET a=1 */;", "/* e; */", "\n", "INSERT INTO t VALUES (1), (2);", "\nDELIMITER //\n", "SELECT 2//", "\nDELIMITER ;\n", ";"],
  mariadb: ["SELECT 1;", "/*M!100100 SET b=1 */;", "'a''b'", "\n", "REPLACE INTO t VALUES (1);", "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN SELECT 1; END;"],
};

for (const name of Object.keys(pieces) as DialectName[]) {
  test(`${name}: in whatever chunks a text comes, it gives the same statements`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces[name]), { maxLength: 12 }), fc.infiniteStream(fc.integer({ min: 1, max: 7 })), async (parts, lengths) => {
        const text = parts.join("");
        const chunks: string[] = [];
        for (let at = 0; at < text.length; ) {
          const { value } = lengths.next();
          chunks.push(text.slice(at, at + value));
          at += value;
        }
        expect(await split(name, ...chunks)).toEqual(await split(name, text));
      }),
      { numRuns: 300, seed: 3 },
    );
  });
}
