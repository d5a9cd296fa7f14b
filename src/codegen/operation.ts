import { GravenError } from "../base/errors.ts";
import type { ConstraintChanges } from "../operations/alter-constraint.ts";
import type { IndexChanges } from "../operations/alter-index.ts";
import type { TableChanges } from "../operations/alter-table.ts";
import type { ColumnChanges } from "../operations/alter-column.ts";
import type { Backfill } from "../operations/backfill.ts";
import type { InsertKey } from "../operations/bulk-insert.ts";
import type { ParameterType } from "../operations/definition.ts";
import type { ExecuteStatement } from "../operations/execute.ts";
import { definitionOf, isRowOperation, type Operation, type RowOperation } from "../operations/index.ts";
import type { OwnDefinition } from "../operations/own.ts";
import type { Rows } from "../operations/rows.ts";
import type { Check, Column, DatabaseObject, Exclusion, ForeignKey, Index, PrimaryKey, Table, Unique } from "../schema/types.ts";
import { columnExpression, options } from "./column.ts";
import { typeExpression } from "./column-types.ts";
import { declaredCheck, declaredExclusion, declaredForeignKey, declaredIndex, declaredPrimaryKey, declaredUnique } from "./declare.ts";
import { importsOf, list, method, plain, record, type Expression } from "./expression.ts";
import { sqlLiteral, stringLiteral, textLiteral, valueLiteral } from "./literal.ts";
import { objectExpression } from "./object.ts";
import { byName, partExpression } from "./parts.ts";
import { rowKeyExpression, rowsExpression } from "./rows.ts";
import type { FileScope } from "./scope.ts";
import { tableArguments } from "./table.ts";

/** How an argument is printed: as one expression, several, or none where it travels with another. */
type ParameterPrinter = (value: never, scope: FileScope, operation: Operation) => readonly Expression[];

const printers = {
  table: (key: string, scope, operation) => [isRowOperation(operation) ? scope.rowsStub(operation).constant : stringLiteral(key)],
  name: (name: string, scope, operation) => [createdEnumeration(operation, scope) ?? stringLiteral(name)],
  tableDefinition: (table: Table, scope) => {
    const stub = scope.createdStub(table);
    return stub ? [stub] : tableArguments(table, scope);
  },
  columnDefinition: (column: Column, scope) => [stringLiteral(column.name), columnExpression(column, scope)],
  columnChanges: (changes: ColumnChanges, scope) => [record(Object.entries(changes).map(([key, value]) => [key, value === undefined ? undefined : changePrinters[key as keyof ColumnChanges](value as never, scope)]))],
  indexDefinition: (index: Index) => [partExpression(declaredIndex(index), byName)],
  primaryKeyDefinition: (primaryKey: PrimaryKey) => [partExpression(declaredPrimaryKey(primaryKey), byName)],
  uniqueDefinition: (unique: Unique) => [partExpression(declaredUnique(unique), byName)],
  foreignKeyDefinition: (foreignKey: ForeignKey) => [partExpression(declaredForeignKey(foreignKey), byName)],
  checkDefinition: (check: Check) => [partExpression(declaredCheck(check), byName)],
  exclusionDefinition: (exclusion: Exclusion) => [partExpression(declaredExclusion(exclusion), byName)],
  tableChanges: (changes: TableChanges) => [valueLiteral(changes)],
  indexChanges: (changes: IndexChanges) => [valueLiteral(changes)],
  constraintChanges: (changes: ConstraintChanges) => [valueLiteral(changes)],
  objectDefinition: (object: DatabaseObject, scope) => [objectExpression(object, scope)],
  object: (key: string) => [stringLiteral(key)],
  labels: (labels: readonly string[], scope, operation) => (createdEnumeration(operation, scope) ? [] : [list(labels.map(stringLiteral))]),
  stubColumns: () => [],
  rows: (rows: Rows, scope, operation) => [rowsExpression(rows, operation as RowOperation, scope)],
  rowKey: (by: InsertKey | undefined, scope, operation) => (by ? [rowKeyExpression(by, operation as RowOperation, scope)] : []),
  formerRows: (rows: Rows | undefined, scope, operation) => (rows ? [record([["was", rowsExpression(rows, operation as RowOperation, scope)]])] : []),
  assignments: ({ set, where, ...pace }: Backfill["assignments"]) => [
    record([
      ["set", record(Object.entries(set).map(([column, value]) => [column, sqlLiteral(value)]))],
      ["where", where && sqlLiteral(where)],
      ...Object.entries(pace).map(([name, value]) => [name, valueLiteral(value)] as const),
    ]),
  ],
  text: (text: string | null) => [text === null ? plain("null") : textLiteral(text)],
  options: (given: object | undefined) => options(given ?? {}),
  statements: (statements: readonly ExecuteStatement[]) => {
    const [first, ...others] = statements;
    if (!first || others.length) throw unprintable("several statements in one call");
    return [statementText(first)];
  },
  function: () => {
    throw unprintable("a function that runs on the database");
  },
  ownDefinition: ({ name }: OwnDefinition) => [plain(name)],
  ownOptions: (given: object) => [valueLiteral(given)],
  operations: (nested: readonly Operation[] | undefined, scope, operation) => {
    if (!nested) return [];
    const calls = nested.map((each) => operationCall(each, scope));
    const block: Expression = { code: `() => {\n${calls.map(({ code }) => `${code};`).join("\n")}\n}`, imports: importsOf(calls) };
    return [operation.kind === "execute" ? record([["schema", block]]) : block];
  },
} satisfies Record<ParameterType, ParameterPrinter>;

