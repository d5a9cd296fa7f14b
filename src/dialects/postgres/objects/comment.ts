import type { DatabaseObject, Named } from "../../../schema/types.ts";
import { quote, textLiteral } from "../quote.ts";
import { keptChecks } from "./kept-checks.ts";
import { nameOf, reference } from "./name.ts";

/** COMMENT ON for an object that was just made. */
export function commentsOf(object: DatabaseObject): string[] {
  const columns = object.kind === "view" || object.kind === "materializedView" ? Object.entries(object.columnComments ?? {}).map(([column, text]) => `COMMENT ON COLUMN ${nameOf(object)}.${quote(column)} IS ${textLiteral(text)}`) : [];
  const attributes = object.kind === "compositeType" ? object.attributes.flatMap(({ name, comment }) => (comment === undefined ? [] : [`COMMENT ON COLUMN ${nameOf(object)}.${quote(name)} IS ${textLiteral(comment)}`])) : [];
  const own = "comment" in object && object.comment ? [commentOn(object, object.comment)] : [];
  const checks = object.kind === "domain" ? Object.entries(object.checkComments ?? {}).map(([check, text]) => commentOnCheck(object, check, text)) : [];
  return [...own, ...columns, ...attributes, ...checks];
}

/** COMMENT ON for an object whose comments change. */
export function commentChanges(before: DatabaseObject, after: DatabaseObject): string[] {
  const comment = (object: DatabaseObject) => ("comment" in object && object.comment) || undefined;
  const own = comment(before) === comment(after) ? [] : [commentOn(after, comment(after))];
  const columns = (object: DatabaseObject) => ("columnComments" in object ? (object.columnComments ?? {}) : {});
  const [present, next] = [columns(before), columns(after)];
  const changed = [...new Set([...Object.keys(present), ...Object.keys(next)])].filter((column) => present[column] !== next[column]);
  return [...own, ...checkCommentChanges(before, after), ...changed.map((column) => `COMMENT ON COLUMN ${nameOf(after)}.${quote(column)} IS ${next[column] === undefined ? "NULL" : textLiteral(next[column])}`)];
}

/** A check that changes is dropped and added again, and its comment goes with it; it follows one that is renamed. */
function checkCommentChanges(before: DatabaseObject, after: DatabaseObject): string[] {
  if (before.kind !== "domain" || after.kind !== "domain") return [];
  const kept = keptChecks(before, after);
  const [present, next]: readonly Named<string>[] = [before.checkComments ?? {}, after.checkComments ?? {}];
  return (after.checks ?? []).flatMap((check) => {
    const standing = kept.get(check);
    const former = standing && present![standing.name];
    return former === next![check.name] ? [] : [commentOnCheck(after, check.name, next![check.name])];
  });
}

function commentOnCheck(domain: DatabaseObject, check: string, text: string | undefined): string {
  return `COMMENT ON CONSTRAINT ${quote(check)} ON DOMAIN ${nameOf(domain)} IS ${text === undefined ? "NULL" : textLiteral(text)}`;
}

function commentOn(object: DatabaseObject, text: string | undefined): string {
  return `COMMENT ON ${reference(object)} IS ${text === undefined ? "NULL" : textLiteral(text)}`;
}
