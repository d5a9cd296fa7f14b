import { normalStatement } from "../../base/sql-tokens.ts";
import { objectKey } from "../../schema/object-key.ts";
import { objectFields, type FieldKind } from "../../schema/object-sql.ts";
import type { DatabaseObject, DatabaseObjectKind, DatabaseObjectOf, RoutineParameter } from "../../schema/types.ts";
import { columnList } from "../ansi/table-sql.ts";
import type { Refusal } from "../dialect.ts";
import type { Flavour } from "./flavours.ts";
import { quote, tableName, textLiteral } from "./quoting.ts";
import { routineType } from "./routine-type.ts";

const kinds: ReadonlySet<DatabaseObjectKind> = new Set<DatabaseObjectKind>(["view", "function", "procedure", "trigger", "event", "raw"]);

/** What of an object the server cannot have. */
export function refuseObject(flavour: Flavour, object: DatabaseObject): Refusal[] {
  const path = objectKey(object);
  const found: Refusal[] = [];
  const say = (message: string, hint: string) => found.push({ path, message, hint });
  if (!kinds.has(object.kind) && !(object.kind === "sequence" && flavour.sequences)) {
    say(`${flavour.title} has nothing like the ${path}.`, "Leave it out of the models of this database.");
    return found;
  }
  if ("schema" in object && object.schema !== undefined) say(`${flavour.title} has no schemas within a database: the ${path} cannot stand in one.`, "Leave the schema out.");
  if (object.kind === "trigger") {
    if (object.body === undefined) say(`The ${path} calls a function, but a trigger of ${flavour.title} holds its statement itself.`, "Give it as `body`, in place of `execute`.");
    if (object.forEach === "statement") say(`The ${path} runs once a statement, but triggers of ${flavour.title} run once a row.`, "Leave forEach out.");
    if (object.events.length !== 1 || object.events[0]!.columns || object.events[0]!.event === "truncate" || object.timing === "instead of") say(`The ${path} has events that ${flavour.title} does not know: a trigger has one of INSERT, UPDATE and DELETE, before or after it.`, "Declare a trigger for each event, and look at the columns in its body.");
    if (object.when !== undefined || object.referencing || object.constraint || object.enabled) say(`The ${path} says what only PostgreSQL knows of triggers.`, "Leave when, referencing, constraint and enabled out.");
  }
  if ((object.kind === "function" || object.kind === "procedure") && object.language !== undefined && !/^sql$/i.test(object.language)) say(`The ${path} is written in ${object.language}, but ${flavour.title} knows SQL only.`, "Leave the language out.");
  if (object.kind === "sequence" && object.ownedBy) say(`The ${path} is owned by a column, which ${flavour.title} does not know.`, "Leave ownedBy out.");
  return found;
}

/** https://mariadb.com/kb/en/create/ and https://dev.mysql.com/doc/refman/8.0/en/sql-data-definition-statements.html */
export function createObjectSql(object: DatabaseObject, words = "CREATE"): string {
  return (creators[object.kind as keyof typeof creators] as (object: DatabaseObject, words: string) => string)(object, words);
}

const creators = {
  view: (object: DatabaseObjectOf<"view">, words: string) =>
    joined(
      words,
      object.algorithm && `ALGORITHM = ${object.algorithm.toUpperCase()}`,
      definer(object),
      object.sqlSecurity && "SQL SECURITY INVOKER",
      `VIEW ${nameOf(object)}`,
      object.columns && `(${columnList(quote, object.columns)})`,
      `AS\n${statementText(object.query)}`,
      object.checkOption && `WITH ${object.checkOption.toUpperCase()} CHECK OPTION`,
    ),
  function: (object: DatabaseObjectOf<"function">, words: string) => joined(words, definer(object), `FUNCTION ${nameOf(object)}(${object.parameters.map((each) => `${quote(each.name ?? "")} ${each.type}`).join(", ")}) RETURNS ${object.returns ?? "text"}`, characteristics(object), `\n${statementText(object.body)}`),
  procedure: (object: DatabaseObjectOf<"procedure">, words: string) => joined(words, definer(object), `PROCEDURE ${nameOf(object)}(${object.parameters.map((each) => `${(each.mode ?? "in").toUpperCase()} ${quote(each.name ?? "")} ${each.type}`).join(", ")})`, characteristics(object), `\n${statementText(object.body)}`),
  trigger: (object: DatabaseObjectOf<"trigger">, words: string) =>
    joined(
      words,
      definer(object),
      `TRIGGER ${quote(object.name)} ${object.timing.toUpperCase()} ${object.events[0]!.event.toUpperCase()} ON ${tableName(object.table)} FOR EACH ROW`,
      object.order && ("follows" in object.order ? `FOLLOWS ${quote(object.order.follows)}` : `PRECEDES ${quote(object.order.precedes)}`),
      `\n${statementText(object.body ?? "")}`,
    ),
  event: (object: DatabaseObjectOf<"event">, words: string) =>
    joined(
      words,
      definer(object),
      `EVENT ${nameOf(object)} ON SCHEDULE ${object.schedule}`,
      object.preserve && "ON COMPLETION PRESERVE",
      object.status && (object.status === "disabled" ? "DISABLE" : "DISABLE ON SLAVE"),
      object.comment !== undefined && `COMMENT ${textLiteral(object.comment)}`,
      `DO\n${statementText(object.body)}`,
    ),
  sequence: (object: DatabaseObjectOf<"sequence">, words: string) => joined(words, `SEQUENCE ${nameOf(object)}`, sequenceWords(object)),
  raw: ({ sql }: DatabaseObjectOf<"raw">) => statementText(sql),
};

