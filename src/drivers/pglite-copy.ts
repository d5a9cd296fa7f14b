import type { PGlite } from "@electric-sql/pglite";
import { copyWriter } from "../dialects/postgres/copy-text.ts";
import { linesOf, type BulkPath } from "./bulk.ts";

/** COPY from PGlite's device for blobs, one statement for each batch: https://pglite.dev/docs/api#options */
export function pgliteCopyPath(database: PGlite): BulkPath {
  return {
    name: "COPY",
    open: async ({ table, columns }) => {
      const writers = columns.map(({ type }) => copyWriter(type));
      const sql = `COPY ${table} (${columns.map(({ name }) => name).join(", ")}) FROM '/dev/blob'`;
      return {
        write: async (lists, count) => void (await database.query(sql, [], { blob: new Blob([linesOf(lists, count, writers)]) })),
        end: async () => {},
        abort: async () => {},
      };
    },
  };
}
