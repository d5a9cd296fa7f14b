import { significantTokens } from "../../../base/sql-tokens.ts";
import { keyOf, splitKey } from "../../../schema/key.ts";
import { multirangeName } from "../../../schema/object-rename.ts";
import { grantsOn } from "../../../schema/find.ts";
import { fitName } from "../../../schema/names.ts";
import { targetOf } from "../../../schema/privileges.ts";
import type { Column, ColumnType, DatabaseObject, DatabaseObjectOf, Grant, Schema } from "../../../schema/types.ts";
import { detach } from "../dependents.ts";
import { defaultSql } from "../literal.ts";
import { quote, tableName } from "../quote.ts";
import { nameLimit } from "../refuse.ts";
import { commentsOf } from "./comment.ts";
import { createObjectSql } from "./create.ts";
import { dropObjectSql } from "./drop.ts";
import { grantChanges } from "./grant.ts";
import { nameOf } from "./name.ts";
import { followRange } from "./rename.ts";

/** Types that columns are of. */
export type TypeObject = DatabaseObjectOf<"domain"> | DatabaseObjectOf<"compositeType"> | DatabaseObjectOf<"rangeType">;

export function isTypeObject(object: DatabaseObject): object is TypeObject {
  return object.kind === "domain" || object.kind === "compositeType" || object.kind === "rangeType";
}

/** The columns of a type, by the keys of their tables. */
export function columnsOfType(type: TypeObject, schema: Schema): { readonly table: string; readonly columns: readonly Column[] }[] {
  return Object.entries(schema.tables).flatMap(([table, { columns }]) => {
    const own = columns.filter((column) => names(column.type, keyOf(type)));
    return own.length ? [{ table, columns: own }] : [];
  });
}

/** A type that cannot be altered is made anew beside itself: its columns move over, by way of text, and it takes the name. */
export function swapTypeSql(before: TypeObject, after: TypeObject, schema: Schema): readonly string[] {
  const users = columnsOfType(before, schema).map(({ table, columns }) => {
    const again = columns.filter(({ generated }) => generated);
    const changed = columns.filter(({ generated }) => !generated);
    return { table, changed, ...detach(table, schema, { changed: changed.map(({ name }) => name), again, foreignKeys: true }) };
  });
  const aside = { ...after, name: fitName(`${after.name}_new`, nameLimit) } as TypeObject;
  return [
    ...new Set([
      ...users.flatMap(({ drop }) => drop),
      ...createObjectSql({ ...aside, comment: undefined, checkComments: undefined, multirange: undefined } as unknown as DatabaseObject, schema),
      ...users.flatMap(({ table, changed }) => changed.flatMap((column) => moved(table, column, aside))),
      ...dropObjectSql(before),
      `ALTER ${after.kind === "domain" ? "DOMAIN" : "TYPE"} ${nameOf(aside)} RENAME TO ${quote(after.name)}`,
      ...(after.kind === "rangeType" ? [followRange(after.schema, [aside.name, after.name], [multirangeName(aside.name), after.multirange ?? multirangeName(after.name)])] : []),
      ...commentsOf(after),
      ...users.flatMap(({ table, changed }) => changed.flatMap((column) => (column.default ? [`ALTER TABLE ${tableName(table)} ALTER COLUMN ${quote(column.name)} SET DEFAULT ${defaultSql(column)}`] : []))),
      ...users.flatMap(({ restore }) => restore),
      ...grantsOn(schema, targetOf(before)!).flatMap((grant) => grantChanges(undefined, schema.objects[grant] as Grant)),
    ]),
  ];
}

function moved(table: string, column: Column, type: TypeObject): string[] {
  const alter = `ALTER TABLE ${tableName(table)} ALTER COLUMN ${quote(column.name)}`;
  const brackets = isArray(column.type) ? "[]" : "";
  return [...(column.default ? [`${alter} DROP DEFAULT`] : []), `${alter} TYPE ${nameOf(type)}${brackets} USING ${quote(column.name)}::text${brackets}::${nameOf(type)}${brackets}`];
}

function isArray(type: ColumnType): boolean {
  return type.kind === "array" || (type.kind === "sql" && type.sql.trim().endsWith("]"));
}

function names(type: ColumnType, key: string): boolean {
  if (type.kind === "array") return names(type.element, key);
  if (type.kind !== "sql") return false;
  const [first, dot, second] = significantTokens(type.sql);
  const { name, schema } = splitKey(key);
  return dot?.text === "." ? second?.value === name && (first?.value === schema || (schema === undefined && first?.value === "public")) : first?.value === name && schema === undefined;
}
