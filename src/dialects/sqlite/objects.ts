import { GravenError } from "../../base/errors.ts";
import { normalStatement, sqlTokens } from "../../base/sql-tokens.ts";
import { withoutAbsent } from "../../schema/edit.ts";
import { objectKey } from "../../schema/object-key.ts";
import { objectFields, type FieldKind } from "../../schema/object-sql.ts";
import type { DatabaseObject, DatabaseObjectKind, DatabaseObjectOf, TriggerEvent } from "../../schema/types.ts";
import { columnList } from "../ansi/table-sql.ts";
import type { Refusal } from "../dialect.ts";
import { normalForm } from "./normal.ts";
import { quote, tableName } from "./spelling.ts";

/** The kinds that SQLite has: https://www.sqlite.org/lang.html */
const known: ReadonlySet<DatabaseObjectKind> = new Set<DatabaseObjectKind>(["view", "trigger", "raw"]);

/** What of the objects of a schema SQLite cannot have. */
export function refuseObject(object: DatabaseObject): Refusal[] {
  const path = objectKey(object);
  if (!known.has(object.kind)) return [{ path, message: `SQLite has nothing like the ${path}.`, hint: "Leave it out of the models of this database." }];
  const found: Refusal[] = [];
  const say = (message: string, hint: string) => found.push({ path, message, hint });
  if ("schema" in object && object.schema !== undefined) say(`SQLite has no schemas: the ${path} cannot stand in one.`, "Leave the schema out of the models.");
  if (object.kind === "view" && (object.checkOption || object.algorithm || object.sqlSecurity || object.options)) say(`The ${path} has options that SQLite does not know.`, "Leave all but its columns out.");
  if (object.kind === "trigger") {
    if (object.body === undefined) say(`The ${path} calls a function, but a trigger of SQLite holds its statements itself.`, "Give them as `body`, in place of `execute`.");
    if (object.forEach === "statement") say(`The ${path} runs once a statement, but triggers of SQLite run once a row.`, "Leave forEach out.");
    if (object.events.length !== 1) say(`The ${path} has several events, but a trigger of SQLite has one.`, "Declare a trigger for each event.");
    if (object.constraint || object.referencing || object.enabled || object.order) say(`The ${path} says what only other databases know of triggers.`, "Leave constraint, referencing, enabled and order out.");
  }
  return found;
}

/** CREATE for a view, a trigger, or what is carried as it is. Throws RUN-022 for all else. */
export function createObjectStatement(object: DatabaseObject): string {
  const [refusal] = refuseObject(object);
  if (refusal) throw new GravenError("RUN-022", refusal.message, { hint: refusal.hint });
  if (object.kind === "view") return `CREATE VIEW ${quote(object.name)}${object.columns ? ` (${columnList(quote, object.columns)})` : ""} AS\n${statementText(object.query)}`;
  if (object.kind === "trigger") return triggerSql(object);
  return statementText((object as DatabaseObjectOf<"raw">).sql);
}

function triggerSql({ name, table, timing, events: [event], when, body = "" }: DatabaseObjectOf<"trigger">): string {
  const columns = event!.columns ? ` OF ${columnList(quote, event!.columns)}` : "";
  const statements = body.trim();
  return `CREATE TRIGGER ${quote(name)} ${timing.toUpperCase()} ${event!.event.toUpperCase()}${columns} ON ${tableName(table)} FOR EACH ROW${when === undefined ? "" : ` WHEN ${when}`}\nBEGIN\n${statements}${statements.endsWith(";") ? "" : ";"}\nEND`;
}

export function dropObjectStatement(object: DatabaseObject): string {
  if (object.kind === "raw") return object.drop ?? `DROP ${object.noun} ${quote(object.name)}`;
  return `DROP ${object.kind === "view" ? "VIEW" : "TRIGGER"} ${quote(object.name)}`;
}

/** An object in the one spelling in which it is compared with what the database keeps, which is the text as it was written. */
export function physicalObject(object: DatabaseObject): DatabaseObject {
  const kinds = objectFields[object.kind] as Readonly<Record<string, FieldKind | undefined>>;
  const { comment: _, dependsOn: __, ...rest } = object as DatabaseObject & { comment?: string };
  return Object.fromEntries(
    Object.entries(rest).map(([field, value]) => {
      const kind = kinds[field];
      if (typeof value !== "string" || kind === undefined || kind === "data") return [field, value];
      return [field, kind === "expression" ? normalForm(value) : normalStatement(value)];
    }),
  ) as unknown as DatabaseObject;
}

/** A view or a trigger from the text that made it. */
export function objectFrom({ type, name, table, sql }: { readonly type: string; readonly name: string; readonly table: string; readonly sql: string }): DatabaseObject {
  return type === "view" ? viewFrom(name, sql) : triggerFrom(name, table, sql);
}

interface Piece {
  readonly text: string;
  readonly value: string;
  /** Where it ends in the SQL. */
  readonly end: number;
  readonly start: number;
}

function pieces(sql: string): Piece[] {
  let at = 0;
  const found: Piece[] = [];
  for (const { kind, text, value } of sqlTokens(sql)) {
    const start = at;
    at += text.length;
    if (kind !== "space" && kind !== "comment") found.push({ text: kind === "word" ? text.toLowerCase() : text, value, start, end: at });
  }
  return found;
}

function viewFrom(name: string, sql: string): DatabaseObject {
  const all = pieces(sql);
  const as = all.findIndex(({ text }, at) => text === "as" && (all[at - 1]?.text === ")" || all[at - 1]?.value === name || at > 2));
  const open = all.findIndex(({ text }) => text === "(");
  const columns = open >= 0 && open < as ? all.slice(open + 1, as - 1).flatMap(({ text, value }) => (text === "," ? [] : [value])) : [];
  return withoutAbsent<DatabaseObjectOf<"view">>({ kind: "view", name, query: sql.slice(all[as]?.end ?? 0).trim(), columns: columns.length ? columns : undefined });
}

function triggerFrom(name: string, table: string, sql: string): DatabaseObject {
  const all = pieces(sql);
  const find = (word: string, from = 0) => all.findIndex(({ text }, at) => at >= from && text === word);
  const begin = find("begin");
  const end = all.findLastIndex(({ text }) => text === "end");
  const head = all.slice(0, begin);
  const eventAt = head.findIndex(({ text }, at) => at > 2 && /^(insert|update|delete)$/.test(text));
  const on = head.findIndex(({ text }, at) => at > eventAt && text === "on");
  const when = head.findIndex(({ text }, at) => at > on && text === "when");
  const columns = head[eventAt + 1]?.text === "of" ? head.slice(eventAt + 2, on).flatMap(({ text, value }) => (text === "," ? [] : [value])) : [];
  const words = head.slice(0, eventAt).map(({ text }) => text);
  return withoutAbsent<DatabaseObjectOf<"trigger">>({
    kind: "trigger",
    name,
    table,
    timing: words.includes("after") ? "after" : words.includes("instead") ? "instead of" : "before",
    events: [withoutAbsent<TriggerEvent>({ event: head[eventAt]!.text as "insert", columns: columns.length ? columns : undefined })],
    when: when < 0 ? undefined : sql.slice(all[when]!.end, all[begin]!.start).trim(),
    body: sql.slice(all[begin]!.end, all[end]!.start).trim(),
  });
}

function statementText(sql: string): string {
  return sql.trim().replace(/;\s*$/, "");
}
