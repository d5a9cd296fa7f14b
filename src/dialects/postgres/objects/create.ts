import { keyOf } from "../../../schema/key.ts";
import type { DatabaseObject, DatabaseObjectKind, DatabaseObjectOf, RoutineParameter, Schema } from "../../../schema/types.ts";
import { columnList } from "../../ansi/table-sql.ts";
import { defaultSql } from "../literal.ts";
import { withOptions } from "../options.ts";
import { quote, tableName, textLiteral } from "../quote.ts";
import { collationName, indexStatements } from "../spelling.ts";
import { typeSql, typeWithin } from "../types.ts";
import { commentsOf } from "./comment.ts";
import { grantChanges, roleSql } from "./grant.ts";
import { callName, nameOf } from "./name.ts";
import { remarkSql } from "./remark.ts";

/** The statements that make an object: its CREATE, what belongs to it, its comments. */
export function createObjectSql(object: DatabaseObject, schema: Schema, replace = false): string[] {
  const create = creators[object.kind] as (object: DatabaseObject, schema: Schema, words: string) => readonly string[];
  return [...create(object, schema, replace ? "CREATE OR REPLACE" : "CREATE"), ...commentsOf(object)];
}

type Creator<K extends DatabaseObjectKind> = (object: DatabaseObjectOf<K>, schema: Schema, words: string) => readonly string[];

