import { describe, expect, test } from "vitest";
import { diffSchemas } from "../../../src/diff/index.ts";
import { describeOperation } from "../../../src/operations/apply.ts";
import { loadDialect, type DialectName } from "../../../src/dialects/index.ts";
import { readSql } from "./support.ts";

/** Two files that make the same database: neither way is there anything to do. */
const pairs: Readonly<Partial<Record<DialectName, readonly (readonly [title: string, one: string, other: string])[]>>> = {
  postgres: [
    ["an identity with the options that it has anyhow", "CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY (START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1))", "CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY)"],
    ["a path that a function sets", "CREATE FUNCTION f() RETURNS int LANGUAGE sql SET search_path TO 'app', 'public' SET enable_seqscan TO 'off' AS 'SELECT 1'", "CREATE FUNCTION f() RETURNS int LANGUAGE sql SET search_path = app, public SET enable_seqscan = off AS 'SELECT 1'"],
    ["an empty path", "CREATE FUNCTION f() RETURNS int LANGUAGE sql SET search_path TO '' AS 'SELECT 1'", "CREATE FUNCTION f() RETURNS int LANGUAGE sql SET search_path = '' AS 'SELECT 1'"],
    ["the schema public before names", "CREATE TABLE public.t (a text); CREATE VIEW v AS SELECT a FROM public.t WHERE public.f(a); CREATE RULE r AS ON DELETE TO t DO ALSO (INSERT INTO public.t VALUES ('x')); CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION public.f(); CREATE INDEX i ON t USING gin (a public.gin_trgm_ops)", "CREATE TABLE t (a text); CREATE VIEW v AS SELECT a FROM t WHERE f(a); CREATE RULE r AS ON DELETE TO t DO ALSO (INSERT INTO t VALUES ('x')); CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION f(); CREATE INDEX i ON t USING gin (a gin_trgm_ops)"],
    ["a column that a table inherits and says again", "CREATE TABLE a (id int NOT NULL, n text DEFAULT 'x'); CREATE TABLE b (n text DEFAULT 'x'::text) INHERITS (a)", "CREATE TABLE a (id int NOT NULL, n text DEFAULT 'x'); CREATE TABLE b () INHERITS (a)"],
    ["NOT VALID on a new table", "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a int, FOREIGN KEY (a) REFERENCES a NOT VALID, CHECK (a > 0) NOT VALID)", "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a int, FOREIGN KEY (a) REFERENCES a, CHECK (a > 0))"],
    ["an operator by its schema", "CREATE DOMAIN d AS text CHECK (VALUE OPERATOR(public.~) 'x'::public.citext); CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int, COMMUTATOR = OPERATOR(public.===))", "CREATE DOMAIN d AS text CHECK (VALUE ~ 'x'::citext); CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int, COMMUTATOR = ===)"],
  ],
  mariadb: [
    ["a character set beside its collation", "CREATE TABLE t (a char(3) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL)", "CREATE TABLE t (a char(3) COLLATE latin1_bin NOT NULL)"],
    ["types of a routine", "CREATE FUNCTION f(a int(11), b varchar(20) CHARSET utf8mb4, c decimal, d VARCHAR(9) CHARACTER SET latin1) RETURNS varchar(30) CHARSET utf8mb4 COLLATE utf8mb4_general_ci RETURN 1", "CREATE FUNCTION f(a INTEGER, b character varying(20), c dec(10, 0), d varchar(9) charset latin1) RETURNS varchar(30) RETURN 1"],
    ["a hash that InnoDB does not make", "CREATE TABLE t (a int, KEY k (a) USING HASH) ENGINE=InnoDB ROW_FORMAT=DYNAMIC", "CREATE TABLE t (a int, KEY k (a))"],
    ["options of an engine in quotes", "CREATE TABLE t (a int) `PAGE_COMPRESSED`='1'", "CREATE TABLE t (a int) PAGE_COMPRESSED=1"],
  ],
};

test("the length and the character set of a routine's parameter make a difference on MariaDB", async () => {
  const comparison = await loadDialect("mariadb");
  const made = async (type: string) => (await readSql("mariadb", `CREATE FUNCTION f(a ${type}) RETURNS int RETURN 1`)).schema;
  for (const type of ["varchar(30)", "varchar(20) CHARSET latin1", "varchar(20) COLLATE utf8mb4_bin"]) {
    expect(diffSchemas(await made("varchar(20)"), await made(type), { comparison }).map(describeOperation)).toEqual(["replace function f(character varying)"]);
  }
});

for (const [name, list] of Object.entries(pairs) as [DialectName, NonNullable<(typeof pairs)[DialectName]>][]) {
  describe(`${name} takes for the same:`, async () => {
    const comparison = await loadDialect(name);
    for (const [title, one, other] of list) {
      test(title, async () => {
        const [{ schema: before }, { schema: after }] = [await readSql(name, one), await readSql(name, other)];
        expect(diffSchemas(before, after, { comparison }).map(describeOperation)).toEqual([]);
        expect(diffSchemas(after, before, { comparison }).map(describeOperation)).toEqual([]);
      });
    }
  });
}
