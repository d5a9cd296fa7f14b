import { counted } from "../base/text.ts";
import type { Statement } from "../dialects/ansi/statement.ts";
import type { ColumnChanges } from "../operations/alter-column.ts";
import { describeOperation } from "../operations/apply.ts";
import type { Operation, OperationKind, OperationOf } from "../operations/index.ts";
import { columnNamed } from "../schema/find.ts";
import { keyOf } from "../schema/key.ts";
import { objectKey, splitObjectKey } from "../schema/object-key.ts";
import type { Schema } from "../schema/types.ts";
import { typeText } from "./difference.ts";

/** A piece of a sentence: `adds column orders.note`. Those with the same verb, noun and end stand together: `adds columns a.b and c.d`. */
export interface Phrase {
  readonly verb: string;
  readonly noun?: string;
  readonly name: string;
  readonly end?: string;
  /** Rows, which are added up. */
  readonly rows?: number;
  /** How much a reader would miss it: what goes weighs most. */
  readonly weight: 1 | 2 | 3;
}

type Words = { readonly [K in OperationKind]: (operation: OperationOf<K>, before: Schema) => Phrase | undefined };

const some = (table: string, columns: readonly string[]) => (columns.length === 1 ? `${table}.${columns[0]}` : `${table} (${columns.join(", ")})`);
const made = (noun: string, name: string): Phrase => ({ verb: "makes", noun, name, weight: 2 });
const gone = (noun: string, name: string): Phrase => ({ verb: "drops", noun, name, weight: 3 });
const renamed = (from: string, to: string, noun?: string): Phrase => ({ verb: "renames", ...(noun !== undefined && { noun }), name: `${from} to ${to}`, weight: noun === undefined ? 3 : 1 });
const rows = (verb: string, count: number, end: string, weight: Phrase["weight"] = 2): Phrase => ({ verb, name: "", rows: count, end, weight });
const nothing = () => undefined;