/** https://www.postgresql.org/docs/current/sql-commands.html */
const creators: { readonly [K in DatabaseObjectKind]: Creator<K> } = {
  view: (object, _, words) => [joined(`${words}${object.recursive ? " RECURSIVE" : ""} VIEW ${nameOf(object)}`, object.columns && `(${columnList(quote, object.columns)})`, withOptions(object.options), `AS\n${statementText(object.query)}`, object.checkOption && `WITH ${object.checkOption.toUpperCase()} CHECK OPTION`)],
  materializedView: (object) => [
    joined(
      `CREATE MATERIALIZED VIEW ${nameOf(object)}`,
      object.columns && `(${columnList(quote, object.columns)})`,
      object.accessMethod && `USING ${quote(object.accessMethod)}`,
      withOptions(object.options),
      object.tablespace && `TABLESPACE ${quote(object.tablespace)}`,
      `AS\n${statementText(object.query)}`,
    ),
    ...(object.indexes ?? []).flatMap((index) => indexStatements(keyOf(object), index)),
  ],
  function: routine,
  procedure: routine,
  trigger: (object, _, words) => [triggerSql(object, object.constraint ? "CREATE CONSTRAINT" : words), ...enabling("TRIGGER", object)],
  sequence: (object, schema) => [
    joined(`CREATE${object.unlogged ? " UNLOGGED" : ""} SEQUENCE ${nameOf(object)}`, object.type && `AS ${object.type}`, sequenceOptions(object)),
    // Its table may be made after it, as the table's default calls it: then the table takes it over.
    ...(object.ownedBy && object.ownedBy.table in schema.tables && schema.tables[object.ownedBy.table]!.columns.some(({ name }) => name === object.ownedBy!.column) ? [ownSequence(object)] : []),
  ],
  domain: (object, schema) => [
    joined(
      `CREATE DOMAIN ${nameOf(object)} AS ${typeSql(typeWithin(object.type, schema))}`,
      object.collation && `COLLATE ${collationName(object.collation)}`,
      object.default && `DEFAULT ${defaultSql({ type: typeWithin(object.type, schema), default: object.default })}`,
      object.notNull && "NOT NULL",
      (object.checks ?? []).filter(({ notValid }) => !notValid).map(({ name, sql }) => `CONSTRAINT ${quote(name)} CHECK (${sql})`).join(" "),
    ),
    ...(object.checks ?? []).filter(({ notValid }) => notValid).map((check) => `ALTER DOMAIN ${nameOf(object)} ADD CONSTRAINT ${quote(check.name)} CHECK (${check.sql}) NOT VALID`),
  ],
  compositeType: (object, schema) => [`CREATE TYPE ${nameOf(object)} AS (${object.attributes.map((attribute) => attributeSql(attribute, schema)).join(", ")})`],
  rangeType: (object) => [
    `CREATE TYPE ${nameOf(object)} AS RANGE (${listed({ subtype: object.subtype, subtype_opclass: object.operatorClass, collation: object.collation && collationName(object.collation), canonical: object.canonical, subtype_diff: object.subtypeDiff, multirange_type_name: object.multirange && quote(object.multirange) })})`,
  ],
  extension: (object) => [joined(`CREATE EXTENSION IF NOT EXISTS ${quote(object.name)}`, object.schema !== undefined && `SCHEMA ${quote(object.schema)}`, object.version !== undefined && `VERSION ${textLiteral(object.version)}`)],
  aggregate: (object, _, words) => [`${words} AGGREGATE ${nameOf(object)}(${aggregateParameters(object)}) (${listed(object.options)})`],
  operator: (object) => [`CREATE OPERATOR ${operatorName(object)} (${listed({ function: object.function, leftarg: object.left, rightarg: object.right, ...object.options })})`],
  cast: ({ source, target, function: by, context }) => [
    joined(`CREATE CAST (${source} AS ${target})`, by === null ? "WITHOUT FUNCTION" : by.toLowerCase() === "inout" ? "WITH INOUT" : `WITH FUNCTION ${by}`, context && `AS ${context.toUpperCase()}`),
  ],
  rule: (object, _, words) => [
    joined(`${words} RULE ${quote(object.name)} AS ON ${object.event.toUpperCase()} TO ${tableName(object.table)}`, object.where && `WHERE (${object.where})`, `DO ${object.instead ? "INSTEAD " : "ALSO "}${statementText(object.action)}`),
    ...enabling("RULE", object),
  ],
  policy: (object) => [
    joined(
      `CREATE POLICY ${quote(object.name)} ON ${tableName(object.table)}`,
      object.restrictive && "AS RESTRICTIVE",
      object.command && `FOR ${object.command.toUpperCase()}`,
      object.roles && `TO ${rolesSql(object.roles)}`,
      object.using !== undefined && `USING (${object.using})`,
      object.check !== undefined && `WITH CHECK (${object.check})`,
    ),
  ],
  eventTrigger: (object) => [
    joined(`CREATE EVENT TRIGGER ${quote(object.name)} ON ${object.event}`, object.tags && `WHEN TAG IN (${object.tags.map(textLiteral).join(", ")})`, `EXECUTE FUNCTION ${object.execute}`),
    ...(object.enabled ? [eventTriggerEnabled(object)] : []),
  ],
  statistics: (object) => [
    joined(`CREATE STATISTICS ${nameOf(object)}`, object.kinds && `(${object.kinds.join(", ")})`, `ON ${object.on.join(", ")} FROM ${tableName(object.table)}`),
    ...(object.target === undefined ? [] : [`ALTER STATISTICS ${nameOf(object)} SET STATISTICS ${object.target}`]),
  ],
  collation: (object) => [`CREATE COLLATION ${nameOf(object)} (${listed(object.options)})`],
  textSearchConfiguration: (object) => [
    `CREATE TEXT SEARCH CONFIGURATION ${nameOf(object)} (${listed(object.options)})`,
    ...Object.entries(object.mappings ?? {}).map(([token, dictionaries]) => `ALTER TEXT SEARCH CONFIGURATION ${nameOf(object)} ADD MAPPING FOR ${token} WITH ${dictionaries.join(", ")}`),
  ],
  textSearchDictionary: (object) => [`CREATE TEXT SEARCH DICTIONARY ${nameOf(object)} (${listed(object.options)})`],
  textSearchParser: (object) => [`CREATE TEXT SEARCH PARSER ${nameOf(object)} (${listed(object.options)})`],
  textSearchTemplate: (object) => [`CREATE TEXT SEARCH TEMPLATE ${nameOf(object)} (${listed(object.options)})`],
  event: (object) => {
    throw new TypeError(`PostgreSQL has no scheduler for "${object.name}"`);
  },
  grant: (object) => grantChanges(undefined, object),
  comment: ({ name, text }) => [remarkSql(name, text)],
  raw: ({ sql }) => [statementText(sql)],
};

/** The words after `CREATE` of a trigger: https://www.postgresql.org/docs/current/sql-createtrigger.html */
function triggerSql(object: DatabaseObjectOf<"trigger">, words: string): string {
  const events = object.events.map(({ event, columns }) => `${event.toUpperCase()}${columns ? ` OF ${columnList(quote, columns)}` : ""}`);
  const { constraint, referencing } = object;
  return joined(
    `${words} TRIGGER ${quote(object.name)} ${object.timing.toUpperCase()} ${events.join(" OR ")} ON ${tableName(object.table)}`,
    constraint?.from && `FROM ${tableName(constraint.from)}`,
    constraint?.deferrable && `DEFERRABLE ${constraint.deferrable.toUpperCase()}`,
    referencing && joined("REFERENCING", referencing.old && `OLD TABLE AS ${quote(referencing.old)}`, referencing.new && `NEW TABLE AS ${quote(referencing.new)}`),
    `FOR EACH ${object.forEach === "statement" ? "STATEMENT" : "ROW"}`,
    object.when !== undefined && `WHEN (${object.when})`,
    `EXECUTE FUNCTION ${object.execute ?? ""}`,
  );
}

