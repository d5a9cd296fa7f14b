import { GravenError } from "../base/errors.ts";
import { splitStatements } from "../base/sql-statements.ts";
import type { Statement } from "../dialects/ansi/statement.ts";
import type { Dialect, Plan, RowLoad, Step } from "../dialects/dialect.ts";
import { joinedEffects, noEffects, unknownEffects, type Effects } from "../dialects/effects.ts";
import type { ReviewKnowledge } from "../dialects/knowledge.ts";
import { applyOperation } from "../operations/apply.ts";
import type { Operation, OperationOf } from "../operations/index.ts";
import { draftOf, type Draft } from "../schema/edit.ts";
import type { Schema } from "../schema/types.ts";
import { changedOrNot } from "../schema/watched-draft.ts";
import { operationsOf } from "./sql-operations.ts";

/** One statement that a revision runs, with what it does. */
export interface ReviewStep {
  /** The index of the operation it belongs to. */
  readonly operation: number;
  /** The statement, or words for a step that is none. */
  readonly sql: string;
  readonly isSql: boolean;
  readonly transaction: boolean;
  readonly statement: Statement;
  readonly effects: Effects;
  /** The schema just before it; before its operation, where that is no author's SQL. */
  readonly before: Schema;
  /** The operations that it stands for, as far as its words tell; none where it makes a table for an operation that does. */
  readonly operations: readonly Operation[];
  /** Its line within the text that an author gave to `op.execute`, from 0. */
  readonly line: number;
}

export interface Walk {
  readonly steps: readonly ReviewStep[];
  /** The schema before each operation, and at the end the one after all. */
  readonly schemas: readonly Schema[];
  /** Why the database cannot do it. */
  readonly refusal?: GravenError;
  readonly plan?: Plan;
}

/** Follows operations through their statements: what each finds, locks and leaves. */
export function walk(operations: readonly Operation[], before: Schema, dialect: Dialect, knowledge: ReviewKnowledge, version: string = String(knowledge.assumedVersion)): Walk {
  const schemas = schemasAlong(operations, before);
  const planned = planOf(operations, before, dialect);
  if (planned instanceof GravenError) return { steps: [], schemas, refusal: planned };
  const steps: ReviewStep[] = [];
  /** What SQL did that tells the schema nothing of it: the SQL after it finds it all the same. */
  const untold: Operation[] = [];
  for (const [index, ofOperation] of stepsByOperation(planned.steps)) {
    const pieces = ofOperation.flatMap((step) => piecesOf(step).map((piece) => ({ step, piece })));
    // Of an author's SQL, each statement is judged by what it finds. For others the operation is, and one draft follows its statements.
    const isSql = operations[index]!.kind === "execute";
    const isMade = operations[index]!.kind === "createTable";
    const tellsNothing = isSql && (operations[index] as OperationOf<"execute">).schema === undefined;
    let before = isSql ? withUntold(schemas[index]!, untold) : schemas[index]!;
    let present = before;
    for (const [place, { step, piece }] of pieces.entries()) {
      const statement = piece.isSql ? knowledge.readStatement(piece.tokens) : ({ kind: "other", verb: "" } as const);
      const stood = isMade ? [] : operationsOf(statement, present, dialect);
      const effects = piece.isSql ? knowledge.effects(statement, present, version) : step.kind === "run" ? unknownEffects : noEffects;
      steps.push({ operation: index, sql: piece.text, isSql: piece.isSql, transaction: step.transaction, statement, effects, before, operations: stood, line: piece.line });
      // What follows the making of a table finds all of it, as far as locks and scans go.
      if (isMade) present = schemas[index + 1]!;
      if (tellsNothing) untold.push(...stood);
      // Nobody looks at what an operation's last statement leaves: the next one begins where the operation leads.
      if (!stood.length || place === pieces.length - 1) continue;
      const draft = present === before || isSql ? draftOf(present) : (present as Draft);
      for (const each of stood) tryApply(draft, each);
      present = draft;
      if (isSql) before = draft;
    }
  }
  return { steps, schemas, plan: planned };
}

function withUntold(schema: Schema, untold: readonly Operation[]): Schema {
  if (!untold.length) return schema;
  const draft = draftOf(schema);
  for (const each of untold) tryApply(draft, each);
  return draft;
}

/** The steps of each operation, by its index. */
export function stepsByOperation<Step extends Pick<ReviewStep, "operation">>(steps: readonly Step[]): ReadonlyMap<number, readonly Step[]> {
  const found = new Map<number, Step[]>();
  for (const step of steps) {
    const some = found.get(step.operation);
    if (some) some.push(step);
    else found.set(step.operation, [step]);
  }
  return found;
}

/** What all of a list of steps do together. */
export function effectsOf(steps: readonly Pick<ReviewStep, "effects">[]): Effects {
  return joinedEffects(steps.map(({ effects }) => effects));
}

function schemasAlong(operations: readonly Operation[], before: Schema): Schema[] {
  const draft = draftOf(before);
  const schemas: Schema[] = [draftOf(draft)];
  for (const operation of operations) {
    tryApply(draft, operation);
    schemas.push(draftOf(draft));
  }
  return schemas;
}

/** A person reads the rest of a revision although something in it is still to decide. */
function planOf(operations: readonly Operation[], before: Schema, dialect: Dialect): Plan | GravenError {
  const undecided: Operation = { kind: "execute", statements: [] };
  try {
    return dialect.plan(operations.map((operation) => (operation.kind === "todo" || operation.kind === "irreversible" ? undecided : operation)), before);
  } catch (error) {
    if (error instanceof GravenError) return error;
    throw error;
  }
}

interface Piece {
  readonly text: string;
  readonly isSql: boolean;
  readonly line: number;
  readonly tokens: ReturnType<typeof splitStatements>[number]["tokens"];
}

/** The statements of a step: an author's text may hold several. */
function piecesOf(step: Step): readonly Piece[] {
  if (step.kind === "load") return [loadPiece(step.load)];
  if (step.kind === "sql") return splitStatements(step.sql).map(({ text, line, tokens }) => ({ text, isSql: true, line: line - 1, tokens }));
  const words = { run: "a function of the revision", keep: "keeps triggers and indexes that the schema does not know", restore: "brings back what was kept", inspect: "looks whether rows were changed by hand" };
  return [{ text: words[step.kind as keyof typeof words] ?? step.kind, isSql: false, line: 0, tokens: [] }];
}

/** The first of many rows stands for all of them. */
function loadPiece({ sample, rows }: RowLoad): Piece {
  return { text: `${sample} -- and so on: ${rows} rows`, isSql: true, line: 0, tokens: splitStatements(sample)[0]!.tokens };
}

/** SQL that an author wrote may say what the schema does not know; the walk goes on without it. */
function tryApply(draft: Draft, operation: Operation): void {
  try {
    changedOrNot(draft, (watched) => applyOperation(watched, operation));
  } catch (error) {
    if (!(error instanceof GravenError)) throw error;
  }
}
