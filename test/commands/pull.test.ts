import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { check, checkDatabase, current, projectContext, pull, upgrade, type CommandEvent } from "../../src/index.ts";
import { openStage, type Stage } from "../examples/support/stage.ts";
import { unavailable } from "../support/databases.ts";

const tables: Record<"sqlite" | "postgres" | "mariadb", readonly string[]> = {
  sqlite: [
    "CREATE TABLE author (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(80) NOT NULL UNIQUE COLLATE NOCASE, born DATE DEFAULT CURRENT_DATE)",
    "CREATE TABLE book (id INTEGER NOT NULL PRIMARY KEY, author_id INTEGER NOT NULL REFERENCES author (id) ON DELETE CASCADE, title TEXT DEFAULT 'it''s', pages INTEGER CONSTRAINT some_pages CHECK (pages > 0))",
    "CREATE INDEX book_title ON book (lower(title) DESC) WHERE pages IS NOT NULL",
  ],
  postgres: [
    "CREATE TYPE mood AS ENUM ('sad', 'ok')",
    "CREATE SCHEMA shelf",
    "CREATE TABLE author (id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY, name varchar(80) NOT NULL UNIQUE, mood mood DEFAULT 'ok', born date DEFAULT CURRENT_DATE, tags text[])",
    "CREATE TABLE shelf.book (id bigint PRIMARY KEY, author_id integer NOT NULL REFERENCES author ON DELETE CASCADE, title text DEFAULT 'it''s', pages int CHECK (pages IN (1, 2, 3)), total int GENERATED ALWAYS AS (pages * 2) STORED)",
    "CREATE INDEX book_title ON shelf.book (lower(title) DESC) WHERE pages IS NOT NULL AND title LIKE 'a%'",
    "COMMENT ON TABLE author IS 'who writes'",
  ],
  mariadb: [
    "CREATE TABLE author (id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(80) NOT NULL UNIQUE COMMENT 'whole', kind enum('a','b') DEFAULT 'a', at timestamp DEFAULT CURRENT_TIMESTAMP)",
    "CREATE TABLE book (id int PRIMARY KEY, author_id int unsigned NOT NULL, title varchar(40) DEFAULT 'it''s', pages int CHECK (pages > 0), body text, KEY by_title (title(10)), FULLTEXT KEY words (body), CONSTRAINT written_by FOREIGN KEY (author_id) REFERENCES author (id) ON DELETE CASCADE)",
  ],
};

/** What other hands do, and how it is told. */
const meddling: Record<keyof typeof tables, readonly (readonly [string, string])[]> = {
  sqlite: [
    ["ALTER TABLE author ADD COLUMN nick text", "add column author.nick"],
    ["DROP INDEX book_title", "drop index book_title of book"],
  ],
  postgres: [
    ["ALTER TABLE author ADD COLUMN nick text", "add column author.nick"],
    ["ALTER TABLE author ALTER name DROP NOT NULL", "alter column author.name (nullable)"],
    ["DROP INDEX shelf.book_title", "drop index book_title of shelf.book"],
  ],
  mariadb: [["ALTER TABLE author ADD COLUMN nick text, MODIFY name varchar(90) NOT NULL COMMENT 'whole'", "add column author.nick"]],
};

const rowsOf = { sqlite: "INSERT INTO author (name) VALUES ('Ann')", postgres: "INSERT INTO author (name) VALUES ('Ann')", mariadb: "INSERT INTO author (name) VALUES ('Ann')" };

