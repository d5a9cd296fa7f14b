import { splitKey } from "../schema/key.ts";
import type { ColumnType, Table } from "../schema/types.ts";
import { declaredColumnExpression, options, type ColumnScope } from "./column.ts";
import { typeExpression } from "./column-types.ts";
import { declare } from "./declare.ts";
import { call, imported, importsOf, list, member, record, type Expression } from "./expression.ts";
import { propertyNames } from "./identifiers.ts";
import { stringLiteral } from "./literal.ts";
import { partExpression, type ColumnNaming } from "./parts.ts";

/** The arguments that declare a table: its name, its columns, and where there are any its parts and options. */
export function tableArguments(table: Table, scope: ColumnScope): readonly Expression[] {
  const { name, schema, comment, facts, columns, listedParts } = declare(table);
  return [
    stringLiteral(name),
    record(columns.map((column) => [column.property, declaredColumnExpression(column, scope)])),
    ...(listedParts.length ? [partsFunction(listedParts.map((part) => partExpression(part, ofTable(columns))))] : []),
    ...options({ schema, comment, facts }),
  ];
}

/** The arguments of a stub with only some columns, and of those only the types. */
export function partialTableArguments(key: string, columns: { readonly [name: string]: ColumnType }, scope: ColumnScope): readonly Expression[] {
  const { name, schema } = splitKey(key);
  const properties = propertyNames(Object.keys(columns));
  const printed = Object.entries(columns).map(([column, type]) => {
    const property = properties.get(column)!;
    return [property, typeExpression(type, scope, property === column ? undefined : column)] as const;
  });
  return [stringLiteral(name), record(printed), ...options({ schema })];
}

function partsFunction(parts: readonly Expression[]): Expression {
  return { code: `(t) => ${list(parts).code}`, imports: importsOf(parts) };
}

function ofTable(columns: readonly { readonly name: string; readonly property: string }[]): ColumnNaming {
  const properties = new Map(columns.map(({ name, property }) => [name, property]));
  // The columns of a parent are no columns of the stub.
  const column = (name: string) => (properties.has(name) ? member("t", properties.get(name)!) : call(imported("column"), [stringLiteral(name)]));
  return { column, orderedColumn: column };
}
