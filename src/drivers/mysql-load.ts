import { Readable } from "node:stream";
import type { Connection } from "mysql2/promise";
import { loadColumn, loadSql } from "../dialects/mysql/load-text.ts";
import { linesOf, type BulkLoad, type BulkPath, type BulkTarget } from "./bulk.ts";

/** `LOAD DATA LOCAL INFILE` with a stream in place of a file, where server and client both allow it. */
export function loadDataPath(connection: Connection): BulkPath {
  return { name: "LOAD DATA LOCAL", open: async (target) => openLoad(connection, target) };
}

function openLoad(connection: Connection, target: BulkTarget): BulkLoad {
  const writers = target.columns.map(({ type }) => loadColumn(type).write);
  let sent = 0;
  let failure: unknown;
  let wake = () => {};
  const stream = new Readable({ read: () => wake() });
  const result = (async () => {
    const [{ affectedRows, warningStatus }] = (await connection.query({ sql: loadSql(target, "rows"), infileStreamFactory: () => stream } as never)) as unknown as [{ affectedRows: number; warningStatus: number }];
    // LOCAL turns errors into warnings and leaves such rows out (or changes them): nothing of that is accepted.
    if (affectedRows !== sent || warningStatus) throw await refused(connection, sent - affectedRows);
  })();
  result.catch((error: unknown) => {
    failure = error;
    wake();
  });
  return {
    write: async (lists, count) => {
      if (failure) throw failure;
      sent += count;
      if (stream.push(linesOf(lists, count, writers))) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      wake = () => {};
    },
    end: async () => {
      stream.push(null);
      await result;
    },
    abort: async () => {
      stream.push(null);
      await result.catch(() => {});
    },
  };
}

async function refused(connection: Connection, missing: number): Promise<Error> {
  const [warnings] = (await connection.query("SHOW WARNINGS LIMIT 3")) as unknown as [{ Message: string }[]];
  const reasons = warnings.map(({ Message }) => Message).join("; ") || "the server gave no reason";
  return new Error(`${missing > 0 ? `${missing} rows were not taken: ` : ""}${reasons}`);
}

/** The capability flag of clients that send files. https://mariadb.com/kb/en/connection/#capabilities */
const LOCAL_FILES = 128;

/** Whether the client sends data, and the server takes it, at all. */
export async function allowsLoad(connection: Connection): Promise<boolean> {
  const { clientFlags = LOCAL_FILES } = (connection.config ?? {}) as { readonly clientFlags?: number };
  if (!(clientFlags & LOCAL_FILES)) return false;
  const [rows] = (await connection.query("SELECT @@local_infile AS allowed")) as unknown as [{ allowed: unknown }[]];
  return Number(rows[0]?.allowed) === 1;
}