for (const kind of ["sqlite", "postgres", "mariadb"] as const) {
  const reason = await unavailable(kind);
  describe.skipIf(reason !== undefined)(`${kind}${reason === undefined ? "" : ` (skipped: ${reason})`}`, () => {
    let stage: Stage;
    let folder: string;
    let empty: Stage;
    // The server itself spells the schema; the embedded one, which graven takes by itself, is tried once.
    const scratch = () => (kind === "postgres" ? { scratch: empty.url } : {});
    beforeAll(async () => {
      stage = await openStage(kind);
      empty = await openStage(kind);
      await stage.use(async (query) => {
        for (const sql of [...tables[kind], rowsOf[kind]]) await query(sql);
      });
      folder = mkdtempSync(join(tmpdir(), "graven-pull-"));
      mkdirSync(join(folder, "src"));
    });
    afterAll(async () => {
      await stage.close();
      await empty.close();
      rmSync(folder, { recursive: true, force: true });
    });

    for (const form of ["models.ts", "schema.sql"] as const) {
      const project = (events: CommandEvent[] = []) => projectContext({ folder: join(folder, form), config: { models: [`./src/${form}`], url: stage.url, historyTable: `history_${form.slice(0, 6)}` }, onEvent: (event) => void events.push(event) });

      test(`the models in ${form} say what the database has, and it is stamped at the baseline`, async () => {
        mkdirSync(join(folder, form));
        const events: CommandEvent[] = [];
        // The history of the other form is a table of this database too.
        const result = await pull(project(events), { revisionId: `base_${form.slice(0, 6)}` });
        expect(result.differences).toEqual([]);
        expect(result.revision).toBe(`base_${form.slice(0, 6)}`);
        expect(await check(project())).toEqual({ findings: [], changes: [] });
        expect((await current(project())).isAtHead).toBe(true);
        expect(await checkDatabase(project(), scratch())).toEqual({ findings: [], changes: [] });
        expect(await stage.use((query) => query("SELECT name FROM author"))).toEqual([{ name: "Ann" }]);
        // A second pull writes nothing over the first.
        await expect(pull(project(), {})).rejects.toMatchObject({ code: "FIL-002" });
        const text = readFileSync(result.models, "utf8");
        await pull(project(), { force: true });
        expect(readFileSync(result.models, "utf8").includes("author")).toBe(text.includes("author"));
      });
    }

    test("the baseline makes the same schema on an empty database", async () => {
      const other = await openStage(kind);
      try {
        const context = projectContext({ folder: join(folder, "models.ts"), config: { models: ["./src/models.ts"], url: other.url, historyTable: "history_models" } });
        await upgrade(context, {});
        expect(await checkDatabase(context)).toEqual({ findings: [], changes: [] });
      } finally {
        await other.close();
      }
    });

    test("what other hands changed is told in the words of operations, and nothing is changed back", async () => {
      const context = projectContext({ folder: join(folder, "schema.sql"), config: { models: ["./src/schema.sql"], url: stage.url, historyTable: "history_schema" } });
      await stage.use(async (query) => {
        for (const [sql] of meddling[kind]) await query(sql);
      });
      const first = await checkDatabase(context, scratch());
      for (const [, words] of meddling[kind]) expect(first.changes).toContain(words);
      expect(first.findings.every(({ code }) => code === "CHK-002")).toBe(true);
      expect(await checkDatabase(context, scratch())).toEqual(first);
      expect(await empty.use((query) => query(kind === "sqlite" ? "SELECT name FROM sqlite_master" : `SELECT table_name FROM information_schema.tables WHERE table_schema = ${kind === "mariadb" ? "database()" : "'public'"}`))).toEqual([]);
    });
  });
}

