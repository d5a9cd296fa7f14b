import type { Cast, Collation, Extension, Operator, Policy, Statistics, TextSearch } from "../../schema/types.ts";
import type { Cursor } from "./cursor.ts";
import type { CreateObjectFact, Name, ObjectChange } from "./facts.ts";
import { requireFeature } from "./features.ts";
import { readBracketed } from "./read-expression.ts";
import { objectFact, readOptions, type Head } from "./read-object.ts";
import { readType } from "./read-type.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Reads CREATE EXTENSION from its name on. */
export function readExtension(cursor: Cursor, head: Head): CreateObjectFact {
  requireFeature(cursor, "extensions");
  const ifNotExists = cursor.take("IF", "NOT", "EXISTS");
  const extension: Mutable<Extension> = { kind: "extension", name: cursor.name("the extension's name") };
  cursor.take("WITH");
  for (;;) {
    if (cursor.take("SCHEMA")) extension.schema = cursor.name();
    else if (cursor.take("VERSION")) extension.version = cursor.next().value;
    else if (!cursor.take("CASCADE")) break;
  }
  cursor.expectEnd("this option of an extension");
  return objectFact(extension, head, ifNotExists);
}

/** An operator's name with its schema: `public.===`. */
export function operatorName(cursor: Cursor): Name {
  const at = cursor.offset;
  let schema: string | undefined;
  if (cursor.isSymbol(".", 1)) {
    schema = cursor.name();
    cursor.takeSymbol(".");
  }
  const token = cursor.next();
  if (token.kind !== "symbol") throw cursor.fault("an operator is missing here", undefined, token);
  return { name: token.value, at, ...(schema !== undefined && { schema }) };
}

/** Reads CREATE OPERATOR from its name on. */
export function readOperator(cursor: Cursor, head: Head): CreateObjectFact {
  const { at: _, ...name } = operatorName(cursor);
  const { function: calls, procedure, leftarg, rightarg, ...given } = readOptions(cursor);
  cursor.expectEnd("this");
  const options = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, key === "commutator" || key === "negator" ? bareOperator(value) : value]));
  const used = calls ?? procedure;
  if (used === undefined) throw cursor.fault("FUNCTION is missing in CREATE OPERATOR");
  const operator: Operator = { kind: "operator", ...name, ...(leftarg !== undefined && { left: leftarg }), ...(rightarg !== undefined && { right: rightarg }), function: used, ...(Object.keys(options).length && { options }) };
  return objectFact(operator, head);
}