/** `op.addColumn("job", "title", varchar(80))`. Throws GEN-003 for what only its author can write. */
export function operationCall(operation: Operation, scope: FileScope): Expression {
  const { parameters } = definitionOf(operation);
  const args = Object.entries(parameters).flatMap(([field, type]) => {
    const print = printers[type as ParameterType] as (value: unknown, scope: FileScope, operation: Operation) => readonly Expression[];
    return print((operation as unknown as Record<string, unknown>)[field], scope, operation);
  });
  return method(plain("op"), operation.kind, args);
}

/** What each property of a change is written as; `null` is the removal. */
const changePrinters = {
  type: (type: NonNullable<ColumnChanges["type"]>, scope: FileScope) => typeExpression(type, scope),
  using: (using: string) => sqlLiteral({ sql: using }),
  nullable: valueLiteral,
  default: (value: NonNullable<ColumnChanges["default"]> | null) => valueLiteral(value && "value" in value ? value.value : value),
  identity: valueLiteral,
  autoIncrement: valueLiteral,
  generated: generatedChange,
  collation: valueLiteral,
  comment: valueLiteral,
  facts: valueLiteral,
} satisfies { readonly [K in keyof ColumnChanges]-?: (value: never, scope: FileScope) => Expression };

function generatedChange(generated: ColumnChanges["generated"]): Expression {
  if (!generated) return plain("null");
  if (generated.storage === "stored") return sqlLiteral({ sql: generated.sql });
  return record([
    ["sql", textLiteral(generated.sql)],
    ["storage", stringLiteral(generated.storage)],
  ]);
}

/** The constant of the enumeration that an operation creates, when it has these very labels. */
function createdEnumeration(operation: Operation, scope: FileScope): Expression | undefined {
  return operation.kind === "createEnum" ? scope.enumerationWith(operation.name, operation.labels) : undefined;
}

function statementText(statement: ExecuteStatement): Expression {
  if ("query" in statement) throw unprintable("a query that was built by a function");
  return textLiteral(statement.sql);
}

function unprintable(what: string): GravenError {
  return new GravenError("GEN-003", `A revision file cannot be written with ${what}.`, { hint: "Write that call into the file by hand." });
}