function routine(object: DatabaseObjectOf<"function"> | DatabaseObjectOf<"procedure">, _: Schema, words: string): readonly string[] {
  return [
    joined(
      `${words} ${object.kind.toUpperCase()} ${nameOf(object)}(${object.parameters.map(parameterSql).join(", ")})`,
      object.returns !== undefined && `RETURNS ${object.returns}`,
      `LANGUAGE ${object.language ?? "sql"}`,
      object.window && "WINDOW",
      object.volatility?.toUpperCase(),
      object.leakproof && "LEAKPROOF",
      object.strict && "STRICT",
      object.securityDefiner && "SECURITY DEFINER",
      object.parallel && `PARALLEL ${object.parallel.toUpperCase()}`,
      object.cost !== undefined && `COST ${object.cost}`,
      object.rows !== undefined && `ROWS ${object.rows}`,
      object.support && `SUPPORT ${object.support}`,
      ...Object.entries(object.settings ?? {}).map(([name, value]) => `SET ${name} TO ${value}`),
      object.inline ? object.body : object.file !== undefined ? `AS ${textLiteral(object.file)}, ${textLiteral(object.body)}` : `AS ${dollarQuoted(object.body)}`,
    ),
  ];
}

export function parameterSql({ mode, name, type, default: value }: RoutineParameter): string {
  return joined(mode?.toUpperCase(), name !== undefined && quote(name), type, value !== undefined && `DEFAULT ${value}`);
}

export function aggregateParameters({ parameters, orderBy }: Pick<DatabaseObjectOf<"aggregate">, "parameters" | "orderBy">): string {
  const list = parameters.map(parameterSql).join(", ");
  if (!orderBy) return list || "*";
  return joined(list, `ORDER BY ${orderBy.map(parameterSql).join(", ")}`);
}

export function sequenceOptions(object: DatabaseObjectOf<"sequence">): string {
  const { increment, minValue, maxValue, start, cache, cycle } = object;
  return joined(increment !== undefined && `INCREMENT BY ${increment}`, minValue !== undefined && `MINVALUE ${minValue}`, maxValue !== undefined && `MAXVALUE ${maxValue}`, start !== undefined && `START WITH ${start}`, cache !== undefined && `CACHE ${cache}`, cycle && "CYCLE");
}

export function ownSequence(object: DatabaseObjectOf<"sequence">): string {
  const { ownedBy } = object;
  return `ALTER SEQUENCE ${nameOf(object)} OWNED BY ${ownedBy ? `${tableName(ownedBy.table)}.${quote(ownedBy.column)}` : "NONE"}`;
}

export function attributeSql({ name, type, collation }: DatabaseObjectOf<"compositeType">["attributes"][number], schema: Schema): string {
  return joined(quote(name), typeSql(typeWithin(type, schema)), collation && `COLLATE ${collationName(collation)}`);
}

/** What a trigger or a rule says of the sessions in which it fires. */
export function enabling(noun: "TRIGGER" | "RULE", object: { readonly name: string; readonly table: string; readonly enabled?: "disabled" | "replica" | "always" }, reset = false): string[] {
  if (!object.enabled && !reset) return [];
  return [`ALTER TABLE ${tableName(object.table)} ${enableWords(object.enabled)} ${noun} ${quote(object.name)}`];
}

export function eventTriggerEnabled(object: DatabaseObjectOf<"eventTrigger">): string {
  return `ALTER EVENT TRIGGER ${quote(object.name)} ${enableWords(object.enabled)}`;
}

function enableWords(enabled: "disabled" | "replica" | "always" | undefined): string {
  if (enabled === "disabled") return "DISABLE";
  return enabled ? `ENABLE ${enabled.toUpperCase()}` : "ENABLE";
}

export function rolesSql(roles: readonly string[]): string {
  return roles.map(roleSql).join(", ");
}

function operatorName(object: DatabaseObjectOf<"operator">): string {
  return callName(object, (name) => name);
}

/** `key = value, …`; a value of `true` stands for the bare word. */
export function listed(options: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(options)
    .flatMap(([key, value]) => (value === undefined ? [] : [value === "true" && bareWords.has(key) ? key.toUpperCase() : `${key.toUpperCase()} = ${value}`]))
    .join(", ");
}

const bareWords = new Set(["hypothetical", "finalfunc_extra", "mfinalfunc_extra", "hashes", "merges", "passedbyvalue"]);

/** A statement without the semicolon that may end it. */
export function statementText(sql: string): string {
  return sql.trim().replace(/;\s*$/, "");
}

function dollarQuoted(body: string): string {
  let tag = "$$";
  for (let count = 1; body.includes(tag) || (tag === "$$" && body.endsWith("$")); count++) tag = count === 1 ? "$_$" : `$_${count}$`;
  return `${tag}${body}${tag}`;
}

export function joined(...words: readonly (string | false | undefined)[]): string {
  return words.filter(Boolean).join(" ");
}

