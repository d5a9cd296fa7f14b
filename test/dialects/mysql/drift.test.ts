import { expect, test } from "vitest";
import { mariadb } from "../../../src/dialects/mysql/index.ts";
import { diffSchemas } from "../../../src/diff/index.ts";
import { describeOperation } from "../../../src/operations/apply.ts";
import { readSql } from "../../readers/sql/support.ts";
import { openDatabase, unavailable } from "../../support/databases.ts";

const statements = [
  "CREATE TABLE latin (name varchar(20) NOT NULL, other varchar(20) COLLATE latin1_bin, third text CHARACTER SET ascii) DEFAULT CHARSET=latin1 COLLATE=latin1_swedish_ci",
  "CREATE TABLE german (name varchar(20), kind enum('a','b'), data longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`data`)), n int CHECK (n > 0)) DEFAULT CHARSET=latin1 COLLATE=latin1_german1_ci",
  "CREATE TABLE bin (name varchar(20), other varchar(20) COLLATE utf8mb4_general_ci) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin",
  "CREATE SEQUENCE up START WITH 10 MINVALUE 1 MAXVALUE 9223372036854775806 INCREMENT BY 5 CACHE 1000",
  "CREATE SEQUENCE down START WITH -1 MINVALUE -9223372036854775807 MAXVALUE -1 INCREMENT BY -1",
  "CREATE DEFINER=`DEFINER` VIEW shown AS select `latin`.`name` AS `name` from `latin`",
  "CREATE DEFINER=`DEFINER` FUNCTION half(a int) RETURNS int DETERMINISTIC RETURN a / 2",
  "CREATE TABLE life (id int PRIMARY KEY, rs timestamp(6) GENERATED ALWAYS AS ROW START INVISIBLE, re timestamp(6) GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (rs, re)) WITH SYSTEM VERSIONING PARTITION BY SYSTEM_TIME INTERVAL 1 MONTH (PARTITION p0 HISTORY, PARTITION pn CURRENT)",
  "CREATE TABLE stay (a date, b date, PERIOD FOR during (a, b))",
];

const missing = await unavailable("mariadb");

test.skipIf(missing)("what a file says and the server made of it is no drift", async () => {
  const database = await openDatabase("mariadb");
  try {
    const [user] = await database.query<{ name: string }>("SELECT CURRENT_USER() AS name");
    const definer = user!.name.split("@").map((part) => `\`${part}\``).join("@");
    const sql = statements.map((statement) => statement.replace("`DEFINER`", definer));
    for (const statement of sql) await database.query(statement);
    const { schema } = await readSql("mariadb", `${sql.join(";\n")};`);
    const found = await mariadb.readCatalogue((text) => database.query(text) as never, { recorded: schema.objects });
    expect(diffSchemas(mariadb.physical(schema), mariadb.physical(found), { comparison: mariadb }).map(describeOperation)).toEqual([]);
  } finally {
    await database.close();
  }
});
