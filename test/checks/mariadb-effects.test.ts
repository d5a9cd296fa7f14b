import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { walk } from "../../src/checks/walk.ts";
import { loadDialect } from "../../src/dialects/index.ts";
import { loadReviewKnowledge } from "../../src/dialects/knowledge.ts";
import type { Algorithm } from "../../src/dialects/effects.ts";
import { emptied, openDatabase, unavailable, type TestDatabase } from "../support/databases.ts";

/**
 * What is claimed of MariaDB is asked of it: a change runs under the ALGORITHM that is claimed, and is refused under the next cheaper one;
 * LOCK=NONE is taken where others are said to write meanwhile, and refused where they are said to wait.
 */
const missing = await unavailable("mariadb");
const dialect = await loadDialect("mariadb");
const knowledge = await loadReviewKnowledge("mariadb");
const cheaper: { readonly [K in Algorithm]: Algorithm | undefined } = { INSTANT: undefined, NOCOPY: "INSTANT", INPLACE: "NOCOPY", COPY: "INPLACE" };

const shop = `
  CREATE TABLE person (id int NOT NULL PRIMARY KEY, email varchar(40) NOT NULL, age int NOT NULL, bio varchar(20), level enum('low','high') NOT NULL, twice int AS (age * 2) VIRTUAL, CONSTRAINT person_age CHECK (age > 0)) ENGINE=InnoDB;
  CREATE TABLE job (id int NOT NULL, person_id int, title varchar(30), CONSTRAINT job_person FOREIGN KEY (person_id) REFERENCES person (id)) ENGINE=InnoDB;
  CREATE INDEX ix_job_title ON job (title);
  CREATE TABLE stay (room int NOT NULL, guest int NOT NULL, arrives date NOT NULL, leaves date NOT NULL, PERIOD FOR during (arrives, leaves), UNIQUE KEY stay_room (room, during WITHOUT OVERLAPS)) ENGINE=InnoDB;
  INSERT INTO person (id, email, age, bio, level) VALUES (1, 'a', 1, 'x', 'low'), (2, 'b', 2, 'y', 'high');
  INSERT INTO job VALUES (1, 1, 'x'), (2, 2, 'y')`;

