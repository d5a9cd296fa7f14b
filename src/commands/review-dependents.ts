import { splitStatements } from "../base/sql-statements.ts";
import { sqlTokens } from "../base/sql-tokens.ts";
import { ownCodes } from "../checks/own-codes.ts";
import { operationsBehind, type Finding, type RevisionReview } from "../checks/review.ts";
import { keyLike } from "../dialects/ansi/schema-lookup.ts";
import type { Statement } from "../dialects/ansi/statement.ts";
import type { Dependents, ReviewKnowledge } from "../dialects/knowledge.ts";
import type { Operation } from "../operations/index.ts";
import type { Schema } from "../schema/types.ts";
import type { OpenDatabase } from "./database.ts";

interface Held {
  readonly table: string;
  readonly column?: string;
  readonly act: keyof Dependents["words"];
  /** What needs it is dropped with it. */
  readonly cascade?: boolean;
}

/** What of a table an operation takes away or changes under those that need it. */
function heldBy(operation: Operation): Held | undefined {
  switch (operation.kind) {
    case "dropTable":
      return { table: operation.table, act: "dropTable" };
    case "dropColumn":
      return { table: operation.table, column: operation.column, act: "dropColumn" };
    case "renameTable":
      return { table: operation.from, act: "renameTable" };
    case "renameColumn":
      return { table: operation.table, column: operation.from, act: "renameColumn" };
    case "alterColumn":
      return operation.changes.type === undefined ? undefined : { table: operation.table, column: operation.column, act: "alterType" };
    default:
      return undefined;
  }
}

/** The same of a statement that an author wrote. */
function heldByStatement(statement: Statement): readonly Held[] {
  if (statement.kind === "dropTable") return statement.tables.map((table) => ({ table, act: "dropTable", cascade: statement.cascade }));
  if (statement.kind !== "alterTable") return [];
  const { table } = statement;
  return statement.actions.flatMap((action): Held[] => {
    if (action.kind === "dropColumn") return [{ table, column: action.column, act: "dropColumn", cascade: action.cascade }];
    if (action.kind === "renameColumn") return [{ table, column: action.from, act: "renameColumn" }];
    if (action.kind === "renameTable") return [{ table, act: "renameTable" }];
    return action.kind === "setType" ? [{ table, column: action.column, act: "alterType" }] : [];
  });
}

/** Views, foreign keys and triggers that the database has and that a step would break, or that make it fail. What the revision itself takes down before counts no more. */
export async function dependentFindings({ connection, dialect }: OpenDatabase, review: RevisionReview, { dependents: { sql, words }, readStatement, cascades }: ReviewKnowledge): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const { operation, before, index, place } of operationsBehind(review)) {
    const steps = operation.kind === "execute" ? (review.operations[index]!.steps[dialect.name] ?? []) : [];
    const all = [heldBy(operation) ?? [], ...steps.map(({ sql: text }) => heldByStatement(readStatement(splitStatements(text)[0]?.tokens ?? [])))].flat();
    for (const { table, ...rest } of all) {
      const held: Held = { ...rest, table: keyLike(review.before, table) };
      const goes = cascades && held.cascade === true;
      const word = goes ? "It goes along without being named." : words[held.act];
      if (word === undefined || !review.before.tables[held.table]) continue;
      const rows = await connection.query<{ name: string; text?: string }>(sql(held.table, held.column));
      const standing = rows.filter(({ name, text }) => (text === undefined || names(text, held)) && !isTakenDown(name, review.before, before));
      for (const { name } of standing) {
        const what = held.column === undefined ? `table "${held.table}"` : `column "${held.table}.${held.column}"`;
        const message = `${name[0]!.toUpperCase()}${name.slice(1)} needs ${what}. ${!goes && name.startsWith("foreign key ") ? `${dialect.title} refuses it while that stands.` : word}`;
        found.push({ code: ownCodes.dependentsBreak, severity: goes ? "warn" : "error", message, why: "Drop it before this step and make it again afterwards, or leave what it needs as it is.", operation: index, table: held.table, ...(place && { place }), dialects: [dialect.name] });
      }
    }
  }
  return found;
}

function names(text: string, { table, column }: Held): boolean {
  const words = sqlTokens(text).map(({ value, text: word }) => (value || word).toLowerCase());
  return words.includes(table.toLowerCase()) && (column === undefined || words.includes(column.toLowerCase()) || words.includes("*"));
}

/** The object was known before the revision, and is not there any more at this step. */
function isTakenDown(name: string, first: Schema, present: Schema): boolean {
  const [, key, owner] = /^foreign key (.+) of (.+)$/.exec(name) ?? [];
  if (key !== undefined && owner !== undefined) {
    const has = (schema: Schema) => schema.tables[owner]?.foreignKeys.some((each) => each.name === key) ?? false;
    return has(first) && !has(present);
  }
  const known = Object.entries(first.objects).find(([, object]) => `${object.kind === "materializedView" ? "materialized view" : object.kind} ${"schema" in object && object.schema ? `${object.schema}.` : ""}${object.name}` === name);
  return known !== undefined && !Object.hasOwn(present.objects, known[0]);
}
