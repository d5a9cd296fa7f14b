import { describe, expect, test } from "vitest";
import { faultsOf, readSql } from "./support.ts";

describe("statements that parsers leave out are read:", () => {
  test("PostgreSQL's aggregates, operators, rules, casts, statistics, tables without columns and languages in quotes", async () => {
    const sql = `CREATE TABLE t (); CREATE TABLE s (id int, b int);
      CREATE FUNCTION f(a int, b int) RETURNS int LANGUAGE 'plpgsql' AS $$ BEGIN RETURN a; END $$;
      CREATE AGGREGATE agg (int) (SFUNC = f, STYPE = int, INITCOND = '0');
      CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = f);
      CREATE RULE r AS ON UPDATE TO s DO INSTEAD NOTHING;
      CREATE FUNCTION g(x s) RETURNS text LANGUAGE sql AS 'select 1::text';
      CREATE CAST (s AS text) WITH FUNCTION g(s);
      CREATE STATISTICS st (ndistinct) ON id, b FROM s;
      CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION f();
      CREATE TEXT SEARCH CONFIGURATION cfg (PARSER = default);`;
    expect(await faultsOf("postgres", sql)).toEqual([]);
    const { schema } = await readSql("postgres", sql);
    expect(Object.keys(schema.tables)).toEqual(["t", "s"]);
    expect(schema.tables["t"]!.columns).toEqual([]);
    expect(Object.keys(schema.objects)).toEqual(["function f(integer, integer)", "aggregate agg(integer)", "operator ===(integer, integer)", "rule s.r", "function g(s)", "cast (s as text)", "statistics st", "eventTrigger e", "textSearchConfiguration cfg"]);
    expect(schema.objects["function f(integer, integer)"]).toMatchObject({ language: "plpgsql" });
  });

  test("comments on the checks of a domain go with them, and one on a check that is not there is refused", async () => {
    const made = "CREATE DOMAIN email AS text CONSTRAINT email_at CHECK (VALUE LIKE '%@%') CHECK (length(VALUE) > 3);";
    const commented = `${made} COMMENT ON CONSTRAINT email_at ON DOMAIN email IS 'one'; COMMENT ON CONSTRAINT email_check ON DOMAIN public.email IS 'two';`;
    const { schema } = await readSql("postgres", commented);
    expect(schema.objects["domain email"]).toMatchObject({ checkComments: { email_at: "one", email_check: "two" } });
    const later = await readSql("postgres", `${commented} COMMENT ON CONSTRAINT email_check ON DOMAIN email IS NULL; ALTER DOMAIN email DROP CONSTRAINT email_at;`);
    expect(later.schema.objects["domain email"]).not.toHaveProperty("checkComments");
    expect(await faultsOf("postgres", `${made} COMMENT ON CONSTRAINT email_ad ON DOMAIN email IS 'one';`)).toEqual([expect.stringContaining('Domain "email" has no constraint "email_ad"')]);
    expect(await faultsOf("postgres", `${made} COMMENT ON CONSTRAINT email_at ON DOMAIN emails IS 'one';`)).toEqual([expect.stringContaining("emails")]);
  });

  for (const dialect of ["mysql", "mariadb"] as const) {
    test(`UNSIGNED, the forms of KEY, character sets of columns, partitions, events and triggers on ${dialect}, among a session's own words`, async () => {
      const sql = `/*!40101 SET NAMES utf8mb4 */;
        CREATE TABLE \`a\` (
          \`id\` int(10) unsigned zerofill NOT NULL AUTO_INCREMENT, \`n\` int, \`c\` varchar(20) CHARACTER SET latin1 COLLATE latin1_bin DEFAULT NULL, \`g\` geometry NOT NULL, \`txt\` text,
          PRIMARY KEY (\`id\`), UNIQUE KEY \`u\` (\`c\`(10)), KEY \`k\` (\`n\`) USING BTREE, FULLTEXT KEY \`ft\` (\`txt\`), SPATIAL KEY \`sp\` (\`g\`)
        ) ENGINE=InnoDB AUTO_INCREMENT=5 DEFAULT CHARSET=utf8mb4;
        CREATE TABLE p (id int, y int) PARTITION BY RANGE (y) (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN MAXVALUE);
        LOCK TABLES a WRITE; INSERT INTO a VALUES (1), (2); UNLOCK TABLES;
        CREATE EVENT ev ON SCHEDULE EVERY 1 DAY DO DELETE FROM a;
DELIMITER //
CREATE TRIGGER tr BEFORE INSERT ON a FOR EACH ROW BEGIN SET NEW.n = 1; END//
DELIMITER ;
`;
      expect(await faultsOf(dialect, sql)).toEqual([]);
      const { schema } = await readSql(dialect, sql);
      expect(schema.tables["a"]!.columns.map(({ name, type, collation, facts }) => ({ name, type, collation, facts }))).toEqual([
        { name: "id", type: { kind: "sql", sql: "int(10) unsigned zerofill" }, collation: undefined, facts: undefined },
        { name: "n", type: { kind: "integer" }, collation: undefined, facts: undefined },
        { name: "c", type: { kind: "varchar", length: 20 }, collation: "latin1_bin", facts: undefined },
        { name: "g", type: { kind: "sql", sql: "geometry" }, collation: undefined, facts: undefined },
        { name: "txt", type: { kind: "sql", sql: "text" }, collation: undefined, facts: undefined },
      ]);
      expect(schema.tables["a"]!.indexes).toEqual([
        { name: "u", parts: [{ column: "c", length: 10 }], unique: true },
        { name: "k", parts: [{ column: "n" }] },
        { name: "ft", parts: [{ column: "txt" }], type: "fulltext" },
        { name: "sp", parts: [{ column: "g" }], type: "spatial" },
      ]);
      expect(schema.tables["p"]!.facts).toEqual({ partitions: "RANGE (y) (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN MAXVALUE)" });
      expect(Object.keys(schema.objects)).toEqual(["event ev", "trigger a.tr"]);
    });
  }
});

test("row security is forced in either order, as pg_dump tells it before it enables it", async () => {
  const facts = async (sql: string) => (await readSql("postgres", `CREATE TABLE a (id int);\n${sql}`)).schema.tables["a"]?.facts?.rowSecurity;
  expect(await facts("ALTER TABLE ONLY a FORCE ROW LEVEL SECURITY; ALTER TABLE a ENABLE ROW LEVEL SECURITY;")).toBe("forced");
  expect(await facts("ALTER TABLE a ENABLE ROW LEVEL SECURITY; ALTER TABLE a FORCE ROW LEVEL SECURITY;")).toBe("forced");
  expect(await facts("ALTER TABLE a FORCE ROW LEVEL SECURITY; ALTER TABLE a ENABLE ROW LEVEL SECURITY; ALTER TABLE a NO FORCE ROW LEVEL SECURITY;")).toBe("enabled");
  expect(await facts("ALTER TABLE a FORCE ROW LEVEL SECURITY;")).toBe(undefined);
  expect(await facts("ALTER TABLE a ENABLE ROW LEVEL SECURITY; ALTER TABLE a DISABLE ROW LEVEL SECURITY;")).toBe(undefined);
});

test("the comment on an extension that the file makes is its own; that of a built-in one is nobody's", async () => {
  const { schema } = await readSql("postgres", "CREATE EXTENSION pg_trgm; COMMENT ON EXTENSION pg_trgm IS 'search'; COMMENT ON EXTENSION plpgsql IS 'PL/pgSQL procedural language';");
  expect(schema.objects).toEqual({ "extension pg_trgm": { kind: "extension", name: "pg_trgm", comment: "search" } });
});
