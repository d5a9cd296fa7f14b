import type { DatabaseObject, DatabaseObjectKind, DatabaseObjectOf } from "./types.ts";

/** What a field of an object is, for comparing, printing and looking for names. */
export type FieldKind =
  /** A query or a statement. */
  | "query"
  /** A condition or another expression. */
  | "expression"
  /** The text of a routine in quotes: its white space is kept. */
  | "text"
  /** A type's name. */
  | "type"
  /** Plain data. */
  | "data";

type FieldsOf<K extends DatabaseObjectKind> = { readonly [F in Exclude<keyof DatabaseObjectOf<K>, "kind" | "name" | "schema" | "table" | "comment" | "dependsOn" | "definer">]-?: FieldKind };

const routine = {
  parameters: "data",
  returns: "type",
  language: "data",
  body: "text",
  inline: "data",
  file: "data",
  volatility: "data",
  strict: "data",
  securityDefiner: "data",
  leakproof: "data",
  parallel: "data",
  window: "data",
  cost: "data",
  rows: "data",
  support: "data",
  settings: "data",
  deterministic: "data",
  dataAccess: "data",
  sqlSecurity: "data",
} satisfies FieldsOf<"function">;

const textSearch = { options: "data", mappings: "data" } satisfies FieldsOf<"textSearchParser">;

/** The fields of every kind, in the order in which they are written. */
export const objectFields: { readonly [K in DatabaseObjectKind]: FieldsOf<K> } = {
  view: { query: "query", columns: "data", recursive: "data", checkOption: "data", options: "data", algorithm: "data", sqlSecurity: "data", columnComments: "data" },
  materializedView: { query: "query", columns: "data", options: "data", accessMethod: "data", tablespace: "data", indexes: "data", columnComments: "data" },
  function: routine,
  procedure: routine,
  trigger: { timing: "data", events: "data", forEach: "data", when: "expression", referencing: "data", constraint: "data", execute: "expression", body: "query", order: "data", enabled: "data" },
  sequence: { type: "data", start: "data", increment: "data", minValue: "data", maxValue: "data", cache: "data", cycle: "data", unlogged: "data", ownedBy: "data" },
  domain: { type: "data", notNull: "data", default: "data", collation: "data", checks: "data", checkComments: "data" },
  compositeType: { attributes: "data" },
  rangeType: { subtype: "type", operatorClass: "data", collation: "data", canonical: "data", subtypeDiff: "data", multirange: "data" },
  extension: { version: "data" },
  aggregate: { parameters: "data", orderBy: "data", options: "data" },
  operator: { left: "type", right: "type", function: "data", options: "data" },
  cast: { source: "type", target: "type", function: "data", context: "data" },
  rule: { event: "data", where: "expression", instead: "data", action: "query", enabled: "data" },
  policy: { command: "data", restrictive: "data", roles: "data", using: "expression", check: "expression" },
  eventTrigger: { event: "data", tags: "data", execute: "expression", enabled: "data" },
  statistics: { kinds: "data", on: "data", target: "data" },
  collation: { options: "data" },
  textSearchConfiguration: textSearch,
  textSearchDictionary: textSearch,
  textSearchParser: textSearch,
  textSearchTemplate: textSearch,
  event: { schedule: "expression", body: "query", preserve: "data", status: "data" },
  grant: { on: "data", privileges: "data", grantable: "data" },
  comment: { text: "data" },
  raw: { noun: "data", sql: "query", drop: "query" },
};

/** The kinds whose SQL a database binds when it makes them, so that it follows a rename. */
const bound: ReadonlySet<DatabaseObjectKind> = new Set<DatabaseObjectKind>(["view", "materializedView", "trigger", "rule", "policy", "statistics"]);

/** The object with the SQL in it changed that the database has bound to other objects. */
export function mapBoundSql(object: DatabaseObject, change: (sql: string) => string): DatabaseObject {
  if ((object.kind === "function" || object.kind === "procedure") && object.inline) return changedFields(object, ["body"], change);
  if (object.kind === "statistics") {
    const on = object.on.map(change);
    return on.some((each, at) => each !== object.on[at]) ? { ...object, on } : object;
  }
  if (!bound.has(object.kind)) return object;
  return changedFields(object, Object.entries(objectFields[object.kind]).flatMap(([field, kind]) => (kind === "query" || kind === "expression" ? [field] : [])), change);
}

function changedFields(object: DatabaseObject, fields: readonly string[], change: (sql: string) => string): DatabaseObject {
  const values = object as unknown as Record<string, unknown>;
  const changed: Record<string, string> = {};
  for (const field of fields) {
    const text = values[field];
    if (typeof text !== "string") continue;
    const next = change(text);
    if (next !== text) changed[field] = next;
  }
  return Object.keys(changed).length ? ({ ...object, ...changed } as DatabaseObject) : object;
}

/** A text of SQL in an object, and what it is. */
export interface SqlPart {
  readonly as: Exclude<FieldKind, "data">;
  readonly sql: string;
}

/** The SQL in an object, in which it names what it needs. */
export function sqlParts(object: DatabaseObject): SqlPart[] {
  const values = object as unknown as Record<string, unknown>;
  return Object.entries(objectFields[object.kind]).flatMap(([field, as]) => (as !== "data" && typeof values[field] === "string" ? [{ as, sql: values[field] as string }] : []));
}
