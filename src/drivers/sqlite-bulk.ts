import type BetterSqlite from "better-sqlite3";
import { boundValue } from "../dialects/sqlite/bound-value.ts";
import type { BulkLoad, BulkPath, BulkTarget } from "./bulk.ts";

/** Rows of one statement: more of them make it no faster. */
const ROWS = 16;

/** INSERT statements that are prepared once, several rows each. */
export function preparedPath(database: BetterSqlite.Database): BulkPath {
  return {
    name: "prepared INSERT",
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
  const tuple = `(${columns.map(() => "?").join(", ")})`;
  const statement = (rows: number) => database.prepare(`INSERT INTO ${table} ${width ? `(${columns.map(({ name }) => name).join(", ")}) VALUES ${Array.from({ length: rows }).fill(tuple).join(", ")}` : "DEFAULT VALUES"}`);
  const single = statement(1);
  const many = width ? statement(ROWS) : undefined;
  const parameters = Array.from<unknown>({ length: width * ROWS });
  return {
    write: async (lists, count) => {
      let row = 0;
      for (const end = many ? count - ROWS : -1; row <= end; row += ROWS) {
        for (let at = 0; at < width; at++) {
          const [list, bind] = [lists[at]!, binders[at]!];
          for (let each = 0; each < ROWS; each++) parameters[each * width + at] = bind(list[row + each]);
        }
        many!.run(parameters);
      }
      for (; row < count; row++) single.run(lists.map((list, at) => binders[at]!(list[row])));
    },
    end: async () => {},
    abort: async () => {},
  };
}