const statements: readonly string[] = [
  "ALTER TABLE person ADD COLUMN note varchar(20)",
  "ALTER TABLE person ADD COLUMN note varchar(20) NOT NULL DEFAULT 'x'",
  "ALTER TABLE person ADD COLUMN note varchar(20) FIRST",
  "ALTER TABLE job ADD COLUMN note varchar(20) FIRST",
  "ALTER TABLE person ADD COLUMN token varchar(36) DEFAULT (uuid())",
  "ALTER TABLE person ADD COLUMN made datetime DEFAULT current_timestamp()",
  "ALTER TABLE job ADD COLUMN n int NOT NULL AUTO_INCREMENT UNIQUE",
  "ALTER TABLE person ADD COLUMN n int AS (age * 2) STORED",
  "ALTER TABLE person ADD COLUMN n int AS (age * 2) VIRTUAL",
  "ALTER TABLE person ADD COLUMN n int CHECK (n > 0)",
  "ALTER TABLE person DROP COLUMN bio",
  "ALTER TABLE person DROP COLUMN twice",
  "ALTER TABLE person MODIFY COLUMN email varchar(60) NOT NULL",
  "ALTER TABLE person MODIFY COLUMN email varchar(400) NOT NULL",
  "ALTER TABLE person MODIFY COLUMN email varchar(30) NOT NULL",
  "ALTER TABLE person MODIFY COLUMN age bigint NOT NULL",
  "ALTER TABLE person MODIFY COLUMN bio varchar(20) NOT NULL",
  "ALTER TABLE person MODIFY COLUMN email varchar(40)",
  "ALTER TABLE person MODIFY COLUMN level enum('low','high','top') NOT NULL",
  "ALTER TABLE person MODIFY COLUMN level enum('low','mid','high') NOT NULL",
  "ALTER TABLE person MODIFY COLUMN level enum('high','low') NOT NULL",
  "ALTER TABLE person MODIFY COLUMN bio varchar(20) AFTER id",
  "ALTER TABLE person ALTER COLUMN bio SET DEFAULT 'x'",
  "ALTER TABLE person ALTER COLUMN bio DROP DEFAULT",
  "ALTER TABLE person RENAME COLUMN bio TO story",
  "ALTER TABLE job RENAME INDEX ix_job_title TO ix_job_heading",
  "ALTER TABLE job DROP INDEX ix_job_title, ADD INDEX ix_job_title (title) COMMENT 'x'",
  "ALTER TABLE job DROP INDEX ix_job_title, ADD INDEX ix_job_title (title(10))",
  "ALTER TABLE job ALTER INDEX ix_job_title IGNORED",
  "ALTER TABLE person ADD INDEX ix_age (age)",
  "ALTER TABLE person ADD UNIQUE INDEX ux_age (age)",
  "ALTER TABLE job DROP INDEX ix_job_title",
  "ALTER TABLE stay ADD UNIQUE KEY stay_guest (guest, during WITHOUT OVERLAPS)",
  "ALTER TABLE stay ADD PRIMARY KEY (guest, during WITHOUT OVERLAPS)",
  "ALTER TABLE stay DROP INDEX stay_room",
  "ALTER TABLE stay ADD INDEX ix_guest (guest)",
  "ALTER TABLE stay ADD COLUMN note int",
  "ALTER TABLE stay COMMENT = 'x'",
  "ALTER TABLE person ADD FULLTEXT INDEX ft (bio)",
  "ALTER TABLE job ADD PRIMARY KEY (id)",
  "ALTER TABLE person DROP PRIMARY KEY, ADD INDEX ix_id (id)",
  "ALTER TABLE person ADD CONSTRAINT c CHECK (age < 200)",
  "ALTER TABLE person DROP CONSTRAINT person_age",
  "ALTER TABLE job ADD CONSTRAINT c FOREIGN KEY (id) REFERENCES person (id)",
  "ALTER TABLE job DROP FOREIGN KEY job_person",
  "ALTER TABLE person CONVERT TO CHARACTER SET latin1",
  "ALTER TABLE person DEFAULT CHARACTER SET latin1",
  "ALTER TABLE person COMMENT = 'x'",
];

if (missing) test.skip(`algorithms of MariaDB (skipped: ${missing})`);
else
  describe("what MariaDB does is what is claimed", () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await openDatabase("mariadb");
    });
    afterAll(() => database.close());

    for (const sql of statements) {
      test(sql, async () => {
        await emptied(database);
        await database.query(shop);
        const schema = await dialect.readCatalogue((query) => database.query(query) as never);
        const [step] = walk([{ kind: "execute", statements: [{ sql }] }], schema, dialect, knowledge).steps;
        const { algorithm, locks } = step!.effects;
        // MariaDB takes LOCK=NONE for a copy as well from 11.2 on; 10.11 refuses it.
        const blocksWrites = locks.some(({ table, blocks }) => table === schema.tables[table]?.name && (blocks === "writes" || blocks === "reads and writes"));
        const refused = async (words: string) => database.query(`${sql}, ${words}`).then(() => false, (error: unknown) => (/is not supported|cannot|LOCK/i.test(String(error)) ? true : Promise.reject(error as Error)));
        const less = cheaper[algorithm!];
        const found = { algorithm, cheaperIsRefused: less === undefined || (await refused(`ALGORITHM=${less}`)), writesWait: false };
        found.writesWait = await refused("LOCK=NONE");
        if (found.writesWait) expect({ sql, claimedRuns: !(await refused(`ALGORITHM=${algorithm}`)) }).toEqual({ sql, claimedRuns: true });
        expect(found).toEqual({ algorithm, cheaperIsRefused: true, writesWait: blocksWrites });
      });
    }
  });
