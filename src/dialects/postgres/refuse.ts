import type { Column, Schema, Table } from "../../schema/types.ts";
import { partNames } from "../../schema/find.ts";
import type { Refusal } from "../dialect.ts";
import { countable } from "./identity.ts";
import { typeSql, typeWithin } from "./types.ts";

/** Bytes of an identifier; the server cuts what is longer: https://www.postgresql.org/docs/current/limits.html */
export const nameLimit = 63;

/** What of a schema PostgreSQL cannot have. */
export function refuse(schema: Schema): readonly Refusal[] {
  return [
    ...Object.entries(schema.enums).flatMap(([key, { name, labels }]) => [
      ...tooLong(key, "Enum", name),
      ...labels.flatMap((label) => tooLong(key, "Label", label)),
    ]),
    ...Object.entries(schema.tables).flatMap(([key, table]) => refuseTable(key, table, schema)),
  ];
}

function refuseTable(key: string, table: Table, schema: Schema): Refusal[] {
  return [
    ...tooLong(key, "Table", table.name),
    ...table.columns.flatMap((column) => refuseColumn(`${key}.${column.name}`, column, schema)),
    ...[...(table.primaryKey ? [table.primaryKey] : []), ...table.uniques].filter(({ withoutOverlaps }) => withoutOverlaps !== undefined).map(({ name }) => ({ path: `${key}.${name}`, message: `The key "${name}" keeps a period apart, which only MariaDB has.`, hint: "Use an exclusion constraint over a range of the two columns." })),
    ...table.indexes.filter((index) => index.type ?? index.parser ?? index.invisible ?? index.parts.some(({ length }) => length !== undefined)).map(({ name }) => ({ path: `${key}.${name}`, message: `The index "${name}" says what only MySQL and MariaDB know of indexes.`, hint: "Leave type, parser, invisible and lengths out: a GIN index finds words, an expression indexes the first characters." })),
    ...partNames(table).flatMap(({ name }) => tooLong(`${key}.${name}`, "Constraint or index", name)),
  ];
}

function refuseColumn(path: string, column: Column, schema: Schema): Refusal[] {
  const found = tooLong(path, "Column", column.name);
  const counts = column.autoIncrement ? "autoIncrement" : column.identity && "identity";
  const type = typeWithin(column.type, schema);
  if (column.generated?.storage === "virtual") {
    found.push({ path, message: `Column "${path}" is a virtual generated column, which PostgreSQL has not before version 18.`, hint: "Store it: generated(expression)." });
  }
  if (counts && !countable(type)) found.push({ path, message: `Column "${path}" of type ${typeSql(type)} cannot be ${counts}: PostgreSQL counts in smallint, integer or bigint.`, hint: "Use integer() or bigint()." });
  if (counts && column.default) found.push({ path, message: `Column "${path}" has both a default and ${counts}.`, hint: "Keep one of them." });
  if (column.generated && (column.default || counts)) found.push({ path, message: `Column "${path}" is generated, so it can have neither a default nor an identity.` });
  return found;
}

function tooLong(path: string, noun: string, name: string): Refusal[] {
  const length = new TextEncoder().encode(name).length;
  return length > nameLimit ? [{ path, message: `${noun} "${name}" has ${length} bytes; PostgreSQL cuts names at ${nameLimit}.`, hint: "Choose a shorter name." }] : [];
}
