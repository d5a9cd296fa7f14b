import { setTimeout as sleep } from "node:timers/promises";
import type { Batches, Dialect } from "../dialects/dialect.ts";
import type { Connection } from "../drivers/connection.ts";
import { splitKey } from "../schema/key.ts";

/** One step in batches: whose it is, and where it keeps how far it has come. */
export interface BatchRun {
  readonly connection: Connection;
  readonly dialect: Dialect;
  /** The key of the history's table: the progress stands beside it. */
  readonly historyKey: string;
  readonly revision: string;
  readonly step: number;
  /** An earlier run stopped in this very step. */
  readonly resumes: boolean;
  readonly batches: Batches;
  /** Throws when the run was asked to stop. */
  readonly stopWhenAsked: () => void;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Fills a table in batches, each in a transaction of its own together with the key that it reached. A run that was killed goes
 * on after the last batch that was committed, so that no row is written twice.
 */
export async function runBatches({ connection, batches, resumes, stopWhenAsked, onProgress, ...run }: BatchRun): Promise<void> {
  const progress = progressSql(run);
  const { name, schema } = splitKey(progress.key);
  if (!(await connection.hasTable(name, schema))) await connection.execute(progress.create);
  if (!resumes) await connection.execute(progress.remove);
  const [standing] = resumes ? await connection.query(progress.select) : [];
  let reached = standing && standing["reached"] !== null ? (JSON.parse(String(standing["reached"])) as string[]) : undefined;
  let done = standing ? Number(standing["done"]) : 0;
  const [counted] = await connection.query(batches.countSql(reached));
  const total = done + Number(counted!["total"]);
  if (!standing) await connection.execute(progress.insert(reached, done));
  for (;;) {
    stopWhenAsked();
    const [last] = await connection.query(batches.nextSql(reached));
    if (!last) break;
    const key = Object.keys(last).filter((column) => column !== "counted").map((column) => String(last[column]));
    done += Number(last["counted"]);
    await connection.begin();
    await connection.execute(batches.updateSql(reached, key));
    await connection.execute(progress.update(key, done));
    await connection.commit();
    reached = key;
    // Rows may come while this runs.
    onProgress(done, Math.max(total, done));
    if (batches.pause) await sleep(batches.pause);
  }
}

/** Drops what `runBatches` kept, once the history says that the step is done: until then a run may stop and go on. */
export async function forgetBatches(connection: Connection, dialect: Dialect, historyKey: string): Promise<void> {
  await connection.execute(progressSql({ dialect, historyKey, revision: "", step: 0 }).drop);
}

/** The statements on the table that holds how far a backfill has come; it is there only while one is under way. */
function progressSql({ dialect, historyKey, revision, step }: Pick<BatchRun, "dialect" | "historyKey" | "revision" | "step">) {
  const key = `${historyKey}_progress`;
  const table = dialect.tableName(key);
  const text = (value: string) => dialect.literal(value, { kind: "text" });
  const where = `WHERE revision = ${text(revision)} AND step = ${step}`;
  const stored = (reached: readonly string[] | undefined) => (reached ? text(JSON.stringify(reached)) : "NULL");
  return {
    key,
    create: `CREATE TABLE ${table} (revision VARCHAR(255) NOT NULL, step INTEGER NOT NULL, reached TEXT, done BIGINT NOT NULL)`,
    select: `SELECT reached, done FROM ${table} ${where}`,
    insert: (reached: readonly string[] | undefined, done: number) => `INSERT INTO ${table} (revision, step, reached, done) VALUES (${text(revision)}, ${step}, ${stored(reached)}, ${done})`,
    update: (reached: readonly string[], done: number) => `UPDATE ${table} SET reached = ${stored(reached)}, done = ${done} ${where}`,
    remove: `DELETE FROM ${table} ${where}`,
    drop: `DROP TABLE ${table}`,
  };
}
