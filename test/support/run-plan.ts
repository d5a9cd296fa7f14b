import type { Plan } from "../../src/dialects/dialect.ts";
import { driftOf, driftText } from "../../src/runtime/inspect.ts";
import type { TestDatabase } from "./databases.ts";

/** Runs a plan as the executor does, on a bare database. */
export async function runPlan(database: TestDatabase, plan: Plan, options: { readonly transactional: boolean; readonly toleratesDrift?: true }): Promise<void> {
  const kept = new Map<string, string[]>();
  for (const sql of plan.setup) await database.query(sql);
  let open = false;
  const begin = async () => {
    if (options.transactional && !open) await database.query("BEGIN");
    open = true;
  };
  const commit = async () => {
    if (options.transactional && open) await database.query("COMMIT");
    open = false;
  };
  try {
    await begin();
    for (const step of plan.steps) {
      if (!step.transaction) await commit();
      if (step.kind === "sql") {
        for (const row of step.mend === undefined ? [] : await database.query(step.mend)) await database.query(String(Object.values(row)[0]));
        await runSql(database, step.sql);
      }
      else if (step.kind === "keep") kept.set(step.name, (await database.query(step.query)).map((row) => String(Object.values(row)[0])));
      else if (step.kind === "inspect") {
        if (!options.toleratesDrift) await refuseDrift(database, step);
      }
      else if (step.kind === "batches") await runSql(database, step.batches.wholeSql);
      else if (step.kind === "load") for (const sql of [...step.load.statements()].flatMap((each) => each.sql)) await runSql(database, sql);
      else if (step.kind === "restore") for (const sql of kept.get(step.name) ?? []) await database.query(sql);
      else throw new Error("A case holds no functions.");
      await begin();
    }
    for (const { query, message } of plan.verify) {
      const rows = await database.query(query);
      if (rows.length) throw new Error(`${message} ${JSON.stringify(rows)}`);
    }
    await commit();
  } catch (error) {
    if (options.transactional && open) await database.query("ROLLBACK");
    throw error;
  } finally {
    for (const sql of plan.cleanup) await database.query(sql);
  }
}

/** Nobody changes required rows by hand in a case: rows that seem drifted are compared wrongly. */
async function refuseDrift(database: TestDatabase, { query, inspection }: Extract<Plan["steps"][number], { kind: "inspect" }>): Promise<void> {
  const drift = driftOf(inspection, await database.query(query));
  if (drift) throw new Error(`${driftText(drift)}\n  in: ${query}`);
}

async function runSql(database: TestDatabase, sql: string): Promise<void> {
  try {
    await database.query(sql);
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n  in: ${sql}`, { cause: error });
  }
}
