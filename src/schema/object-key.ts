import { keyOf } from "./key.ts";
import type { DatabaseObject, DatabaseObjectKind, DatabaseObjectOf, RoutineParameter } from "./types.ts";

/**
 * The key under which a schema holds an object: its kind, and the name by which its database tells it from others of that kind.
 * @example objectKey({ kind: "view", name: "active", schema: "auth", query }) // "view auth.active"
 */
export function objectKey(object: DatabaseObject): string {
  return `${object.kind} ${identityOf(object)}`;
}

/** The kind and the rest of a key. */
export function splitObjectKey(key: string): { readonly kind: DatabaseObjectKind; readonly identity: string } {
  const space = key.indexOf(" ");
  return { kind: key.slice(0, space) as DatabaseObjectKind, identity: key.slice(space + 1) };
}

function identityOf(object: DatabaseObject): string {
  const identify = identities[object.kind] as (object: DatabaseObject) => string;
  return identify(object);
}

const named = (object: { readonly name: string; readonly schema?: string }): string => keyOf(object);
const onTable = ({ table, name }: { readonly table: string; readonly name: string }): string => `${table}.${name.replaceAll(".", "\\.")}`;
const withSignature = (object: { readonly name: string; readonly schema?: string; readonly parameters: readonly RoutineParameter[] }): string => `${keyOf(object)}(${signatureOf(object.parameters)})`;

const identities: { readonly [K in DatabaseObjectKind]: (object: DatabaseObjectOf<K>) => string } = {
  view: named,
  materializedView: named,
  function: withSignature,
  procedure: withSignature,
  trigger: onTable,
  sequence: named,
  domain: named,
  compositeType: named,
  rangeType: named,
  extension: ({ name }) => name,
  aggregate: withSignature,
  operator: (object) => `${keyOf(object)}(${[object.left ?? "none", object.right ?? "none"].map(signatureType).join(", ")})`,
  cast: ({ source, target }) => `(${signatureType(source)} as ${signatureType(target)})`,
  rule: onTable,
  policy: onTable,
  eventTrigger: ({ name }) => name,
  statistics: named,
  collation: named,
  textSearchConfiguration: named,
  textSearchDictionary: named,
  textSearchParser: named,
  textSearchTemplate: named,
  event: named,
  grant: ({ on, name }) => `${on} to ${name}`,
  comment: ({ name }) => `on ${name}`,
  raw: (object) => `${object.noun.toLowerCase()} ${keyOf(object)}`,
};

/** All kinds, in the order in which they are told. */
export const databaseObjectKinds = Object.keys(identities) as readonly DatabaseObjectKind[];

/** The types of the parameters that tell a routine apart: https://www.postgresql.org/docs/current/xfunc-overload.html */
export function signatureOf(parameters: readonly RoutineParameter[]): string {
  return parameters.filter(({ mode }) => mode !== "out").map(({ type }) => signatureType(type)).join(", ");
}

const synonyms: Readonly<Record<string, string>> = {
  int: "integer",
  int2: "smallint",
  int4: "integer",
  int8: "bigint",
  float4: "real",
  float8: "double precision",
  float: "double precision",
  bool: "boolean",
  varchar: "character varying",
  char: "character",
  bpchar: "character",
  decimal: "numeric",
  dec: "numeric",
  varbit: "bit varying",
  timestamp: "timestamp without time zone",
  timestamptz: "timestamp with time zone",
  time: "time without time zone",
  timetz: "time with time zone",
};

/** A type in one spelling, without its numbers, which do not count. */
export function signatureType(type: string): string {
  const text = type.includes('"') ? type.trim() : type.trim().toLowerCase().replace(/\s+/g, " ");
  const [, base = text, brackets = ""] = /^(.*?)((?:\s*\[\d*\])*)$/.exec(text) ?? [];
  const plain = base.replace(/(?: (?:charset|character set) \w+)?(?: collate \w+)?$/, "").replace(/\s*\([\d\s,]*\)/, "").replace(/^(?:pg_catalog|public)\./, "").trim();
  return `${Object.hasOwn(synonyms, plain) ? synonyms[plain]! : plain}${brackets ? "[]" : ""}`;
}
