import { GravenError, throwAll } from "../base/errors.ts";
import type { QueryReader } from "../base/query-uses.ts";
import { didYouMean } from "../base/text.ts";
import { adoptNames } from "../diff/adopt-names.ts";
import { needsBackfill } from "../diff/columns.ts";
import { diffSchemas } from "../diff/index.ts";
import { findRenames, type RenameAnswer } from "../diff/renames.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { diffRequiredRows } from "../seeds/diff.ts";
import { changedRowNames, findKeyChanges } from "../seeds/key-changes.ts";
import { placeRows } from "../seeds/place-rows.ts";
import type { ReadSchema } from "../models/build.ts";
import { applyOperations } from "../operations/apply.ts";
import type { Operation } from "../operations/index.ts";
import { columnNamed, partNames } from "../schema/find.ts";
import { withShared } from "../schema/same.ts";
import type { Schema } from "../schema/types.ts";
import type { Questions } from "./context.ts";
import { extended, included, type Extensions } from "./extensions.ts";
import { unmatchedRenames } from "./unmatched-renames.ts";

/** Answers given beforehand, by flags. */
export interface Answers {
  /** `old:new` pairs. */
  readonly renames?: readonly string[];
  /** Names that go and were not renamed. */
  readonly drops?: readonly string[];
  /** `table.column=SQL`. */
  readonly backfills?: readonly string[];
  /** Fills columns that must hold a value in batches of so many rows. */
  readonly backfillBatch?: number | undefined;
  /** `enum.label=label`: what rows hold in place of a label that goes. */
  readonly replacements?: readonly string[];
}

/** What leads from the last revision to the models. */
export interface Changes {
  readonly operations: readonly Operation[];
  readonly after: Schema;
  /** What a person should hear of former names that fit nothing. */
  readonly unmatched: readonly string[];
}

/** Finds the operations from `before` to the models: renames asked, backfills asked, names adopted. What queries use is kept in the cache of the project's `folder`. */
export async function findChanges(before: Schema, read: ReadSchema, dialect: Dialect, answers: Answers, questions: Questions, extensions: Extensions & { readonly folder?: string } = {}): Promise<Changes> {
  const { ParsedQueries } = await import("../readers/sql/query-reader.ts");
  const queries = new ParsedQueries(dialect.name, extensions.folder);
  const present = included(before, extensions);
  const changes = await changesBetween(present, { ...read, schema: withShared(included(read.schema, extensions), present) }, { dialect, queries: queries.read }, answers, questions);
  queries.save();
  return extended(changes, before, extensions);
}

async function changesBetween(before: Schema, read: ReadSchema, { dialect, queries }: { readonly dialect: Dialect; readonly queries: QueryReader }, answers: Answers, questions: Questions): Promise<Changes> {
  const refuseFlags = (names: ChangedNames) => {
    refuseUnknown("--drop", answers.drops ?? [], names);
    for (const text of answers.renames ?? []) refuseUnknownRename(parseRename(text, before), names);
  };
  const isTold = Boolean(answers.drops?.length || answers.renames?.length);
  const names: ChangedNames = isTold ? { gone: [...namesIn(before), ...partNamesIn(before)], come: [...namesIn(read.schema), ...partNamesIn(read.schema)] } : { gone: [], come: [] };
  // Rows are called by their table's and their key's new names, so what may be one waits until renames are known.
  refuseFlags({ ...names, mayBeRow: (name) => Object.keys(read.schema.requiredRows).some((table) => name.startsWith(`${table}.`)) });
  refuseUnknown("--replace", (answers.replacements ?? []).map((text) => text.split("=")[0]!), { gone: answers.replacements?.length ? labelsIn(before) : [] });
  const renameAnswers = [...(answers.renames ?? []).map((text) => parseRename(text, before)), ...read.renames.map(hintAnswer)];
  const refusals: GravenError[] = [];
  const drops = new Set(answers.drops);
  const ask: Questions["rename"] = async (question) => {
    try {
      return await questions.rename(question);
    } catch (error) {
      if (!(error instanceof GravenError)) throw error;
      refusals.push(error);
      // Going on as if it were renamed brings up the questions within it, so that all are told at once.
      return question.candidates[0]!;
    }
  };
  const renamed = await findRenames(before, read.schema, { comparison: dialect, derivedNames: read.derivedNames, answers: renameAnswers, drops, ask });
  if (isTold) {
    const rows = changedRowNames(renamed.before, read.schema, read.rowOptions);
    refuseFlags({ gone: [...names.gone, ...namesIn(renamed.before), ...rows.gone], come: [...names.come, ...rows.come] });
  }
  const told = renameAnswers.flatMap(({ kind, from, to }) => (kind === undefined && from !== null ? [{ from, to }] : []));
  const rekeyed = await findKeyChanges(renamed.before, read.schema, { rowOptions: read.rowOptions, answers: told, drops, ask });
  throwAll(refusals);
  // A `renamedFrom` that is done stays in the model and does no harm; a flag that matches nothing is a mistake.
  const unused = renamed.unused.find((each) => each.kind === undefined && !rekeyed.used.has(`${each.from}:${each.to}`));
  if (unused) throw new GravenError("DIF-002", `--rename ${unused.from}:${unused.to} matches nothing: no "${unused.from}" went while "${unused.to}" came.`, { hint: didYouMean(unused.to, namesIn(read.schema)) ?? "Name tables as `users`, columns as `users.name`." });
  const after = adoptNames(renamed.before, read.schema, read.derivedNames, dialect);
  const backfills = await findBackfills(renamed.before, after, answers.backfills ?? [], questions);
  const replacements = new Map((answers.replacements ?? []).map((text) => splitAt(text, "=", "--replace mood.sad=ok")));
  const structural = [...renamed.operations, ...diffSchemas(renamed.before, after, { comparison: dialect, backfills, replacements, queries }).map((operation) => inBatches(operation, after, answers.backfillBatch))];
  const reached = applyOperations(before, [...structural, ...rekeyed.operations]);
  const rows = [...rekeyed.operations, ...diffRequiredRows(reached, { ...reached, requiredRows: read.schema.requiredRows }, read.rowOptions)];
  const operations = placeRows(structural, rows, before);
  return { operations, after: applyOperations(before, operations), unmatched: unmatchedRenames(renamed.unused, renamed.before) };
}