/** `OPERATOR(public.===)` by its name alone, as one of the default schema goes. */
function bareOperator(text: string): string {
  return text.replace(/^OPERATOR\s*\(\s*(?:(?:public|"public"|pg_catalog)\s*\.\s*)?([^\s\w."]+)\s*\)$/i, "$1");
}

/** Reads CREATE CAST from its brackets on. */
export function readCast(cursor: Cursor, head: Head): CreateObjectFact {
  const { source, target, name } = castName(cursor);
  let calls: string | null = null;
  if (cursor.take("WITH", "INOUT")) calls = "inout";
  else if (!cursor.take("WITHOUT", "FUNCTION")) {
    cursor.expect("WITH", "FUNCTION");
    const from = cursor.at;
    cursor.qualifiedName("a function");
    if (cursor.isSymbol("(")) cursor.skip();
    calls = cursor.textFrom(from);
  }
  const context = cursor.take("AS", "ASSIGNMENT") ? "assignment" : cursor.take("AS", "IMPLICIT") ? "implicit" : undefined;
  cursor.expectEnd("this");
  const cast: Cast = { kind: "cast", name, source, target, function: calls, ...(context && { context }) };
  return objectFact(cast, head);
}

export function castName(cursor: Cursor): { source: string; target: string; name: string } {
  const body = cursor.brackets();
  const source = readType(body);
  body.expect("AS");
  const target = readType(body);
  return { source, target, name: `(${source} AS ${target})` };
}

/** Reads CREATE POLICY from its name on. */
export function readPolicy(cursor: Cursor, head: Head): CreateObjectFact {
  const name = cursor.name("the policy's name");
  cursor.expect("ON");
  const table: Name = cursor.qualifiedName("the table");
  const policy: Mutable<Policy> = { kind: "policy", name, table: "" };
  for (;;) {
    if (cursor.take("AS")) {
      if (cursor.takeOne("PERMISSIVE", "RESTRICTIVE") === "RESTRICTIVE") policy.restrictive = true;
    } else if (cursor.take("FOR")) {
      const word = cursor.takeOne("ALL", "SELECT", "INSERT", "UPDATE", "DELETE");
      if (word && word !== "ALL") policy.command = word.toLowerCase() as NonNullable<Policy["command"]>;
    } else if (cursor.take("TO")) {
      const roles = [cursor.name("a role")];
      while (cursor.takeSymbol(",")) roles.push(cursor.name("a role"));
      if (roles.length !== 1 || roles[0] !== "public") policy.roles = roles;
    } else if (cursor.take("USING")) policy.using = readBracketed(cursor);
    else if (cursor.take("WITH", "CHECK")) policy.check = readBracketed(cursor);
    else break;
  }
  cursor.expectEnd("this option of a policy");
  return objectFact(policy, head, false, undefined, table);
}

/** Reads CREATE STATISTICS from its name on. */
export function readStatistics(cursor: Cursor, head: Head): CreateObjectFact {
  const ifNotExists = cursor.take("IF", "NOT", "EXISTS");
  const { at: _, ...name } = cursor.qualifiedName("the name of the statistics");
  const kinds = cursor.isSymbol("(") ? (cursor.nameList() as Statistics["kinds"]) : undefined;
  cursor.expect("ON");
  const on: string[] = [];
  do {
    const from = cursor.at;
    cursor.skip();
    while (cursor.isSymbol("(")) cursor.skip();
    const token = cursor.lexed.tokens[from]!;
    on.push(cursor.at === from + 1 && token.kind !== "symbol" ? cursor.nameOf(token) : cursor.textFrom(from));
  } while (cursor.takeSymbol(","));
  cursor.expect("FROM");
  const table: Name = cursor.qualifiedName("the table");
  cursor.expectEnd("this");
  return objectFact({ kind: "statistics", ...name, table: "", ...(kinds && { kinds }), on }, head, ifNotExists, undefined, table);
}

/** Reads CREATE COLLATION from its name on; a copy of another is not read. */
export function readCollation(cursor: Cursor, head: Head): CreateObjectFact | undefined {
  const ifNotExists = cursor.take("IF", "NOT", "EXISTS");
  const { at: _, ...name } = cursor.qualifiedName("the collation's name");
  if (!cursor.isSymbol("(")) return undefined;
  const collation: Collation = { kind: "collation", ...name, options: readOptions(cursor) };
  return objectFact(collation, head, ifNotExists);
}

export const textSearchKinds = { CONFIGURATION: "textSearchConfiguration", DICTIONARY: "textSearchDictionary", PARSER: "textSearchParser", TEMPLATE: "textSearchTemplate" } as const;

/** Reads CREATE TEXT SEARCH … from its name on. */
export function readTextSearch(cursor: Cursor, head: Head, kind: TextSearch["kind"]): CreateObjectFact {
  const { at: _, ...name } = cursor.qualifiedName("a name");
  const object: TextSearch = { kind, ...name, options: readOptions(cursor) };
  cursor.expectEnd("this");
  return objectFact(object, head);
}

/** Reads ADD, ALTER and DROP MAPPING of a text search configuration. */
export function readMapping(cursor: Cursor): ObjectChange | undefined {
  const mode = cursor.takeOne("ADD", "ALTER", "DROP");
  if (!mode || !cursor.take("MAPPING")) return undefined;
  cursor.take("IF", "EXISTS");
  cursor.expect("FOR");
  const tokens = [cursor.name("a token type")];
  while (cursor.takeSymbol(",")) tokens.push(cursor.name("a token type"));
  const dictionaries: string[] = [];
  if (cursor.take("WITH")) {
    do {
      const { schema, name } = cursor.qualifiedName("a dictionary");
      dictionaries.push(schema === undefined ? name : `${schema}.${name}`);
    } while (cursor.takeSymbol(","));
  }
  return { kind: "mapping", tokens, dictionaries, mode: mode.toLowerCase() as "add" | "alter" | "drop" };
}
