import { messageOf } from "../base/errors.ts";
import type { Dialect, RowLoad } from "../dialects/dialect.ts";
import type { BulkPath } from "../drivers/bulk.ts";
import type { Connection } from "../drivers/connection.ts";
import { faultOf, Stopped } from "./run-failure.ts";

/** Rows that are sent at once. */
const ROWS_AT_ONCE = 2_000;
/** Characters of statements that are sent at once, where each holds few rows. */
const CHARACTERS_AT_ONCE = 200_000;
const SAVEPOINT = "graven_load";

/** One step that inserts many rows. */
export interface LoadStep {
  readonly connection: Connection;
  readonly dialect: Dialect;
  readonly load: RowLoad;
  /** Throws when the run was asked to stop. */
  readonly stopWhenAsked: () => void;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Inserts the rows within the transaction that is open, or within one of their own. What the bulk path refuses is tried again by
 * INSERT statements, which say the same as offline SQL does: they decide what the database takes.
 */
export async function runLoad(step: LoadStep): Promise<void> {
  const { connection } = step;
  if (connection.inTransaction) return insertRows(step);
  await connection.begin();
  try {
    await insertRows(step);
    await connection.commit();
  } catch (error) {
    if (connection.inTransaction) await connection.rollback().catch(() => {});
    throw error;
  }
}

async function insertRows(step: LoadStep): Promise<void> {
  const { connection, load } = step;
  const failure = connection.bulk && load.runs ? await bulkFailure(step, connection.bulk, load.runs) : undefined;
  if (connection.bulk && load.runs && !failure) return;
  try {
    await runStatements(step);
  } catch (error) {
    // The bulk path may know the row by its number.
    if (failure && !(error instanceof Stopped) && messageOf(error) !== messageOf(failure.error)) throw retold(error, `${messageOf(error)}\n${connection.bulk!.name} was refused as well: ${messageOf(failure.error)}`);
    throw error;
  }
}

/** Sends the rows by the bulk path. Gives why it refused them, once nothing of them is left; throws what no other way would mend. */
async function bulkFailure(step: LoadStep, bulk: BulkPath, runs: NonNullable<RowLoad["runs"]>): Promise<{ readonly error: unknown } | undefined> {
  const { connection, dialect, load } = step;
  await connection.execute(`SAVEPOINT ${SAVEPOINT}`);
  try {
    let done = 0;
    for (const run of runs) done = await loadRun(step, bulk, run, done);
    await connection.execute(`RELEASE SAVEPOINT ${SAVEPOINT}`);
    return undefined;
  } catch (error) {
    if (error instanceof Stopped || dialect.running.lockTimedOut(faultOf(error))) throw error;
    try {
      await connection.execute(`ROLLBACK TO SAVEPOINT ${SAVEPOINT}`);
      if (load.remainsSql !== undefined && (await connection.query(load.remainsSql)).length) throw error;
      await connection.execute(`RELEASE SAVEPOINT ${SAVEPOINT}`);
    } catch {
      // The transaction is gone, as after a deadlock or with a broken connection, or rows stand that no rollback takes back.
      throw error;
    }
    return { error };
  }
}

async function loadRun({ load, stopWhenAsked, onProgress }: LoadStep, bulk: BulkPath, run: NonNullable<RowLoad["runs"]>[number], before: number): Promise<number> {
  const open = await bulk.open(run.target);
  let done = before;
  try {
    for (let at = 0; at < run.rows; at += ROWS_AT_ONCE) {
      stopWhenAsked();
      const count = Math.min(ROWS_AT_ONCE, run.rows - at);
      await open.write(run.lists(at, count), count);
      done += count;
      onProgress(done, load.rows);
    }
  } catch (error) {
    await open.abort().catch(() => {});
    throw error;
  }
  await open.end();
  return done;
}

/** Statements one after the other; small ones travel together. */
async function runStatements({ connection, load, stopWhenAsked, onProgress }: LoadStep): Promise<void> {
  let done = 0;
  for (const { sql, rows } of load.statements()) {
    stopWhenAsked();
    try {
      for (const text of joined(sql)) await connection.execute(text);
    } catch (error) {
      throw retold(error, `${messageOf(error)} (in rows ${done + 1} to ${done + rows})`);
    }
    done += rows;
    onProgress(done, load.rows);
  }
}

function* joined(statements: readonly string[]): Iterable<string> {
  let text = "";
  for (const statement of statements) {
    if (text && text.length + statement.length > CHARACTERS_AT_ONCE) {
      yield text;
      text = "";
    }
    text += text ? `;\n${statement}` : statement;
  }
  if (text) yield text;
}

/** The error under another message; its code still says what kind of failure it is. */
function retold(error: unknown, message: string): Error {
  const code = typeof error === "object" && error !== null && "code" in error ? { code: error.code } : {};
  return Object.assign(new Error(message, { cause: error }), code);
}
