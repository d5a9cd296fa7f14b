import type BetterSqlite from "better-sqlite3";
import { boundValue } from "../dialects/sqlite/bound-value.ts";
import type { BulkLoad, BulkPath, BulkTarget } from "./bulk.ts";

/** Parameters of a statement of several rows, at most: more gain nothing. */
const PARAMETERS = 200;

/** INSERT statements that are prepared once. */
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

function openPrepared(database: BetterSqlite.Database, target: BulkTarget): BulkLoad {
  const binders = target.columns.map(({ type }) => boundValue(type));
  const width = binders.length;
  const atOnce = gainsBySeveral(database, target) ? Math.floor(PARAMETERS / width) : 1;
  const one = prepared(database, target, 1, atOnce > 1);
  let several: BetterSqlite.Statement | undefined;
  const parameters = Array.from<unknown>({ length: width });
  const manyParameters = Array.from<unknown>({ length: width * atOnce });
  return {
    write: async (lists, count) => {
      let row = 0;
      if (atOnce > 1) {
        while (row + atOnce <= count) {
          for (let place = 0; place < manyParameters.length; row++) {
            for (let at = 0; at < width; at++) manyParameters[place++] = binders[at]!(lists[at]![row]);
          }
          (several ??= prepared(database, target, atOnce, true)).run(...manyParameters);
        }
      }
      for (; row < count; row++) {
        for (let at = 0; at < width; at++) parameters[at] = binders[at]!(lists[at]![row]);
        one.run(parameters);
      }
    },
    end: async () => {},
    abort: async () => {},
  };
}

/**
 * With OR FAIL rows that stand before one that is refused stay until the transaction is taken back, as they do after statements of one row each.
 * Otherwise SQLite would keep a journal of each statement of several rows.
 */
function prepared(database: BetterSqlite.Database, { table, columns }: BulkTarget, rows: number, failing: boolean): BetterSqlite.Statement {
  const row = `(${columns.map(() => "?").join(", ")})`;
  return database.prepare(`INSERT ${failing ? "OR FAIL " : ""}INTO ${table} ${columns.length ? `(${columns.map(({ name }) => name).join(", ")}) VALUES ${Array.from({ length: rows }, () => row).join(", ")}` : "DEFAULT VALUES"}`);
}

/**
 * Several rows a statement take a fifth less, as pages are sought once for all. Not so where foreign keys are checked, for which SQLite keeps that journal
 * all the same, and an index makes it touch a page for each row. OR FAIL would overrule what a trigger says of conflicts.
 */
function gainsBySeveral(database: BetterSqlite.Database, { table, columns }: BulkTarget): boolean {
  if (!columns.length || columns.length * 2 > PARAMETERS) return false;
  const triggers = database.prepare("SELECT 1 FROM (SELECT type, tbl_name FROM sqlite_master UNION ALL SELECT type, tbl_name FROM sqlite_temp_master) WHERE type = 'trigger' AND tbl_name = ? COLLATE NOCASE");
  if (triggers.get(table.slice(1, -1).replaceAll('""', '"'))) return false;
  const has = (list: "foreign_key_list" | "index_list") => (database.pragma(`${list}(${table})`) as unknown[]).length > 0;
  return !(database.pragma("foreign_keys", { simple: true }) && has("foreign_key_list") && has("index_list"));
}
