import { nearest } from "../base/text.ts";
import { applyOperation } from "../operations/apply.ts";
import type { Operation } from "../operations/index.ts";
import { draftOf } from "../schema/edit.ts";
import { enumOf } from "../schema/find.ts";
import { splitKey } from "../schema/key.ts";
import { databaseObjectKinds, splitObjectKey } from "../schema/object-key.ts";
import { objectName } from "../schema/object-rename.ts";
import type { Column, DatabaseObject, DatabaseObjectKind, EnumType, Schema, Table, TablePartKind } from "../schema/types.ts";
import { samePart, sameType, type Comparison } from "./comparison.ts";
import { sameDatabaseObject } from "./same-object.ts";
import { staysInPlace } from "./in-place.ts";
import { partKinds, partsOf } from "./parts.ts";
import { fullName, type Questioner, type RenameKind, type RenameQuestion } from "./rename-questions.ts";

/** A rename that was told: by a flag, by `renamedFrom`, or at a prompt. `from: null` says that `to` is new. */
export interface RenameAnswer {
  readonly kind?: RenameKind;
  readonly owner?: string;
  readonly from: string | null;
  readonly to: string;
}

export interface RenameOptions {
  readonly comparison: Comparison;
  /** The parts (`table.part`) whose name nobody gave; a name nobody gave is never a rename. */
  readonly derivedNames: ReadonlySet<string>;
  readonly answers: readonly RenameAnswer[];
  /** Names (`table`, `table.column`) that were said to go. */
  readonly drops: ReadonlySet<string>;
  readonly ask: Questioner;
}

/** The renames as operations, and the former schema as it stands after them. */
export interface Renamed {
  readonly operations: readonly Operation[];
  readonly before: Schema;
  /** The answers that matched nothing, which a person must be told. */
  readonly unused: readonly RenameAnswer[];
}

/**
 * Finds what was renamed: tables and enums first, then columns and labels of each pair, then constraints and indexes.
 * What was told is taken; what is likely is asked; nothing is guessed.
 */
export async function findRenames(before: Schema, after: Schema, options: RenameOptions): Promise<Renamed> {
  const draft = draftOf(before);
  const operations: Operation[] = [];
  const used = new Set<RenameAnswer>();
  const rename = (operation: Operation) => {
    operations.push(operation);
    applyOperation(draft, operation);
  };
  /** What moves to a schema that is new finds it there. */
  const move = (kind: "renameEnum" | "renameTable", pair: { readonly from: string; readonly to: string }) => {
    const { schema } = splitKey(pair.to);
    if (schema !== undefined && !(schema in draft.namespaces) && schema in after.namespaces) rename({ kind: "createSchema", name: schema });
    rename({ kind, ...pair });
  };
  const answered: Answered = (question) => answer(question, options, used);

  for (const pair of await pairs("enum", undefined, keysOnlyIn(draft.enums, after.enums), keysOnlyIn(after.enums, draft.enums), (from, to) => enumLikeness(draft.enums[from]!, after.enums[to]!), answered)) {
    move("renameEnum", pair);
  }
  for (const pair of await pairs("table", undefined, keysOnlyIn(draft.tables, after.tables), keysOnlyIn(after.tables, draft.tables), (from, to) => tableLikeness(draft.tables[from]!, after.tables[to]!, options.comparison), answered)) {
    move("renameTable", pair);
  }
  for (const [key, { labels }] of Object.entries(after.enums)) {
    const present = draft.enums[key]?.labels;
    if (!present || present === labels) continue;
    const gone = present.filter((label) => !labels.includes(label));
    const come = labels.filter((label) => !present.includes(label));
    for (const pair of await pairs("enumLabel", key, gone, come, (from, to) => labelLikeness(present, labels, from, to), answered)) {
      rename({ kind: "renameEnumLabel", name: key, ...pair });
    }
  }
  const changed = Object.keys(after.tables).filter((key) => key in draft.tables && draft.tables[key] !== after.tables[key]);
  for (const key of changed) {
    const next = after.tables[key]!;
    const named = (table: Table) => new Map(table.columns.map((column) => [column.name, column]));
    const [standing, wanted] = [named(draft.tables[key]!), named(next)];
    const gone = [...standing.keys()].filter((name) => !wanted.has(name));
    const come = [...wanted.keys()].filter((name) => !standing.has(name));
    for (const pair of await pairs("column", key, gone, come, (from, to) => columnLikeness(standing.get(from)!, wanted.get(to)!, options.comparison), answered)) {
      rename({ kind: "renameColumn", table: key, ...pair });
    }
    for (const kind of partKinds) await renameParts(kind, key, () => draft.tables[key]!, next, options, answered, rename);
  }
  for (const kind of databaseObjectKinds) {
    const ofKind = (schema: Schema, other: Schema) => Object.keys(schema.objects).filter((key) => !(key in other.objects) && splitObjectKey(key).kind === kind);
    const [gone, come] = [ofKind(draft, after), ofKind(after, draft)];
    if (!gone.length || !come.length) continue;
    for (const { from, to } of await pairs("object", undefined, gone, come, (former, next) => objectLikeness(draft.objects[former]!, after.objects[next]!, options.comparison), answered)) {
      rename({ kind: "renameObject", object: from, to: objectName(after.objects[to]!) });
    }
  }
  return { operations, before: draft, unused: options.answers.filter((each) => !used.has(each) && each.from !== null) };
}

