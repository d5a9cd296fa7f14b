import { expect, test } from "vitest";
import { faultsOf, readSql } from "./support.ts";

test("a history in named columns, as MariaDB prints it and as people write it", async () => {
  const { schema } = await readSql(
    "mariadb",
    `CREATE TABLE \`printed\` (
       \`id\` int(11) NOT NULL,
       \`rs\` timestamp(6) GENERATED ALWAYS AS ROW START INVISIBLE,
       \`re\` timestamp(6) GENERATED ALWAYS AS ROW END,
       PRIMARY KEY (\`id\`,\`re\`),
       UNIQUE KEY \`twice\` (\`re\`,\`id\`),
       PERIOD FOR SYSTEM_TIME (\`rs\`, \`re\`)
     ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 WITH SYSTEM VERSIONING;
     CREATE TABLE written (id int PRIMARY KEY);
     ALTER TABLE written ADD COLUMN rs TIMESTAMP(6) GENERATED ALWAYS AS ROW START, ADD COLUMN re TIMESTAMP(6) AS ROW END, ADD PERIOD FOR SYSTEM_TIME (rs, re), ADD SYSTEM VERSIONING;
     CREATE TABLE some (id int, price int WITH SYSTEM VERSIONING, note text);
     CREATE TABLE stay (a date, b date, c date, PERIOD FOR during (a, b));
     ALTER TABLE stay DROP PERIOD FOR during, ADD PERIOD FOR longer (b, c);`,
  );
  const { printed, written, some, stay } = schema.tables;
  const period = (name: string, of: "start" | "end", invisible = false) => ({ name, type: { kind: "timestamptz", precision: 6 }, nullable: false, facts: { ...(invisible && { invisible: true }), rowPeriod: of } });
  expect(printed?.columns.slice(1)).toEqual([period("rs", "start", true), period("re", "end")]);
  expect(printed?.primaryKey?.columns).toEqual(["id"]);
  expect(printed?.uniques.map(({ columns }) => columns)).toEqual([["re", "id"]]);
  expect(printed?.facts).toEqual({ systemVersioned: true });
  expect(written?.columns.slice(1)).toEqual([period("rs", "start"), period("re", "end")]);
  expect(written?.facts).toEqual({ systemVersioned: true });
  expect(some?.facts).toEqual({ systemVersioned: true });
  expect(some?.columns.map(({ facts }) => facts)).toEqual([{ withoutSystemVersioning: true }, undefined, { withoutSystemVersioning: true }]);
  expect(stay?.facts).toEqual({ periods: { longer: ["b", "c"] } });
  expect(stay?.columns.map(({ nullable }) => nullable)).toEqual([true, false, false]);
});

test("the words of a history belong to MariaDB's files alone", async () => {
  expect(await faultsOf("mysql", "CREATE TABLE a (id int) WITH SYSTEM VERSIONING;")).toEqual([
    'SQL-001 SYSTEM VERSIONING belongs to MariaDB, not to this project\'s database, at "WITH".\n1.sql:1:25\nCREATE TABLE a (id int) WITH SYSTEM VERSIONING;\n                        ^\nIs the file for another database than the config\'s url or dialect?',
  ]);
  expect((await faultsOf("postgres", "CREATE TABLE a (id int, PERIOD FOR SYSTEM_TIME (b, c));"))[0]).toContain("SYSTEM VERSIONING belongs to MariaDB");
  expect((await faultsOf("mariadb", "CREATE TABLE a (id int, PERIOD FOR p (b));"))[0]).toContain("A period has two columns");
});
