import { walk, type ReviewStep } from "../checks/walk.ts";
import { blockedRank, joinedEffects, strongestBlock, type Blocked, type TableLock, type TableWork } from "../dialects/effects.ts";
import { loadReviewKnowledge } from "../dialects/knowledge.ts";
import { describeOperation } from "../operations/apply.ts";
import type { Operation } from "../operations/index.ts";
import type { PlannedWork } from "../runtime/executor.ts";
import type { OpenDatabase } from "./database.ts";

export type Risk = "low" | "medium" | "high";

/** One operation of a plan, as it would run. */
export interface PlannedStep {
  readonly operation: string;
  readonly sql: readonly string[];
  /** Whether it runs outside the revision's transaction. */
  readonly apart: boolean;
  readonly locks: readonly TableLock[];
  /** What grows with the table: reading it, building an index, writing it anew. */
  readonly work: readonly TableWork[];
  /** What others cannot do while it runs. */
  readonly blocks: Blocked;
  /** About how many rows the tables have that it works through or locks. */
  readonly rows: Readonly<Record<string, number>>;
  readonly risk: Risk;
  /** Why it is more than low. */
  readonly reason?: string;
}

export interface PlannedRevision {
  readonly revision: string;
  readonly message: string;
  readonly direction: "upgrade" | "downgrade";
  readonly steps: readonly PlannedStep[];
}

/** Below this many rows, whatever is done to a table is soon over. */
const fewRows = 10_000;

/** What a run would do: its SQL, what it locks, and how much that may disturb, by the rows that the tables have. Changes nothing. */
export async function dryRun(database: OpenDatabase, planned: readonly PlannedWork[]): Promise<readonly PlannedRevision[]> {
  const knowledge = await loadReviewKnowledge(database.dialect.name);
  const counts = new Map<string, Promise<number | undefined>>();
  const rowsOf = (key: string) => {
    if (!counts.has(key)) counts.set(key, countRows(database, key));
    return counts.get(key)!;
  };
  const result: PlannedRevision[] = [];
  for (const { work, plan, resumeFrom = 0 } of planned) {
    const operations = work.operations.map(({ operation }) => operation);
    const from = plan.steps[resumeFrom]?.operation ?? (resumeFrom ? Infinity : 0);
    const { steps } = walk(operations, work.before, database.dialect, knowledge);
    const groups = [...new Set(steps.map(({ operation }) => operation))].filter((index) => index >= from);
    result.push({
      revision: work.revision,
      message: work.message ?? "",
      direction: work.direction,
      steps: await Promise.all(groups.map((index) => stepOf(operations[index]!, steps.filter(({ operation }) => operation === index), rowsOf))),
    });
  }
  return result;
}

async function stepOf(operation: Operation, steps: readonly ReviewStep[], rowsOf: (key: string) => Promise<number | undefined>): Promise<PlannedStep> {
  const effects = joinedEffects(steps.map((step) => step.effects));
  const tables = [...new Set([...effects.locks, ...effects.work].map(({ table }) => table))].filter((table) => table !== "*");
  const counted = await Promise.all(tables.map(async (table) => [table, await rowsOf(table)] as const));
  const rows = Object.fromEntries(counted.flatMap(([table, count]) => (count === undefined ? [] : [[table, count]])));
  const blocks = strongestBlock(effects);
  return {
    operation: describeOperation(operation),
    sql: steps.map(({ sql, isSql }) => (isSql ? sql : `-- ${sql}`)),
    apart: steps.some(({ transaction }) => !transaction),
    locks: effects.locks,
    work: effects.work,
    blocks,
    rows,
    ...riskOf(operation, effects.work, blocks, effects.known, rows),
  };
}

/** High where rows are lost, or where nobody can use a large table while it is worked through; an estimate, not a promise. */
function riskOf(operation: Operation, work: readonly TableWork[], blocks: Blocked, known: boolean, rows: Readonly<Record<string, number>>): { readonly risk: Risk; readonly reason?: string } {
  if (operation.kind === "dropTable") return { risk: "high", reason: "The rows of the table are lost." };
  if (operation.kind === "dropColumn") return { risk: "high", reason: "The values of the column are lost." };
  if (!known) return { risk: "medium", reason: "What it locks cannot be told from its words." };
  const heavy = work.find(({ table }) => (rows[table] ?? 0) >= fewRows);
  if (heavy && blockedRank[blocks] >= blockedRank.writes) return { risk: "high", reason: `About ${rows[heavy.table]} rows of ${heavy.table} (${heavy.kind}), while ${blocks} wait.` };
  if (heavy) return { risk: "medium", reason: `About ${rows[heavy.table]} rows of ${heavy.table} (${heavy.kind}).` };
  if (operation.kind.startsWith("rename")) return { risk: "medium", reason: "Queries that use the old name fail from then on." };
  return { risk: "low" };
}

/** A table that an earlier revision of the run makes is not there yet. */
async function countRows({ connection, dialect }: OpenDatabase, key: string): Promise<number | undefined> {
  try {
    const [row] = await connection.query(dialect.rowEstimateSql(key));
    return Number(row?.["rows"] ?? 0);
  } catch {
    return undefined;
  }
}