export function dropObjectSql(object: DatabaseObject): string {
  if (object.kind === "raw" && object.drop !== undefined) return object.drop;
  const noun = object.kind === "raw" ? object.noun : object.kind.toUpperCase();
  return `DROP ${noun} ${object.kind === "trigger" ? quote(object.name) : nameOf(object as { readonly name: string })}`;
}

/** An object in the one spelling in which it is compared with what the catalogue gives. */
export function physicalObject(object: DatabaseObject): DatabaseObject {
  const fields = objectFields[object.kind] as Readonly<Record<string, FieldKind | undefined>>;
  const { dependsOn: _, ...rest } = object;
  return Object.fromEntries(
    Object.entries(rest).flatMap(([field, value]) => {
      const kind = fields[field];
      if (field === "comment" && value === "") return [];
      if (field === "definer" && typeof value === "string") return [[field, normalDefiner(value)]];
      if (object.kind === "sequence" && isUsual(object, field, value)) return [];
      if (field === "language" && typeof value === "string" && /^sql$/i.test(value)) return [];
      if (field === "dataAccess" && value === undefined) return [];
      if (field === "parameters") return [[field, (value as unknown as readonly RoutineParameter[]).map((each) => ({ ...each, type: routineType(each.type) }))]];
      if (typeof value !== "string" || kind === undefined || kind === "data") return [[field, value]];
      return [[field, kind === "type" ? routineType(value) : normalStatement(value)]];
    }),
  ) as unknown as DatabaseObject;
}

/** What a sequence of MariaDB has when nothing is said. */
function isUsual({ increment = 1, minValue, maxValue }: DatabaseObjectOf<"sequence">, field: string, value: unknown): boolean {
  const isDown = Number(increment) < 0;
  const [min, max] = isDown ? ["-9223372036854775807", "-1"] : ["1", "9223372036854775806"];
  const ends: Readonly<Record<string, string>> = { increment: "1", cache: "1000", minValue: min!, maxValue: max!, start: String(isDown ? (maxValue ?? max) : (minValue ?? min)) };
  return field in ends && String(value) === ends[field];
}

function characteristics(object: Omit<DatabaseObjectOf<"function">, "kind">): string {
  return joined(object.deterministic && "DETERMINISTIC", object.dataAccess && object.dataAccess.toUpperCase(), object.sqlSecurity && "SQL SECURITY INVOKER", object.comment !== undefined && `COMMENT ${textLiteral(object.comment)}`);
}

function sequenceWords({ start, increment, minValue, maxValue, cache, cycle }: DatabaseObjectOf<"sequence">): string {
  return joined(start !== undefined && `START WITH ${start}`, increment !== undefined && `INCREMENT BY ${increment}`, minValue !== undefined && `MINVALUE ${minValue}`, maxValue !== undefined && `MAXVALUE ${maxValue}`, cache !== undefined && `CACHE ${cache}`, cycle && "CYCLE");
}

export function definer({ definer: name }: { readonly definer?: string }): string | undefined {
  return name === undefined ? undefined : `DEFINER = ${normalDefiner(name).replace(/^(.*)@(.*)$/, (_, user: string, host: string) => `${quote(user)}@${quote(host)}`)}`;
}

/** `root@localhost`, as the catalogue has it; CURRENT_USER and roles have no host. */
export function normalDefiner(name: string): string {
  return name.replace(/["'`]/g, "").replace(/\s*@\s*/, "@");
}

export function nameOf({ name }: { readonly name: string }): string {
  return quote(name);
}

export function statementText(sql: string): string {
  return sql.trim().replace(/;\s*$/, "");
}

export function joined(...words: readonly (string | false | undefined)[]): string {
  return words.filter(Boolean).join(" ");
}
