import { objectFields, type FieldKind } from "../schema/object-sql.ts";
import type { Check, ColumnType, DatabaseObject, DatabaseObjectKind, DatabaseObjectOf, Default, Index, TriggerEvent } from "../schema/types.ts";
import type { ColumnScope } from "./column.ts";
import { declaredColumnExpression } from "./column.ts";
import { declaredCheck, declaredIndex, DerivedNames } from "./declare.ts";
import { call, imported, list, record, type Expression } from "./expression.ts";
import { sqlLiteral, stringLiteral, valueLiteral } from "./literal.ts";
import { byName, partExpression } from "./parts.ts";

/** What stands before the options in the call of a kind's builder, and the fields that it has said. */
interface Head {
  readonly args: readonly Expression[];
  readonly said: readonly string[];
}

/** `view("active_user", sql`…`)`: the call that declares this very object. */
export function objectExpression(object: DatabaseObject, scope: ColumnScope): Expression {
  const head = ((heads[object.kind] ?? byItsName) as (object: DatabaseObject, scope: ColumnScope) => Head)(object, scope);
  const { kind, name: _, ...fields } = object;
  const kinds = objectFields[kind] as Readonly<Record<string, FieldKind | undefined>>;
  const order = ["schema", "table", ...Object.keys(kinds), "comment", "dependsOn", "definer"];
  const said = Object.entries(fields)
    .filter(([field, value]) => value !== undefined && !head.said.includes(field))
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([field, value]) => [field, fieldExpression(object, field, value, kinds[field])] as const);
  return call(imported(builderNames[kind]), [...head.args, ...(said.length || needsOptions.has(kind) ? [record(said)] : [])]);
}

/** The kinds whose builder cannot do without its options. */
const needsOptions: ReadonlySet<DatabaseObjectKind> = new Set<DatabaseObjectKind>(["function", "procedure", "policy"]);

function fieldExpression(object: DatabaseObject, field: string, value: unknown, kind: FieldKind | undefined): Expression {
  const print = Object.hasOwn(fieldPrinters, field) ? fieldPrinters[field] : undefined;
  if (print) return print(value as never, object);
  return kind === "query" || kind === "expression" || kind === "text" ? sqlLiteral({ sql: value as string }) : valueLiteral(value);
}

const fieldPrinters: Readonly<Record<string, ((value: never, object: DatabaseObject) => Expression) | undefined>> = {
  indexes: (indexes: readonly Index[], { name }) => {
    const names = new DerivedNames(name);
    return list(indexes.map((index) => partExpression(declaredIndex(index, names), byName)));
  },
  checks: (checks: readonly Check[], { name }) => {
    const names = new DerivedNames(name);
    return list(checks.map((check) => partExpression(declaredCheck(check, names), byName)));
  },
  events: (events: readonly (TriggerEvent | string)[]) => (Array.isArray(events) ? list(events.map((event) => valueLiteral(typeof event === "object" && !event.columns ? event.event : event))) : valueLiteral(events)),
  execute: (execute: string) => stringLiteral(execute),
};

/** The builder of each kind. */
export const builderNames: { readonly [K in DatabaseObjectKind]: string } = {
  view: "view",
  materializedView: "materializedView",
  function: "fn",
  procedure: "procedure",
  trigger: "trigger",
  sequence: "sequence",
  domain: "domain",
  compositeType: "compositeType",
  rangeType: "rangeType",
  extension: "extension",
  aggregate: "aggregate",
  operator: "operator",
  cast: "cast",
  rule: "rule",
  policy: "policy",
  eventTrigger: "eventTrigger",
  statistics: "statistics",
  collation: "collation",
  textSearchConfiguration: "textSearch",
  textSearchDictionary: "textSearch",
  textSearchParser: "textSearch",
  textSearchTemplate: "textSearch",
  event: "event",
  grant: "grant",
  comment: "comment",
  raw: "raw",
};

const byItsName = ({ name }: { readonly name: string }): Head => ({ args: [stringLiteral(name)], said: [] });
const queried = ({ name, query }: { readonly name: string; readonly query: string }): Head => ({ args: [stringLiteral(name), sqlLiteral({ sql: query })], said: ["query"] });

const searched =
  (noun: string) =>
  ({ name }: { readonly name: string }): Head => ({ args: [stringLiteral(noun), stringLiteral(name)], said: [] });

/** The kinds whose builder takes more than a name before its options. */
const heads: { readonly [K in DatabaseObjectKind]?: (object: DatabaseObjectOf<K>, scope: ColumnScope) => Head } = {
  view: queried,
  materializedView: queried,
  domain: ({ name, type, notNull, default: value, collation }, scope) => ({ args: [stringLiteral(name), builderOf({ type, notNull, default: value, collation }, scope)], said: ["type", "notNull", "default", "collation"] }),
  compositeType: ({ name, attributes }, scope) => ({ args: [stringLiteral(name), record(attributes.map((attribute) => [attribute.name, builderOf(attribute, scope)]))], said: ["attributes"] }),
  cast: ({ source, target }) => ({ args: [stringLiteral(source), stringLiteral(target)], said: ["source", "target"] }),
  textSearchConfiguration: searched("configuration"),
  textSearchDictionary: searched("dictionary"),
  textSearchParser: searched("parser"),
  textSearchTemplate: searched("template"),
  comment: ({ name, text }) => ({ args: [stringLiteral(name), stringLiteral(text)], said: ["text"] }),
  raw: ({ name, noun, sql }) => ({ args: [stringLiteral(noun), stringLiteral(name), sqlLiteral({ sql })], said: ["noun", "sql"] }),
};

/** A type's builder with what stands on it. */
function builderOf(column: { readonly type: ColumnType; readonly notNull?: true | undefined; readonly default?: Default | undefined; readonly collation?: string | undefined; readonly comment?: string | undefined }, scope: ColumnScope): Expression {
  const present = Object.fromEntries(Object.entries(column).filter(([, value]) => value !== undefined)) as typeof column & { name?: string };
  return declaredColumnExpression({ ...(present as { type: ColumnType }), property: "", name: "", trace: {} }, scope);
}