async function renameParts(kind: TablePartKind, key: string, present: () => Table, next: Table, options: RenameOptions, answered: Answered, rename: (operation: Operation) => void): Promise<void> {
  const standing = partsOf(present(), kind);
  const wanted = partsOf(next, kind);
  const gone = standing.filter((part) => !wanted.some(({ name }) => name === part.name));
  const come = wanted.filter((part) => !standing.some(({ name }) => name === part.name) && !options.derivedNames.has(`${key}.${part.name}`));
  if (!gone.length || !come.length) return;
  const likeness = (from: string, to: string) => {
    const [a, b] = [gone.find(({ name }) => name === from)!, come.find(({ name }) => name === to)!];
    return samePart[kind](options.comparison, a as never, b as never) ? 1 : staysInPlace(kind, options.comparison, a as never, b as never) ? ALTERED : 0;
  };
  const names = (parts: readonly { readonly name: string }[]) => parts.map(({ name }) => name);
  for (const pair of await pairs(kind, key, names(gone), names(come), likeness, answered)) {
    rename(kind === "index" ? { kind: "renameIndex", table: key, ...pair } : { kind: "renameConstraint", table: key, ...pair });
  }
}

type Answered = (question: RenameQuestion & { readonly all: readonly string[] }) => Promise<string | null>;

/** Pairs what came with what went, each former name at most once. */
async function pairs(kind: RenameKind, owner: string | undefined, gone: readonly string[], come: readonly string[], likeness: (from: string, to: string) => number, answered: Answered): Promise<{ from: string; to: string }[]> {
  const left = [...gone];
  const found: { from: string; to: string }[] = [];
  for (const to of come) {
    if (!left.length) break;
    const scored = left.map((from) => ({ from, score: likeness(from, to) })).filter(({ score }) => score >= LIKELY);
    const candidates = scored.sort((a, b) => b.score - a.score).map(({ from }) => from);
    const from = await answered({ kind, ...(owner !== undefined && { owner }), to, candidates, all: left });
    if (from === null) continue;
    left.splice(left.indexOf(from), 1);
    found.push({ from, to });
  }
  return found;
}

const LIKELY = 0.5;

/** A part of another name that differs in what can be altered where it stands. */
const ALTERED = 0.75;

async function answer(question: RenameQuestion & { readonly all: readonly string[] }, options: RenameOptions, used: Set<RenameAnswer>): Promise<string | null> {
  const told = options.answers.find((each) => answers(each, question));
  if (told) {
    used.add(told);
    if (told.from === null) return null;
    const from = localName(told.from, question);
    if (question.all.includes(from)) return from;
  }
  const { all: _, ...rest } = question;
  const candidates = question.candidates.filter((name) => !options.drops.has(fullName(question, name)));
  return candidates.length ? options.ask({ ...rest, candidates }) : null;
}

function answers(each: RenameAnswer, question: RenameQuestion & { readonly all: readonly string[] }): boolean {
  if (each.kind !== undefined && each.kind !== question.kind) return false;
  if (each.owner !== undefined && each.owner !== question.owner) return false;
  const to = localName(each.to, question);
  if (to !== question.to) return false;
  // A flag names no kind: `users.name:users.full_name` fits only where the old name is one of those that went.
  return each.kind !== undefined || each.from === null || question.all.includes(localName(each.from, question));
}

/** `users.name` as `name` where the question is about table `users`; other names as they are. */
function localName(name: string, { owner, kind }: RenameQuestion): string {
  if (owner === undefined || kind === "table" || kind === "enum") return name;
  return name.startsWith(`${owner}.`) ? name.slice(owner.length + 1) : name;
}

/** What holds something of its own, or is what columns are made of: its loss under another name would be felt. */
const lasting: ReadonlySet<DatabaseObjectKind> = new Set<DatabaseObjectKind>(["sequence", "materializedView", "domain", "compositeType", "rangeType"]);

function objectLikeness(before: DatabaseObject, after: DatabaseObject, comparison: Comparison): number {
  return lasting.has(before.kind) && sameDatabaseObject(comparison, { ...before, name: after.name }, after) ? 1 : 0;
}

function keysOnlyIn(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(a).filter((key) => !(key in b));
}

/** The share of columns, by name and type, that two tables have in common; a moved table of the same name counts more. */
function tableLikeness(before: Table, after: Table, comparison: Comparison): number {
  const shared = after.columns.filter((column) => before.columns.some((each) => each.name === column.name && sameType(comparison, each.type, column.type))).length;
  const share = shared / Math.max(before.columns.length, after.columns.length, 1);
  return before.name === after.name ? Math.max(share, LIKELY) : share > LIKELY ? share : before.columns.length === after.columns.length && sameTypes(before, after, comparison) ? LIKELY : 0;
}

function sameTypes(before: Table, after: Table, comparison: Comparison): boolean {
  return before.columns.every((column, at) => sameType(comparison, column.type, after.columns[at]!.type));
}

function enumLikeness(before: EnumType, after: EnumType): number {
  const shared = after.labels.filter((label) => before.labels.includes(label)).length;
  return splitKey(before.name).name === after.name ? 1 : shared / Math.max(before.labels.length, after.labels.length, 1);
}

/** A label in the same place, or of nearly the same spelling, may be the same label. */
function labelLikeness(before: readonly string[], after: readonly string[], from: string, to: string): number {
  if (nearest(to, [from]) !== undefined) return 1;
  return before.indexOf(from) === after.indexOf(to) && before.length === after.length ? 0.75 : 0;
}

/** Columns of the same type may be the same column; so may those of nearly the same name. */
function columnLikeness(before: Column, after: Column, comparison: Comparison): number {
  const near = nearest(after.name, [before.name]) !== undefined;
  const type = enumOf(before.type) === enumOf(after.type) && sameType(comparison, before.type, after.type);
  if (!type) return near ? LIKELY : 0;
  const alike = before.nullable === after.nullable ? 0.1 : 0;
  return (near ? 0.85 : 0.6) + alike;
}
