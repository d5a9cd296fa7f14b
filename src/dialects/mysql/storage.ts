import { sameJson } from "../../base/json.ts";
import { significantTokens } from "../../base/sql-tokens.ts";
import { findEnum } from "../../schema/find.ts";
import type { Column, ColumnType, Schema } from "../../schema/types.ts";
import type { Flavour } from "./flavours.ts";
import { normalType } from "./types.ts";

/** How a column's new type keeps the values: as before, as before but longer, or in another way, which copies the table. */
export type Kept = "same" | "longer" | "another";

/** Two types by what the server keeps. A VARCHAR may grow in place while its length takes as many bytes as before. */
export function sameStorage(from: ColumnType, toSql: string, flavour: Flavour): Kept {
  const [before, after] = [normalType(flavour, from), normalType(flavour, { kind: "sql", sql: toSql.replace(/ (character set|charset|collate) .*$/i, "") })];
  if (sameJson(before, after)) return "same";
  if (before.kind === "varchar" && after.kind === "varchar" && after.length! >= before.length!) {
    // utf8mb4: four bytes a character. https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html#online-ddl-column-operations
    const isLong = (length: number) => length * 4 > 255;
    return isLong(before.length!) === isLong(after.length!) ? "longer" : "another";
  }
  return "another";
}

/** For an enumeration: labels added at the end stay within their storage; any other change of the list copies the table. */
export function keptEnum(column: Column, toSql: string, schema: Schema): Kept | undefined {
  if (!/^enum/i.test(toSql)) return undefined;
  const before = column.type.kind === "enum" ? findEnum(schema, column.type.name).labels : column.type.kind === "sql" && /^enum/i.test(column.type.sql) ? labelsIn(column.type.sql) : undefined;
  if (!before) return undefined;
  const after = labelsIn(toSql);
  const isAppended = before.every((label, index) => after[index] === label);
  return isAppended && after.length > 255 === before.length > 255 ? "same" : "another";
}

function labelsIn(sql: string): readonly string[] {
  return significantTokens(sql).filter(({ kind }) => kind === "string").map(({ value }) => value);
}
