import { signatureOf } from "../../schema/object-key.ts";
import type { Cursor } from "./cursor.ts";
import type { Name, ObjectWord } from "./facts.ts";
import { castName, operatorName } from "./read-others.ts";
import { readParameters } from "./read-routine.ts";

const words: readonly (readonly [readonly string[], ObjectWord])[] = [
  [["MATERIALIZED", "VIEW"], "materializedView"],
  [["EVENT", "TRIGGER"], "eventTrigger"],
  [["TEXT", "SEARCH", "CONFIGURATION"], "textSearchConfiguration"],
  [["TEXT", "SEARCH", "DICTIONARY"], "textSearchDictionary"],
  [["TEXT", "SEARCH", "PARSER"], "textSearchParser"],
  [["TEXT", "SEARCH", "TEMPLATE"], "textSearchTemplate"],
  [["TABLE"], "table"],
  [["INDEX"], "index"],
  [["TYPE"], "type"],
  [["SCHEMA"], "schema"],
  [["VIEW"], "view"],
  [["SEQUENCE"], "sequence"],
  [["DOMAIN"], "domain"],
  [["FUNCTION"], "routine"],
  [["PROCEDURE"], "routine"],
  [["ROUTINE"], "routine"],
  [["TRIGGER"], "trigger"],
  [["RULE"], "rule"],
  [["POLICY"], "policy"],
  [["EXTENSION"], "extension"],
  [["AGGREGATE"], "aggregate"],
  [["CAST"], "cast"],
  [["STATISTICS"], "statistics"],
  [["COLLATION"], "collation"],
  [["EVENT"], "event"],
];

/** The kind of object that ALTER, DROP or COMMENT names here. */
export function targetWord(cursor: Cursor): ObjectWord | undefined {
  if (cursor.looksAt("OPERATOR", "CLASS") || cursor.looksAt("OPERATOR", "FAMILY")) return undefined;
  if (cursor.take("OPERATOR")) return "operator";
  return words.find(([spelling]) => cursor.take(...spelling))?.[1];
}

/** Reads an object's name as its kind writes it: with the types of its parameters, or ON its table. */
export function readTarget(cursor: Cursor, what: ObjectWord): Name {
  const at = cursor.offset;
  if (what === "cast") return { name: castName(cursor).name, at };
  if (what === "operator") {
    const name = operatorName(cursor);
    const types = cursor.brackets().parts().map((part) => part.rest());
    return { ...name, signature: types.join(", ") };
  }
  const name: Name = cursor.qualifiedName("a name");
  if (what === "routine" || what === "aggregate") {
    // On PostgreSQL a name that is the only one needs no types.
    return cursor.isSymbol("(") ? { ...name, signature: signatureOf(readParameters(cursor)) } : name;
  }
  if ((what === "trigger" || what === "rule" || what === "policy") && cursor.take("ON")) return { ...name, table: tableOf(cursor) };
  if (what === "index" && cursor.syntax.features.has("keyInTable") && cursor.take("ON")) return { ...name, table: tableOf(cursor) };
  return name;
}

export function tableOf(cursor: Cursor): { name: string; schema?: string } {
  const { at: _, ...table } = cursor.qualifiedName("the table");
  return table;
}
