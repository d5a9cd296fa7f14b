import type { Step } from "../dialects/dialect.ts";

/** What a run puts into one transaction: a revision with its history row, all revisions, or no more than it must. */
export type TransactionMode = "revision" | "run" | "none";

/** Steps that stand or fall together with what the history says of them, or one that no transaction can hold. */
export interface Segment {
  readonly steps: readonly Step[];
  readonly atomic: boolean;
}

/**
 * The steps in the pieces that can be settled. Where DDL commits by itself each step is one; with `none` each operation is, as its
 * steps need each other (a rebuild of SQLite has no table in between).
 */
export function segmentsOf(steps: readonly Step[], mode: TransactionMode, transactionalDdl: boolean): readonly Segment[] {
  const segments: { steps: Step[]; atomic: boolean }[] = [];
  for (const step of steps) {
    const last = segments.at(-1);
    const joins = transactionalDdl && step.transaction && last?.atomic && (mode !== "none" || last.steps.at(-1)!.operation === step.operation);
    if (joins) last.steps.push(step);
    else segments.push({ steps: [step], atomic: step.transaction });
  }
  return segments;
}