describe("defaults come back as an author writes them, and only where the database takes both for the same", () => {
  const defaults: Record<"sqlite" | "postgres" | "mariadb", { readonly columns: string; readonly written: readonly string[] }> = {
    sqlite: {
      columns: "n integer DEFAULT 3, b boolean DEFAULT 0, t text DEFAULT 'it''s', at timestamp DEFAULT CURRENT_TIMESTAMP, e text DEFAULT (lower('A')), p numeric(8, 2) DEFAULT 1.50",
      written: ["n: integer().default(3)", "b: boolean().default(false)", `t: text().default("it's")`, "at: timestamp().defaultNow()", "sql`lower('A')`", "p: numeric(8, 2).default(sql`1.50`)"],
    },
    postgres: {
      columns: "n integer DEFAULT 3, m bigint DEFAULT -7, b boolean DEFAULT false, t varchar DEFAULT '', at timestamptz DEFAULT now(), l text[] DEFAULT '{}', e text DEFAULT lower('A'), p numeric(8,2) DEFAULT 1.5, j jsonb DEFAULT '{}'",
      written: ["n: integer().default(3)", "m: bigint().default(-7)", "b: boolean().default(false)", 't: varchar().default("")', "at: timestamptz().defaultNow()", "l: text().array().default([])", "sql`lower('A'::text)`", "p: numeric(8, 2).default(1.5)"],
    },
    mariadb: {
      columns: "n int DEFAULT 3, t varchar(9) DEFAULT 'it''s', at timestamp NULL DEFAULT CURRENT_TIMESTAMP, e varchar(9) DEFAULT lower('A')",
      written: ["n: integer().default(3)", `t: varchar(9).default("it's")`, "at: timestamptz().defaultNow()", "sql`lower('A')`"],
    },
  };
  for (const kind of ["sqlite", "postgres", "mariadb"] as const) {
    test(kind, async ({ skip }) => {
      const reason = await unavailable(kind);
      if (reason !== undefined) skip(reason);
      const stage = await openStage(kind);
      const folder = mkdtempSync(join(tmpdir(), "graven-pull-"));
      try {
        await stage.use((query) => query(`CREATE TABLE a (id integer PRIMARY KEY, ${defaults[kind].columns})`));
        const context = projectContext({ folder, config: { models: ["./models.ts"], url: stage.url } });
        const { models, differences } = await pull(context, {});
        expect(differences).toEqual([]);
        const text = readFileSync(models, "utf8").replaceAll(/\s+/g, " ").replaceAll(" .", ".");
        for (const column of defaults[kind].written) expect(text).toContain(column);
        expect(await check(context)).toEqual({ findings: [], changes: [] });
      } finally {
        await stage.close();
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }
});

describe("what has no words in a model is told, and left where it is", () => {
  const made: Record<"sqlite" | "postgres", readonly [readonly string[], string]> = {
    sqlite: [["CREATE VIRTUAL TABLE pages USING fts5(body)"], "Left out: virtual table pages."],
    postgres: [["CREATE FOREIGN DATA WRAPPER far", "CREATE SERVER there FOREIGN DATA WRAPPER far", "CREATE FOREIGN TABLE far_away (id int) SERVER there", "CREATE PUBLICATION news FOR TABLE a"], "Left out: foreign data wrapper far, foreign server there, foreign table far_away, publication news."],
  };
  for (const kind of ["sqlite", "postgres"] as const) {
    test(kind, async ({ skip }) => {
      const reason = await unavailable(kind);
      if (reason !== undefined) skip(reason);
      const stage = await openStage(kind);
      const folder = mkdtempSync(join(tmpdir(), "graven-pull-"));
      try {
        await stage.use(async (query) => {
          for (const sql of ["CREATE TABLE a (id integer PRIMARY KEY)", ...made[kind][0]]) await query(sql);
        });
        const notes: string[] = [];
        const context = projectContext({ folder, config: { models: ["./models.ts"], url: stage.url }, onEvent: (event) => event.kind === "note" && notes.push(event.message) });
        expect((await pull(context, {})).differences).toEqual([]);
        expect(notes).toEqual([made[kind][1]]);
      } finally {
        await stage.close();
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }
});

test("an empty database is nothing to pull from, and an SQL file that is no pattern is where it goes", async () => {
  const folder = mkdtempSync(join(tmpdir(), "graven-pull-"));
  try {
    const context = projectContext({ folder, config: { models: ["./models/*.ts", "./db/schema.sql"], url: "sqlite:dev.db" } });
    await expect(pull(context, {})).rejects.toMatchObject({ code: "PUL-001" });
    const { default: Database } = await import("better-sqlite3");
    const database = new Database(join(folder, "dev.db"));
    database.exec("CREATE TABLE a (id INTEGER PRIMARY KEY)");
    database.close();
    // `models/*.ts` matches nothing, which the look at what was written does not turn into a failure.
    const { models } = await pull(context, { sql: true, baseline: false });
    expect(models).toBe(join(folder, "db/schema.sql"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
