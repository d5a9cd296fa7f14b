import { keyOf } from "../../../schema/key.ts";
import { signatureOf } from "../../../schema/object-key.ts";
import type { DatabaseObject, DatabaseObjectKind, DatabaseObjectOf } from "../../../schema/types.ts";
import { quote, tableName } from "../quote.ts";
import { targetSql } from "./grant.ts";
import { remarkTargetSql } from "./remark.ts";

/** An object's name with its schema. */
export function nameOf(object: { readonly name: string; readonly schema?: string }): string {
  return tableName(keyOf(object));
}

/** A name that may not stand in quotes, such as an operator's. */
export function callName({ name, schema }: { readonly name: string; readonly schema?: string }, spell: (name: string) => string): string {
  return schema === undefined ? spell(name) : `${quote(schema)}.${spell(name)}`;
}

export function signature(object: DatabaseObjectOf<"function"> | DatabaseObjectOf<"procedure">): string {
  return `${nameOf(object)}(${signatureOf(object.parameters)})`;
}

/** How DROP, ALTER and COMMENT call an object: `VIEW "active"`, `TRIGGER "touch" ON "job"`. */
export function reference(object: DatabaseObject): string {
  return (references[object.kind] as (object: DatabaseObject) => string)(object);
}

const named =
  (noun: string) =>
  (object: { readonly name: string; readonly schema?: string }): string => `${noun} ${nameOf(object)}`;
const onTable =
  (noun: string) =>
  ({ name, table }: { readonly name: string; readonly table: string }): string => `${noun} ${quote(name)} ON ${tableName(table)}`;

const references: { readonly [K in DatabaseObjectKind]: (object: DatabaseObjectOf<K>) => string } = {
  view: named("VIEW"),
  materializedView: named("MATERIALIZED VIEW"),
  function: (object) => `FUNCTION ${signature(object)}`,
  procedure: (object) => `PROCEDURE ${signature(object)}`,
  trigger: onTable("TRIGGER"),
  sequence: named("SEQUENCE"),
  domain: named("DOMAIN"),
  compositeType: named("TYPE"),
  rangeType: named("TYPE"),
  extension: ({ name }) => `EXTENSION ${quote(name)}`,
  aggregate: (object) => `AGGREGATE ${nameOf(object)}(${aggregateSignature(object)})`,
  operator: (object) => `OPERATOR ${callName(object, (name) => name)} (${object.left ?? "NONE"}, ${object.right ?? "NONE"})`,
  cast: ({ source, target }) => `CAST (${source} AS ${target})`,
  rule: onTable("RULE"),
  policy: onTable("POLICY"),
  eventTrigger: ({ name }) => `EVENT TRIGGER ${quote(name)}`,
  statistics: named("STATISTICS"),
  collation: named("COLLATION"),
  textSearchConfiguration: named("TEXT SEARCH CONFIGURATION"),
  textSearchDictionary: named("TEXT SEARCH DICTIONARY"),
  textSearchParser: named("TEXT SEARCH PARSER"),
  textSearchTemplate: named("TEXT SEARCH TEMPLATE"),
  event: named("EVENT"),
  grant: ({ on }) => targetSql(on),
  comment: ({ name }) => remarkTargetSql(name),
  raw: ({ noun, ...object }) => `${noun} ${nameOf(object)}`,
};

function aggregateSignature({ parameters, orderBy }: DatabaseObjectOf<"aggregate">): string {
  const list = signatureOf(parameters);
  if (!orderBy) return list || "*";
  return `${list}${list ? " " : ""}ORDER BY ${signatureOf(orderBy)}`;
}