/** `view recent` as its noun and its name. */
function named(key: string): { readonly noun: string; readonly name: string } {
  const { kind, identity } = splitObjectKey(key);
  return { noun: kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`), name: identity };
}

/** What each operation does, in the words of a summary. SQL is told by its statements. */
const words: Words = {
  createSchema: ({ name }) => made("schema", name),
  dropSchema: ({ name }) => gone("schema", name),
  createEnum: ({ name }) => made("enum", name),
  dropEnum: ({ name }) => gone("enum", name),
  renameEnum: ({ from, to }) => renamed(from, to),
  addEnumLabel: ({ name, label }) => ({ verb: "adds", noun: "label", name: `'${label}' to ${name}`, weight: 2 }),
  renameEnumLabel: ({ name, from, to }) => renamed(`'${from}' of ${name}`, `'${to}'`),
  alterEnum: ({ name }) => ({ verb: "changes", name: `the labels of ${name}`, weight: 3 }),
  createTable: ({ table }) => made("table", keyOf(table)),
  dropTable: ({ table }) => gone("table", table),
  renameTable: ({ from, to }) => renamed(from, to),
  setTableComment: ({ table }) => ({ verb: "comments", name: table, weight: 1 }),
  addColumn: ({ table, column }) => ({ verb: "adds", noun: "column", name: `${table}.${column.name}`, weight: 2 }),
  dropColumn: ({ table, column }) => gone("column", `${table}.${column}`),
  alterColumn: ({ table, column, changes }, before) => changed(table, column, changes, before),
  renameColumn: ({ table, from, to }) => renamed(`${table}.${from}`, to),
  alterTable: ({ table }) => ({ verb: "changes", name: `the options of ${table}`, weight: 1 }),
  createPrimaryKey: ({ table, primaryKey }) => ({ verb: "makes", name: some(table, primaryKey.columns), end: " a primary key", weight: 2 }),
  createUnique: ({ table, unique }) => ({ verb: "makes", name: some(table, unique.columns), end: " unique", weight: 2 }),
  createForeignKey: ({ table, foreignKey }) => ({ verb: "points", name: `${some(table, foreignKey.columns)} at ${foreignKey.references.table}`, weight: 2 }),
  createCheck: ({ table, check }) => ({ verb: "adds", noun: "check", name: `${check.name} to ${table}`, weight: 2 }),
  createExclusion: ({ table, exclusion }) => ({ verb: "adds", noun: "constraint", name: `${exclusion.name} to ${table}`, weight: 2 }),
  alterConstraint: ({ table, name, changes }) => (changes.notEnforced === undefined ? { verb: "changes", name: `when ${name} of ${table} is looked at`, weight: 1 } : { verb: changes.notEnforced ? "suspends" : "enforces", name: `${name} of ${table}`, weight: 2 }),
  validateConstraint: ({ table, name }) => ({ verb: "validates", name: `${name} of ${table}`, weight: 1 }),
  dropConstraint: ({ table, name }) => gone("constraint", `${name} of ${table}`),
  renameConstraint: ({ table, from, to }) => renamed(`${from} of ${table}`, to, "constraint"),
  createIndex: ({ table, index }) => {
    const columns = index.parts.map((part) => ("column" in part ? part.column : "an expression"));
    return index.unique ? { verb: "makes", name: some(table, columns), end: " unique", weight: 2 } : { verb: "indexes", name: some(table, columns), weight: 1 };
  },
  alterIndex: ({ table, name }) => ({ verb: "changes", name: `the options of ${name} of ${table}`, weight: 1 }),
  dropIndex: ({ table, name }) => gone("index", `${name} of ${table}`),
  renameIndex: ({ table, from, to }) => renamed(`${from} of ${table}`, to, "index"),
  createObject: ({ object }) => ({ verb: "makes", ...named(objectKey(object)), weight: 2 }),
  dropObject: ({ object }) => ({ verb: "drops", ...named(object), weight: 3 }),
  replaceObject: ({ object }) => ({ verb: "changes", ...named(objectKey(object)), weight: 2 }),
  renameObject: ({ object, to }) => renamed(object, to),
  bulkInsert: (operation) => rows("inserts", operation.rows.length, ` into ${operation.table}`),
  updateRows: (operation) => rows("updates", operation.rows.length, ` of ${operation.table}`),
  deleteRows: (operation) => rows("removes", operation.rows.length, ` of ${operation.table}`, 3),
  upsertRows: (operation) => rows("writes", operation.rows.length, ` into ${operation.table}`),
  backfill: ({ table, assignments }) => ({ verb: "fills", name: some(table, Object.keys(assignments.set)), weight: 2 }),
  execute: nothing,
  run: () => ({ verb: "runs", name: "a function of its own", weight: 3 }),
  own: (operation) => ({ verb: "does", name: `"${describeOperation(operation)}"`, weight: 2 }),
  todo: () => ({ verb: "leaves", name: "something to decide", weight: 3 }),
  irreversible: nothing,
  confirm: () => ({ verb: "waits", name: "for a person's word", weight: 3 }),
  withoutTransaction: nothing,
  withTimeouts: nothing,
};

function changed(table: string, column: string, changes: ColumnChanges, before: Schema): Phrase {
  const name = `${table}.${column}`;
  const present = before.tables[table] && columnNamed(before.tables[table], column);
  if (changes.type) return { verb: "changes", name: `${name}${present ? ` from ${typeText(present.type)}` : ""} to ${typeText(changes.type)}`, weight: 3 };
  if (changes.nullable !== undefined) return changes.nullable ? { verb: "lets", name, end: " be NULL", weight: 2 } : { verb: "requires", name, weight: 2 };
  if (changes.default !== undefined) return { verb: changes.default === null ? "takes" : "sets", name: changes.default === null ? `the default from ${name}` : `the default of ${name}`, weight: 1 };
  return { verb: "changes", name, weight: 1 };
}

/** What an operation does, in words; nothing where its statements tell it. */
export function operationPhrase(operation: Operation, before: Schema): Phrase | undefined {
  return (words[operation.kind] as (operation: Operation, before: Schema) => Phrase | undefined)(operation, before);
}

/** What SQL does that stands for no operation. */
export function statementPhrase(statement: Statement): Phrase | undefined {
  switch (statement.kind) {
    case "insert":
      return { verb: "inserts", name: `rows into ${statement.table}`, weight: 2 };
    case "update":
      return { verb: "updates", name: `rows of ${statement.table}`, weight: 2 };
    case "delete":
      return { verb: "removes", name: `rows of ${statement.table}`, weight: 3 };
    case "truncate":
      return { verb: "empties", name: statement.tables.join(", "), weight: 3 };
    case "create":
    case "drop":
      return { verb: statement.kind === "create" ? "makes" : "drops", name: `${statement.noun} ${statement.name}`, weight: statement.kind === "create" ? 2 : 3 };
    case "createTrigger":
      return { verb: "makes", name: `trigger ${statement.name}`, weight: 2 };
    case "createRoutine":
      return { verb: "makes", name: `${statement.noun} ${statement.name}`, weight: 2 };
    case "transaction":
    case "set":
    case "select":
      return undefined;
    default:
      return { verb: "runs", name: "", rows: 1, noun: "other statement", weight: 2 };
  }
}

/** Phrases of one verb, noun and end as one: `adds columns a.b, c.d and 2 more`. */
export function phraseText(phrases: readonly Phrase[]): string {
  const [{ verb, noun, end = "" }] = phrases as readonly [Phrase];
  const total = phrases.reduce((sum, phrase) => sum + (phrase.rows ?? 0), 0);
  if (total) return `${verb} ${counted(total, noun ?? "row")}${end}`;
  const names = [...new Set(phrases.map(({ name }) => name))];
  const what = noun === undefined ? "" : `${names.length > 1 ? plural(noun) : noun} `;
  return `${verb} ${what}${enumerated(names)}${end}`;
}

const NAMED = 3;

/** `a, b and c`, or `a, b, c and 4 more`. */
function enumerated(names: readonly string[]): string {
  if (names.length > NAMED + 1) return `${names.slice(0, NAMED).join(", ")} and ${names.length - NAMED} more`;
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names[0]!;
}

function plural(noun: string): string {
  if (noun.endsWith("s")) return noun;
  return noun === "index" ? "indexes" : noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
