import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase, type DatabaseKind } from "../../support/databases.ts";

export type Cells = Record<string, unknown>;
export type Query = (sql: string) => Promise<Cells[]>;

/** A fresh database that graven reaches by its URL, and that a test looks into between the commands. */
export interface Stage {
  readonly url: string;
  /** Opens the database for a while; an embedded one must not be open while a command runs. */
  use<T>(work: (query: Query) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function openStage(kind: DatabaseKind): Promise<Stage> {
  return openers[kind]();
}

const openers: Record<DatabaseKind, () => Promise<Stage>> = {
  sqlite: async () => {
    const folder = await scratch();
    const file = join(folder, "stage.db");
    return {
      url: `sqlite:${file}`,
      use: async (work) => {
        const { default: Database } = await import("better-sqlite3");
        const database = new Database(file);
        database.pragma("foreign_keys = ON");
        try {
          return await work(async (sql) => {
            const statement = database.prepare(sql);
            if (statement.reader) return statement.all() as Cells[];
            statement.run();
            return [];
          });
        } finally {
          database.close();
        }
      },
      close: () => rm(folder, { recursive: true }),
    };
  },
  pglite: async () => {
    const folder = await scratch();
    return {
      url: `pglite:${join(folder, "stage")}`,
      use: async (work) => {
        const { PGlite } = await import("@electric-sql/pglite");
        const database = await PGlite.create(join(folder, "stage"));
        try {
          return await work(async (sql) => (await database.query<Cells>(sql)).rows);
        } finally {
          await database.close();
        }
      },
      close: () => rm(folder, { recursive: true }),
    };
  },
  postgres: () => onServer("postgres"),
  mariadb: () => onServer("mariadb"),
};

async function onServer(kind: "postgres" | "mariadb"): Promise<Stage> {
  const database = await openDatabase(kind);
  return { url: database.url!, use: (work) => work((sql) => database.query(sql)), close: () => database.close() };
}

function scratch(): Promise<string> {
  return mkdtemp(join(tmpdir(), "graven-example-"));
}
