import { applyOperation } from "../../operations/apply.ts";
import type { Operation } from "../../operations/index.ts";
import { draftIn, draftOf, type Draft } from "../../schema/edit.ts";
import { findTable } from "../../schema/find.ts";
import { keyOf } from "../../schema/key.ts";
import type { Schema } from "../../schema/types.ts";
import { apartSteps, generalSteps, stepFrom, withoutIdleInspections, type Statement, type StepKind } from "../ansi/compilers.ts";
import type { Plan, PlanOptions, Step } from "../dialect.ts";
import type { Limits } from "../running.ts";
import { isEnumOperation, planEnums } from "./plan-enums.ts";
import { planRebuild } from "./plan-rebuild.ts";
import { isTableOperation, nativeStatements, type TableOperation } from "./native.ts";
import { otherStatements } from "./others.ts";
import { rebuildCleanup, rebuildSetup, rebuildStatements, rebuildVerify, type Rebuild } from "./rebuild.ts";
import { throwRefused } from "./refuse.ts";
import { running } from "./running.ts";
import { createTableStatements } from "./tables.ts";

/** An operation at its place among those of the revision; nested ones share the place of what holds them. */
export interface Item<O extends Operation = Operation> {
  readonly operation: O;
  readonly index: number;
  readonly transaction: boolean;
  readonly limits?: Limits;
}

/** What is written while planning: the steps so far, and the schema after them. */
export interface Planning {
  readonly draft: Draft;
  readonly emit: (item: Item, statements: readonly Statement[]) => void;
  readonly rebuild: (item: Item, rebuild: Omit<Rebuild, "schema" | "mark">) => void;
}

/**
 * Statements for operations. Operations on one table that follow one another are taken together: when SQLite has a statement for each
 * of them those run, otherwise the table is rebuilt once. Throws RUN-020 to RUN-022 for what cannot run.
 */
export function plan(operations: readonly Operation[], before: Schema, { inPlace }: PlanOptions = {}): Plan {
  const steps: Step[] = [];
  const draft = draftIn(before, inPlace);
  let rebuilds = 0;
  const planning: Planning = {
    draft,
    emit: ({ index, transaction, limits }, statements) => steps.push(...statements.map((statement) => stepFrom(statement, index, { transaction, ...(limits && { limits }) }))),
    // A rebuild stays within a transaction whatever its author said: between its DROP and its RENAME there is no table.
    rebuild: ({ index, limits }, rebuild) => {
      const statements = rebuildStatements({ ...rebuild, schema: draft, mark: String(++rebuilds) });
      steps.push(...statements.map((statement) => stepFrom(statement, index, { transaction: true, ...(limits && { limits }) })));
    },
  };
  for (const run of runsOf(operations.flatMap((operation, index) => flattened(operation, index, { transaction: true })))) planRun(run, planning, steps);
  const apart = apartSteps(withoutIdleInspections(steps, operations), running.refusesTransaction);
  return rebuilds ? { setup: rebuildSetup, steps: apart, verify: rebuildVerify, cleanup: rebuildCleanup } : { setup: [], steps: apart, verify: [], cleanup: [] };
}

function planRun(run: readonly Item[], planning: Planning, steps: Step[]): void {
  const [first] = run;
  if (!first) return;
  if (first.operation.kind === "createTable") return planNewTable(run, keyOf(first.operation.table), planning);
  if (isEnumOperation(first.operation)) return planEnums(run, planning);
  if (isTableOperation(first.operation)) return planTable(run as readonly Item<TableOperation>[], first.operation.table, planning);
  const { operation, index, transaction, limits } = first;
  const general = generalSteps(operation, index, { transaction, ...(limits && { limits }) });
  if (general) steps.push(...general);
  else planning.emit(first, otherStatements(operation, planning.draft));
  applyOperation(planning.draft, operation);
}

/** A table that changes before anything else happens is made as it is in the end. */
function planNewTable(run: readonly Item[], key: string, { draft, emit }: Planning): void {
  for (const { operation } of run) applyOperation(draft, operation);
  emit(run[0]!, createTableStatements(findTable(draft, key), draft));
}

function planTable(run: readonly Item<TableOperation>[], key: string, planning: Planning): void {
  const trial = draftOf(planning.draft);
  const statements = run.map(({ operation }) => {
    const native = nativeStatements(operation, trial);
    applyOperation(trial, operation);
    return native;
  });
  throwRefused(findTable(trial, key));
  if (statements.includes(undefined)) return planRebuild(run, key, planning);
  run.forEach((item, at) => {
    planning.emit(item, statements[at]!);
    applyOperation(planning.draft, item.operation);
  });
}

/** Operations that are planned together, in their order. */
function runsOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const runs: Item[][] = [];
  let last: string | undefined;
  for (const item of items) {
    const subject = subjectOf(item);
    const present = runs.at(-1);
    if (present && subject !== undefined && subject === last && item.operation.kind !== "createTable") present.push(item);
    else runs.push([item]);
    last = subject;
  }
  return runs;
}

function subjectOf({ operation, transaction }: Item): string | undefined {
  if (operation.kind === "createTable") return `${transaction} table ${keyOf(operation.table)}`;
  if (isEnumOperation(operation)) return `${transaction} enums`;
  return isTableOperation(operation) ? `${transaction} table ${operation.table}` : undefined;
}

function flattened(operation: Operation, index: number, how: StepKind): readonly Item[] {
  if (operation.kind === "withoutTransaction") return operation.operations.flatMap((inner) => flattened(inner, index, { ...how, transaction: false }));
  if (operation.kind === "withTimeouts") return operation.operations.flatMap((inner) => flattened(inner, index, { ...how, limits: operation.options ?? {} }));
  return [{ operation, index, ...how }];
}
