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

test("keys that keep a period apart, in a table, added to it and as indexes", async () => {
  const { schema } = await readSql(
    "mariadb",
    `CREATE TABLE \`stay\` (
       \`room\` int NOT NULL, \`guest\` int NOT NULL, a date NOT NULL, b date NOT NULL,
       PERIOD FOR \`during\` (a, b),
       PRIMARY KEY (\`room\`,\`during\` WITHOUT OVERLAPS),
       UNIQUE KEY \`stay_guest\` (\`guest\`,\`during\` WITHOUT OVERLAPS)
     );
     ALTER TABLE stay ADD CONSTRAINT both_of UNIQUE (room, guest, during WITHOUT OVERLAPS);
     CREATE UNIQUE INDEX indexed ON stay (guest, room, during WITHOUT OVERLAPS);`,
  );
  expect(schema.tables["stay"]).toMatchObject({
    primaryKey: { name: "PRIMARY", columns: ["room"], withoutOverlaps: "during" },
    uniques: [
      { name: "stay_guest", columns: ["guest"], withoutOverlaps: "during" },
      { name: "both_of", columns: ["room", "guest"], withoutOverlaps: "during" },
      { name: "indexed", columns: ["guest", "room"], withoutOverlaps: "during" },
    ],
    indexes: [],
  });
  expect(await faultsOf("postgres", "CREATE TABLE stay (room int, a date, UNIQUE (room, a WITHOUT OVERLAPS));")).toMatchObject([expect.stringContaining("WITHOUT OVERLAPS belongs to MariaDB")]);
  expect(await faultsOf("mariadb", "CREATE TABLE stay (room int, a date, b date, PERIOD FOR p (a, b), KEY k (room, p WITHOUT OVERLAPS));")).toMatchObject([expect.stringContaining("A key WITHOUT OVERLAPS is unique")]);
});
