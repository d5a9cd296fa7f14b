import type BetterSqlite from "better-sqlite3";
import { boundValue } from "../dialects/sqlite/bound-value.ts";
import type { BulkLoad, BulkPath, BulkTarget } from "./bulk.ts";

/** INSERT statements that are prepared once. One row each: with more, SQLite keeps every row in registers of its own first, which takes half as long again. */
export function preparedPath(database: BetterSqlite.Database): BulkPath {
  return {
    name: "prepared INSERT",
    binds: true,
    open: async (target) => {
      // Entries of an index come in no order: with the 2 MB that SQLite begins with, its pages would go to the disk and back for each of them.
      database.pragma("cache_size = -65536");
      return openPrepared(database, target);
    },
  };
}

function openPrepared(database: BetterSqlite.Database, { table, columns }: BulkTarget): BulkLoad {
  const binders = columns.map(({ type }) => boundValue(type));
  const width = columns.length;
  const statement = database.prepare(`INSERT INTO ${table} ${width ? `(${columns.map(({ name }) => name).join(", ")}) VALUES (${columns.map(() => "?").join(", ")})` : "DEFAULT VALUES"}`);
  const parameters = Array.from<unknown>({ length: width });
  return {
    write: async (lists, count) => {
      for (let row = 0; row < count; row++) {
        for (let at = 0; at < width; at++) parameters[at] = binders[at]!(lists[at]![row]);
        statement.run(parameters);
      }
    },
    end: async () => {},
    abort: async () => {},
  };
}