/** The backfill in batches, where that was asked for. Throws DIF-005 for a table without a primary key. */
function inBatches(operation: Operation, after: Schema, batchSize: number | undefined): Operation {
  if (batchSize === undefined || operation.kind !== "backfill") return operation;
  if (!after.tables[operation.table]?.primaryKey) throw new GravenError("DIF-005", `--backfill-batch: table "${operation.table}" has no primary key by which batches could go on.`, { hint: "Leave the flag out, or give the table a primary key." });
  return { ...operation, assignments: { ...operation.assignments, batchSize } };
}

async function findBackfills(before: Schema, after: Schema, given: readonly string[], questions: Questions): Promise<Map<string, string>> {
  const backfills = new Map(given.map((text) => splitAt(text, "=", "--backfill users.email=\"''\"")));
  for (const name of backfills.keys()) {
    const dot = name.lastIndexOf(".");
    const table = after.tables[name.slice(0, dot)];
    if (!table || !columnNamed(table, name.slice(dot + 1))) throw new GravenError("DIF-003", `--backfill names "${name}", which the models do not have.`, { hint: didYouMean(name, namesIn(after)) });
  }
  for (const [key, table] of Object.entries(after.tables)) {
    const standing = before.tables[key];
    if (!standing || standing === table) continue;
    for (const column of table.columns) {
      if (columnNamed(standing, column.name) || !needsBackfill(column) || backfills.has(`${key}.${column.name}`)) continue;
      const sql = await questions.backfill(key, column.name);
      if (sql !== undefined) backfills.set(`${key}.${column.name}`, sql);
    }
  }
  return backfills;
}

function parseRename(text: string, before: Schema): RenameAnswer {
  const [from, to] = splitAt(text, ":", "--rename users.name:users.full_name");
  // `users.name:full_name` means a column of the same table; `blog.post:post` a table that leaves its schema.
  const dot = from.lastIndexOf(".");
  const isWhole = from in before.tables || from in before.enums;
  return { from, to: dot > 0 && !to.includes(".") && !isWhole ? `${from.slice(0, dot)}.${to}` : to };
}

function hintAnswer({ kind, table, from, to }: ReadSchema["renames"][number]): RenameAnswer {
  return { kind, from, to, ...(table !== undefined && { owner: table }) };
}

function splitAt(text: string, mark: string, example: string): [string, string] {
  const at = text.indexOf(mark);
  if (at <= 0 || at === text.length - 1) throw new GravenError("CLI-002", `"${text}" is not understood.`, { hint: `Write it as in: ${example}` });
  return [text.slice(0, at), text.slice(at + 1)];
}

/** The names by which flags may call what goes and what comes. */
interface ChangedNames {
  readonly gone: readonly string[];
  readonly come: readonly string[];
  /** Whether a name may be a row's, of which it is known later. */
  readonly mayBeRow?: (name: string) => boolean;
}

/** A flag that names nothing is a mistake of the person's, and would otherwise change nothing in silence. */
function refuseUnknown(flag: string, names: readonly string[], { gone, mayBeRow }: Pick<ChangedNames, "gone" | "mayBeRow">): void {
  const unknown = names.find((name) => !gone.includes(name) && !mayBeRow?.(name));
  if (unknown !== undefined) throw new GravenError("DIF-004", `${flag} names "${unknown}", which the last revision does not have.`, { hint: didYouMean(unknown, gone) });
}

/** A flag that spells neither side right would leave its question open, and the person wondering. */
function refuseUnknownRename({ from, to }: RenameAnswer, { gone: olds, come: news, mayBeRow }: ChangedNames): void {
  if (mayBeRow?.(to)) return;
  // After a table's rename its columns are called by its new name on both sides.
  const isKnown = (name: string, known: readonly string[]) => known.some((each) => each === name || each.slice(each.lastIndexOf(".") + 1) === name.slice(name.lastIndexOf(".") + 1));
  if (!isKnown(from!, olds)) throw new GravenError("DIF-002", `--rename ${from}:${to} matches nothing: the last revision has no "${from}".`, { hint: didYouMean(from!, olds) ?? "Name tables as `users`, columns as `users.name`." });
  if (!isKnown(to, news)) throw new GravenError("DIF-002", `--rename ${from}:${to} matches nothing: the models have no "${to}".`, { hint: didYouMean(to, news) ?? "Name tables as `users`, columns as `users.name`." });
}

function partNamesIn(schema: Schema): string[] {
  return [...Object.entries(schema.tables).flatMap(([key, table]) => partNames(table).map(({ name }) => `${key}.${name}`)), ...labelsIn(schema)];
}

function labelsIn(schema: Schema): string[] {
  return Object.entries(schema.enums).flatMap(([key, { labels }]) => labels.map((label) => `${key}.${label}`));
}

function namesIn(schema: Schema): string[] {
  return [...Object.keys(schema.enums), ...Object.entries(schema.tables).flatMap(([key, table]) => [key, ...table.columns.map(({ name }) => `${key}.${name}`)])];
}
