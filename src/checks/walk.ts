import { GravenError } from "../base/errors.ts";
import { splitStatements } from "../base/sql-statements.ts";
import type { Statement } from "../dialects/ansi/statement.ts";
import type { Dialect, Plan, Step } from "../dialects/dialect.ts";
import { joinedEffects, noEffects, unknownEffects, type Effects } from "../dialects/effects.ts";
import type { ReviewKnowledge } from "../dialects/knowledge.ts";
import { applyOperation } from "../operations/apply.ts";
import type { Operation } from "../operations/index.ts";
import { draftOf } from "../schema/edit.ts";
import type { Schema } from "../schema/types.ts";
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
  /** The schema just before it. */
  readonly before: Schema;
  /** The operations that it stands for, as far as its words tell. */
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
export function walk(operations: readonly Operation[], before: Schema, dialect: Dialect, knowledge: ReviewKnowledge, version: number = knowledge.assumedVersion): Walk {
  const schemas = schemasAlong(operations, before);
  const planned = planOf(operations, before, dialect);
  if (planned instanceof GravenError) return { steps: [], schemas, refusal: planned };
  const steps: ReviewStep[] = [];
  let present = -1;
  let draft = draftOf(before);
  for (const step of planned.steps) {
    if (step.operation !== present) [present, draft] = [step.operation, draftOf(schemas[step.operation]!)];
    for (const piece of piecesOf(step)) {
      const statement = piece.isSql ? knowledge.readStatement(piece.tokens) : ({ kind: "other", verb: "" } as const);
      const stood = operationsOf(statement, draft, dialect);
      const effects = piece.isSql ? knowledge.effects(statement, draft, version) : step.kind === "run" ? unknownEffects : noEffects;
      steps.push({ operation: step.operation, sql: piece.text, isSql: piece.isSql, transaction: step.transaction, statement, effects, before: stood.length ? draftOf(draft) : draft, operations: stood, line: piece.line });
      for (const each of stood) tryApply(draft, each);
    }
  }
  return { steps, schemas, plan: planned };
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
  if (step.kind === "sql") return splitStatements(step.sql).map(({ text, line, tokens }) => ({ text, isSql: true, line: line - 1, tokens }));
  const words = { run: "a function of the revision", keep: "keeps triggers and indexes that the schema does not know", restore: "brings back what was kept", inspect: "looks whether rows were changed by hand" };
  return [{ text: words[step.kind as keyof typeof words] ?? step.kind, isSql: false, line: 0, tokens: [] }];
}

/** SQL that an author wrote may say what the schema does not know; the walk goes on without it. */
function tryApply(draft: ReturnType<typeof draftOf>, operation: Operation): void {
  const kept = draftOf(draft);
  try {
    applyOperation(draft, operation);
  } catch (error) {
    if (!(error instanceof GravenError)) throw error;
    for (const record of ["namespaces", "enums", "tables", "requiredRows", "objects"] as const) {
      for (const key of Object.keys(draft[record])) delete (draft[record] as Record<string, unknown>)[key];
      Object.assign(draft[record], kept[record]);
    }
  }
}
