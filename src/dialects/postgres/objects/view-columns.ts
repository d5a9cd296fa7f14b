import { sameJson } from "../../../base/json.ts";
import { outputItems } from "../../../base/sql-select.ts";
import { significantTokens } from "../../../base/sql-tokens.ts";
import { referencesIn } from "../../../base/sql-references.ts";
import { mentions } from "../../../operations/drop-column.ts";
import { names, renameColumnInObjects } from "../../../operations/object-references.ts";
import type { RenameColumn } from "../../../operations/rename-column.ts";
import { draftOf } from "../../../schema/edit.ts";
import { keyOf } from "../../../schema/key.ts";
import { sqlParts } from "../../../schema/object-sql.ts";
import type { DatabaseObject, DatabaseObjectOf, Index, Schema } from "../../../schema/types.ts";
import { quote } from "../quote.ts";
import { reference } from "./name.ts";

type View = DatabaseObjectOf<"view"> | DatabaseObjectOf<"materializedView">;

/** The statements that give columns of a view other names, and the view as it is then. */
export interface RenamedColumns {
  readonly statements: readonly string[];
  readonly object: DatabaseObject;
}

/**
 * Columns that are computed as before under other names are renamed. What others made of the view would keep the old names without a
 * word, so that a view with users is made anew.
 */
export function withRenamedColumns(before: DatabaseObject, after: DatabaseObject, schema: Schema): RenamedColumns {
  const untouched = { statements: [], object: before };
  if (!isView(before) || !isView(after) || before.kind !== after.kind) return untouched;
  const renamings = renames(before, after);
  if (!renamings?.size || hasUsers(before, schema)) return untouched;
  const statements = [...renamings].map(([from, to]) => `ALTER ${reference(after)} RENAME COLUMN ${quote(from)} TO ${quote(to)}`);
  return { statements, object: { ...renamed(before, renamings), ...(after.columns && { columns: after.columns }), query: queryAfter(before.query, after.query) } as DatabaseObject };
}

/**
 * The statements by which the columns of views follow one of their table to its new name, as the views' own texts do: the server goes on
 * to give it out under the old one.
 */
export function followingColumns(operation: RenameColumn, schema: Schema): string[] {
  const draft = draftOf(schema);
  renameColumnInObjects(draft, operation.table, operation.from, operation.to);
  return Object.entries(schema.objects).flatMap(([key, before]) => {
    const after = draft.objects[key];
    if (!isView(before) || !after || !isView(after) || before.columns || !givesOut(before, after, operation)) return [];
    return [`ALTER ${reference(before)} RENAME COLUMN ${quote(operation.from)} TO ${quote(operation.to)}`];
  });
}

function givesOut(before: View, after: View, { table, from, to }: RenameColumn): boolean {
  const [present, next] = [outputItems(before.query) ?? [], outputItems(after.query) ?? []];
  const { relations } = referencesIn(before.query);
  // All columns of this table alone.
  if (present.length === 1 && /^(?:\S+ \. )?\*$/.test(present[0]!)) return relations.length === 1 && names(relations[0]!, table);
  return present.some((item, at) => outputColumn(item)?.name === from && outputColumn(next[at] ?? "")?.name === to);
}

function isView(object: DatabaseObject): object is View {
  return object.kind === "view" || object.kind === "materializedView";
}

/** The columns that differ in their name alone, each with the new one; nothing where they cannot be told. */
function renames(before: View, after: View): ReadonlyMap<string, string> | undefined {
  if (("recursive" in before && before.recursive) || ("recursive" in after && after.recursive)) return undefined;
  const [present, next] = [outputItems(before.query), outputItems(after.query)];
  if (!present || !next || present.length > next.length) return undefined;
  if (before.columns || after.columns) {
    if (!before.columns || !after.columns || !present.every((item, at) => item === next[at])) return undefined;
    return pairs(before.columns, after.columns.slice(0, before.columns.length));
  }
  const columns = [present, next].map((items) => items.slice(0, present.length).map(outputColumn));
  if (columns.some((some) => some.includes(undefined))) return undefined;
  const [was, is] = columns as [OutputColumn[], OutputColumn[]];
  if (!was.every(({ expression }, at) => expression === is[at]!.expression)) return undefined;
  return pairs(was.map(({ name }) => name), is.map(({ name }) => name));
}

/** A name that another column gives up would have to wait for it, so that only new names are taken. */
function pairs(before: readonly string[], after: readonly string[]): ReadonlyMap<string, string> | undefined {
  const changed = before.flatMap((name, at) => (name === after[at] ? [] : [[name, after[at]!] as const]));
  return changed.some(([, to]) => before.includes(to)) ? undefined : new Map(changed);
}

interface OutputColumn {
  readonly expression: string;
  readonly name: string;
}

/** `b as c` and `t . b`; nothing for what the server names itself. */
function outputColumn(item: string): OutputColumn | undefined {
  const name = '[a-z_][a-z0-9_$]*|"(?:[^"]|"")+"';
  const [, expression, alias] = new RegExp(`^(.+) as (${name})$`, "s").exec(item) ?? [];
  if (expression !== undefined) return { expression, name: unquoted(alias!) };
  const [, column] = new RegExp(`^(?:(?:${name}) \\. )*(${name})$`).exec(item) ?? [];
  return column === undefined ? undefined : { expression: item, name: unquoted(column) };
}

function unquoted(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}

function renamed(view: View, renamings: ReadonlyMap<string, string>): View {
  const name = (column: string) => renamings.get(column) ?? column;
  const indexes = (some: readonly Index[]) => some.map((index) => ({ ...index, parts: index.parts.map((part) => ("column" in part ? { ...part, column: name(part.column) } : part)), ...(index.include && { include: index.include.map(name) }) }));
  return {
    ...view,
    ...(view.columnComments && { columnComments: Object.fromEntries(Object.entries(view.columnComments).map(([column, text]) => [name(column), text])) }),
    ...("indexes" in view && view.indexes && { indexes: indexes(view.indexes) }),
  } as View;
}

/** The query with the new names; word by word the new one where nothing else changes. */
function queryAfter(before: string, after: string): string {
  const [present, next] = [outputItems(before)!, outputItems(after)!];
  const items = next.slice(0, present.length).join(" , ");
  const written = (sql: string) => significantTokens(sql).map(({ text, kind }) => (kind === "word" ? text.toLowerCase() : text)).join(" ");
  const changed = written(before).replace(present.join(" , "), () => items);
  return sameJson(changed, written(after)) ? after : changed;
}

function hasUsers(view: View, { objects }: Schema): boolean {
  const key = keyOf(view);
  return Object.values(objects).some((object) => object !== view && (("table" in object && object.table === key) || sqlParts(object).some(({ sql }) => mentions(sql, view.name))));
}
