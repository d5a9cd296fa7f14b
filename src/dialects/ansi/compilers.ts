import { GravenError } from "../../base/errors.ts";
import { sqlStatements } from "../../base/sql-statements.ts";
import { applyOperation, describeOperation } from "../../operations/apply.ts";
import type { Operation, OperationKind, OperationOf } from "../../operations/index.ts";
import { draftIn, type Draft } from "../../schema/edit.ts";
import { keyOf } from "../../schema/key.ts";
import type { Schema } from "../../schema/types.ts";
import type { Batches, Plan, PlanOptions, RowInspection, RowLoad, Step } from "../dialect.ts";

/** The kinds that mean the same on every database. */
export type GeneralKind = "run" | "todo" | "confirm" | "irreversible" | "withoutTransaction" | "withTimeouts";

/** Why a database cannot do an operation. */
export interface Unsupported {
  readonly unsupported: string;
}

export function unsupported(reason: string): Unsupported {
  return { unsupported: reason };
}

/** A statement, or one that must stand outside a transaction, or a step that keeps and restores what the plan cannot know. */
export type Statement =
  | string
  | { readonly sql: string; readonly transaction: false; readonly mend?: string; readonly undo?: string }
  | { readonly step: { readonly kind: "keep"; readonly name: string; readonly query: string; readonly unknownQuery: string } | { readonly kind: "restore"; readonly name: string; readonly known: readonly string[] } | { readonly kind: "inspect"; readonly query: string; readonly inspection: RowInspection } | { readonly kind: "batches"; readonly batches: Batches } | { readonly kind: "load"; readonly load: RowLoad } };

/** The statements of one operation on a database that holds `before`. */
export type Compiler<O extends Operation> = (operation: O, before: Schema) => readonly Statement[];

/** One entry per kind: a missing operation does not compile. */
export type Compilers = { readonly [K in Exclude<OperationKind, GeneralKind>]: Compiler<OperationOf<K>> | Unsupported };

/** The steps of operations, one after the other, each planned on the schema it finds. */
export function planOperations(compilers: Compilers, title: string, operations: readonly Operation[], before: Schema, { inPlace }: PlanOptions = {}): Plan {
  const draft = draftIn(before, inPlace);
  const steps = operations.flatMap((operation, index) => stepsOf(compilers, title, operation, draft, index, { transaction: true }));
  return { setup: [], steps: withoutIdleInspections(steps, operations), verify: [], cleanup: [] };
}

/** Nobody has changed rows of a table that the same plan has only just made. */
export function withoutIdleInspections(steps: readonly Step[], operations: readonly Operation[]): readonly Step[] {
  const made = new Map(operations.flatMap((operation, index) => (operation.kind === "createTable" ? [[keyOf(operation.table), index] as const] : [])));
  return made.size ? steps.filter((step) => step.kind !== "inspect" || !((made.get(step.inspection.table) ?? Infinity) < step.operation)) : steps;
}

/** Plans one operation and applies it to the draft. */
export function stepsOf(compilers: Compilers, title: string, operation: Operation, draft: Draft, index: number, how: StepKind): Step[] {
  if (operation.kind === "withoutTransaction") return operation.operations.flatMap((inner) => stepsOf(compilers, title, inner, draft, index, { ...how, transaction: false }));
  if (operation.kind === "withTimeouts") return operation.operations.flatMap((inner) => stepsOf(compilers, title, inner, draft, index, { ...how, limits: operation.options ?? {} }));
  const steps = generalSteps(operation, index, how) ?? statementsOf(compilers, title, operation, draft).map((statement) => stepFrom(statement, index, how));
  applyOperation(draft, operation);
  return steps;
}

/** The steps of a kind that means the same everywhere; `undefined` for all others. Throws RUN-020 and RUN-021 for what refuses. */
export function generalSteps(operation: Operation, index: number, how: StepKind): Step[] | undefined {
  switch (operation.kind) {
    case "run":
      return [{ kind: "run", callback: operation.callback, operation: index, ...how }];
    case "todo":
      throw new GravenError("RUN-020", `The revision still has something to decide: ${operation.message}`, { hint: "Replace op.todo(…) by what should happen." });
    // Whoever runs it has asked already.
    case "confirm":
      return [];
    case "irreversible":
      throw new GravenError("RUN-021", `This cannot be undone: ${operation.reason}`, { hint: "Write by hand what leads back, or restore a backup." });
    default:
      return undefined;
  }
}

export function statementsOf(compilers: Compilers, title: string, operation: Operation, before: Schema): readonly Statement[] {
  const compiler = compilers[operation.kind as keyof Compilers] as Compiler<Operation> | Unsupported;
  if ("unsupported" in compiler) throw new GravenError("RUN-022", `${title} cannot ${describeOperation(operation)}: ${compiler.unsupported}`);
  return compiler(operation, before);
}

/** How a step is run: inside a transaction or not, and within which limits. */
export type StepKind = Pick<Step, "transaction" | "limits">;

export function stepFrom(statement: Statement, operation: number, how: StepKind): Step {
  if (typeof statement === "string") return { kind: "sql", sql: statement, operation, ...how };
  if ("sql" in statement) return { kind: "sql", sql: statement.sql, operation, ...how, transaction: false, ...(statement.mend !== undefined && { mend: statement.mend }), ...(statement.undo !== undefined && { undo: statement.undo }) };
  return { ...statement.step, operation, ...how, transaction: how.transaction && statement.step.kind !== "batches" };
}

/** A word without which no statement refuses a transaction: most texts need no closer look. */
const mayRefuse = /\b(?:vacuum|concurrently|system|database|tablespace|subscription|cluster|attach|detach|pragma)\b/i;

/** The steps with those statements apart that refuse a transaction, also where an author put several into one text. */
export function apartSteps(steps: readonly Step[], refuses: (sql: string) => boolean): readonly Step[] {
  return steps.flatMap((step): readonly Step[] => {
    if (step.kind !== "sql" || !mayRefuse.test(step.sql)) return [step];
    const statements = step.sql.includes(";") ? sqlStatements(step.sql) : [step.sql];
    if (!statements.some(refuses)) return [step];
    return statements.map((sql) => ({ ...step, sql, transaction: step.transaction && !refuses(sql) }));
  });
}

