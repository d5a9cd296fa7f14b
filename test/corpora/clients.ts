import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase, type DatabaseKind } from "../support/databases.ts";
import { comparableDump, program } from "./support.ts";

interface Target {
  readonly url: string;
  /** Loads a file as the database's own client does. */
  load(text: string): Promise<void>;
  /** What the database's own tools tell of its schema, sorted. */
  dump(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface Client {
  readonly kind: "postgres" | "mariadb" | "sqlite" & DatabaseKind;
  readonly file: string;
  readonly programs: readonly string[];
  open(): Promise<Target>;
}

/** Each database with the programs that its makers ship for it. */
export const clients: Readonly<Record<"postgres" | "mariadb" | "sqlite", Client>> = {
  postgres: {
    kind: "postgres",
    file: "postgres.sql",
    programs: ["psql", "pg_dump"],
    open: async () => {
      const database = await openDatabase("postgres");
      return {
        url: database.url!,
        load: async (text) => void program("psql", ["-X", "-q", "-d", database.url!], text),
        dump: async () => comparableDump(database.url!, ["graven_revisions"]),
        close: () => database.close(),
      };
    },
  },
  mariadb: {
    kind: "mariadb",
    file: "mysql.sql",
    programs: ["mariadb", "mariadb-dump"],
    open: async () => {
      const database = await openDatabase("mariadb");
      const name = /\/([^/?]+)(?:\?|$)/.exec(database.url!)![1]!;
      const socket = /socketPath=([^&]+)/.exec(database.url!)?.[1];
      const access = socket ? ["--socket", socket] : ["--host", "127.0.0.1"];
      return {
        url: database.url!,
        // The file makes a database of its own name; here it goes into a scratch one.
        load: async (text) => void program("mariadb", [...access, "--comments", name], text.replace(/^(?:DROP|CREATE) SCHEMA .*$|^USE .*$|\bsakila\./gm, "")),
        dump: async () => mariadbDump(program("mariadb-dump", [...access, "--no-data", "--routines", "--events", "--triggers", "--skip-comments", "--skip-dump-date", `--ignore-table=${name}.graven_revisions`, name]), name),
        close: () => database.close(),
      };
    },
  },
  sqlite: {
    kind: "sqlite",
    file: "sqlite.sql",
    programs: ["sqlite3"],
    open: async () => {
      const folder = mkdtempSync(join(tmpdir(), "graven-sakila-"));
      const file = join(folder, "sakila.db");
      return {
        url: `sqlite:${file}`,
        load: async (text) => {
          writeFileSync(join(folder, "load.sql"), text);
          program("sqlite3", ["-bail", file, `.read ${join(folder, "load.sql")}`]);
        },
        dump: async () => sqliteFacts(file),
        close: async () => rmSync(folder, { recursive: true }),
      };
    },
  },
};

/** Statements of a dump with the lines of tables sorted; what a session had set when a routine was made is left out. */
function mariadbDump(dump: string, name: string): string[] {
  const plain = dump.replaceAll(`\`${name}\`.`, "");
  const routines = [...plain.matchAll(/^DELIMITER ;;\n([\s\S]*?);;\nDELIMITER ;$/gm)].map(([, routine]) => bare(routine!));
  const others = plain.replace(/^DELIMITER ;;\n[\s\S]*?^DELIMITER ;$/gm, "").split(/;\n/).map((statement) => statement.trim());
  return [...routines, ...others.map((statement) => (statement.startsWith("CREATE TABLE") ? statement.split("\n").map((line) => line.replace(/,$/, "")).sort().join("\n") : statement))]
    .map((statement) => statement.replace(/ AUTO_INCREMENT=\d+/, ""))
    .filter((statement) => !/^\/\*!\d+ (?:SET|DROP)|^SET |^DROP |^\/\*M!|^ALTER DATABASE/.test(statement) && statement !== "")
    .sort();
}

/** A routine on one line without quotes around names: the server keeps its head as it was written. */
function bare(routine: string): string {
  return routine.replaceAll("`", "").replace(/\s*([(),;=])\s*/g, "$1").replace(/\s+/g, " ").trim();
}

/** What SQLite's pragmas tell of tables and indexes, with words for a type that mean the same as one; its text of views and triggers, in tokens. */
function sqliteFacts(file: string): string[] {
  const ask = (sql: string) => program("sqlite3", ["-readonly", "-list", file, sql]).split("\n").filter(Boolean);
  const tables = "(SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'graven_revisions')";
  return [
    ...ask(`SELECT 'column', t.name, x.name, CASE upper(x.type) WHEN 'INT' THEN 'INTEGER' ELSE replace(replace(upper(x.type), 'DECIMAL', 'NUMERIC'), ', ', ',') END, x."notnull", replace(replace(coalesce(nullif(upper(x.dflt_value), 'NULL'), ''), '(', ''), ')', ''), x.pk, x.hidden FROM ${tables} t JOIN pragma_table_xinfo(t.name) x ORDER BY 2, 3`),
    ...ask(`SELECT 'key', t.name, f."from", f."table", f."to", f.on_update, f.on_delete FROM ${tables} t JOIN pragma_foreign_key_list(t.name) f ORDER BY 2, 3`),
    ...ask(`SELECT 'index', t.name, CASE WHEN i.origin = 'c' THEN i.name END, i."unique", i.partial, group_concat(coalesce(c.name, 'expression') || CASE c."desc" WHEN 1 THEN ' desc' ELSE '' END) FROM ${tables} t JOIN pragma_index_list(t.name) i JOIN pragma_index_xinfo(i.name) c WHERE c.key = 1 GROUP BY t.name, i.name ORDER BY 2, 3, 6`),
    ...ask("SELECT type || ' ' || replace(replace(sql, char(10), ' '), char(13), ' ') FROM sqlite_master WHERE type IN ('view', 'trigger') ORDER BY name").map((sql) => sql.replace(/["`]/g, "").replace(/\s*([(),;=])\s*/g, "$1").replace(/\s+/g, " ").trim().toLowerCase().replace(/\bbefore insert\b|\bafter insert\b/g, (words) => words).replace(" for each row", "")),
  ];
}
