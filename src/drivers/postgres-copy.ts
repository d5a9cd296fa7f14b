import type pg from "pg";
import { copyWriter } from "../dialects/postgres/copy-text.ts";
import { linesOf, type BulkLoad, type BulkPath, type BulkTarget } from "./bulk.ts";

/** What of pg's protocol connection a COPY needs; its types tell less. */
interface Protocol {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
  readonly stream: NodeJS.WritableStream & { readonly writableNeedDrain: boolean };
}

/** `COPY … FROM STDIN` through `pg`, whose queries may be objects of one's own (a Submittable). */
export function copyPath(client: pg.Client): BulkPath {
  return { name: "COPY", open: (target) => openCopy(client, target) };
}

export function copySql({ table, columns }: BulkTarget): string {
  return `COPY ${table} (${columns.map(({ name }) => name).join(", ")}) FROM STDIN`;
}

async function openCopy(client: pg.Client, target: BulkTarget): Promise<BulkLoad> {
  const writers = target.columns.map(({ type }) => copyWriter(type));
  let protocol: Protocol | undefined;
  let failure: Error | undefined;
  const begun = deferred();
  const ended = deferred();
  // Both are awaited later; a failure before that is no unhandled one.
  for (const { promise } of [begun, ended]) promise.catch(() => {});
  client.query({
    submit: (connection: Protocol) => {
      protocol = connection;
      connection.query(copySql(target));
    },
    handleCopyInResponse: () => begun.resolve(),
    handleCommandComplete: () => {},
    handleReadyForQuery: () => ended.resolve(),
    handleError: (error: Error) => {
      failure = error;
      begun.reject(error);
      ended.reject(error);
    },
  } as never);
  await begun.promise;
  return {
    write: async (lists, count) => {
      if (failure) throw failure;
      protocol!.sendCopyFromChunk(Buffer.from(linesOf(lists, count, writers)));
      if (protocol!.stream.writableNeedDrain) await Promise.race([new Promise<void>((resolve) => protocol!.stream.once("drain", resolve)), ended.promise]);
    },
    end: async () => {
      if (!failure) protocol!.endCopyFrom();
      await ended.promise;
    },
    abort: async () => {
      if (!failure) protocol!.sendCopyFail("given up");
      await ended.promise.catch(() => {});
    },
  };
}

interface Deferred {
  readonly promise: Promise<void>;
  resolve(): void;
  reject(error: Error): void;
}

/** Promise.withResolvers, which Node 20 has not. */
function deferred(): Deferred {
  const made = {} as { promise: Promise<void>; resolve: () => void; reject: (error: Error) => void };
  made.promise = new Promise<void>((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}
