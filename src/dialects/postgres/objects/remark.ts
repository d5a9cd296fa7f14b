import { constraintTarget, remarksOn, remarkTarget } from "../../../schema/remarks.ts";
import type { Remark, Schema } from "../../../schema/types.ts";
import { quote, tableName, textLiteral } from "../quote.ts";

/** COMMENT ON an enum, a schema or a constraint. https://www.postgresql.org/docs/current/sql-comment.html */
export function remarkSql(on: string, text: string | null): string {
  return `COMMENT ON ${remarkTargetSql(on)} IS ${text === null ? "NULL" : textLiteral(text)}`;
}

/** What a comment is on, as SQL calls it. */
export function remarkTargetSql(on: string): string {
  const target = remarkTarget(on);
  if (!target) throw new TypeError(`"${on}" carries no comment`);
  if (target.noun === "constraint") return `CONSTRAINT ${quote(target.name)} ON ${tableName(target.table)}`;
  return target.noun === "schema" ? `SCHEMA ${quote(target.key)}` : `TYPE ${tableName(target.key)}`;
}

/** The comment of what was dropped and made again, once more. */
export function remarkAgain(schema: Schema, on: string): string[] {
  return remarksOn(schema, on).map((key) => remarkSql(on, (schema.objects[key] as Remark).text));
}

export function constraintRemarkAgain(schema: Schema, table: string, name: string): string[] {
  return remarkAgain(schema, constraintTarget(table, name));
}
