import type { DatabaseObject } from "../../../schema/types.ts";
import { quote, textLiteral } from "../quote.ts";
import { nameOf, reference } from "./name.ts";

/** COMMENT ON for an object that was just made. */
export function commentsOf(object: DatabaseObject): string[] {
  const columns = object.kind === "view" || object.kind === "materializedView" ? Object.entries(object.columnComments ?? {}).map(([column, text]) => `COMMENT ON COLUMN ${nameOf(object)}.${quote(column)} IS ${textLiteral(text)}`) : [];
  const attributes = object.kind === "compositeType" ? object.attributes.flatMap(({ name, comment }) => (comment === undefined ? [] : [`COMMENT ON COLUMN ${nameOf(object)}.${quote(name)} IS ${textLiteral(comment)}`])) : [];
  const own = "comment" in object && object.comment ? [commentOn(object, object.comment)] : [];
  return [...own, ...columns, ...attributes];
}

/** COMMENT ON for an object whose comments change. */
export function commentChanges(before: DatabaseObject, after: DatabaseObject): string[] {
  const comment = (object: DatabaseObject) => ("comment" in object && object.comment) || undefined;
  const own = comment(before) === comment(after) ? [] : [commentOn(after, comment(after))];
  const columns = (object: DatabaseObject) => ("columnComments" in object ? (object.columnComments ?? {}) : {});
  const [present, next] = [columns(before), columns(after)];
  const changed = [...new Set([...Object.keys(present), ...Object.keys(next)])].filter((column) => present[column] !== next[column]);
  return [...own, ...changed.map((column) => `COMMENT ON COLUMN ${nameOf(after)}.${quote(column)} IS ${next[column] === undefined ? "NULL" : textLiteral(next[column])}`)];
}

function commentOn(object: DatabaseObject, text: string | undefined): string {
  return `COMMENT ON ${reference(object)} IS ${text === undefined ? "NULL" : textLiteral(text)}`;
}
