import { GravenError } from "../base/errors.ts";
import { splitStatements } from "../base/sql-statements.ts";
import { applyOperation } from "../operations/apply.ts";
import type { Operation } from "../operations/index.ts";
import { draftOf } from "../schema/edit.ts";
import type { Schema } from "../schema/types.ts";
import { readAllowances } from "./allowances.ts";
import type { RevisionInput, ReviewSettings } from "./review.ts";
import { operationsOf } from "./sql-operations.ts";

/** A file of plain SQL, as what is to be reviewed: each statement an operation with its line. */
export function scriptInput({ name, text, file, before }: { readonly name: string; readonly text: string; readonly file: string; readonly before: Schema }, settings: ReviewSettings): RevisionInput {
  const operations = sqlOperations(splitStatements(text), before, settings).map(({ operation, line }) => ({ operation, place: { file, line } }));
  return { revision: name, message: "", file, operations, before, downgrade: [], hasDowngrade: true, isScript: true, allowances: readAllowances(text, "sql") };
}

/** The statements of a script as operations: each finds what the ones before it leave, and its own BEGIN and COMMIT count. */
function sqlOperations(statements: ReturnType<typeof splitStatements>, before: Schema, { on }: ReviewSettings): readonly { readonly operation: Operation; readonly line: number }[] {
  const { dialect, knowledge } = on[0]!;
  const draft = draftOf(before);
  let inTransaction = false;
  return statements.map(({ text: sql, line, tokens }) => {
    const statement = knowledge.readStatement(tokens);
    const schema = operationsOf(statement, draft, dialect).filter((operation) => appliesTo(draft, operation));
    const operation: Operation = { kind: "execute", statements: [{ sql }], schema };
    const isBoundary = statement.kind === "transaction";
    const isWithin = inTransaction && !isBoundary;
    if (isBoundary) inTransaction = statement.verb === "begin";
    return { operation: isWithin ? operation : { kind: "withoutTransaction", operations: [operation] }, line };
  });
}

/** Applies what a statement stands for; SQL may speak of what the schema does not know. */
function appliesTo(draft: ReturnType<typeof draftOf>, operation: Operation): boolean {
  try {
    applyOperation(draft, operation);
    return true;
  } catch (error) {
    if (!(error instanceof GravenError)) throw error;
    return false;
  }
}
