import { GravenError } from "../base/errors.ts";
import { sameJson } from "../base/json.ts";
import { didYouMean } from "../base/text.ts";
import { isGroup, isRowOperation, type Operation, type RowOperation } from "../operations/index.ts";
import { enumOf } from "../schema/find.ts";
import { keyOf, splitKey } from "../schema/key.ts";
import { isRowReference } from "../schema/row-reference.ts";
import type { ColumnType, DatabaseObject, Schema, Table } from "../schema/types.ts";
import { options, type ColumnScope } from "./column.ts";
import { call, imported, list, plain, type Expression } from "./expression.ts";
import { ConstantNames, propertyNames } from "./identifiers.ts";
import { stringLiteral } from "./literal.ts";
import { builderNames } from "./object.ts";
import { partialTableArguments, tableArguments } from "./table.ts";

/** The constants at the top of a revision file, and how its calls name them. */
export interface FileScope extends ColumnScope {
  /** The stub of a table that the upgrade creates. */
  readonly createdStub: (table: Table) => Expression | undefined;
  /** The stub that rows go through, with the property of each column. */
  readonly rowsStub: (holder: RowHolder) => { readonly constant: Expression; readonly properties: ReadonlyMap<string, string> };
  /** The constant of an enumeration, when there is one with these labels. */
  readonly enumerationWith: (key: string, labels: readonly string[]) => Expression | undefined;
  /** `const listType = table(…);`, one statement each. */
  readonly constants: readonly Expression[];
}

/** What names columns of a table through a stub: an operation with rows, or a reference to a row. */
export interface RowHolder {
  readonly table: string;
  readonly columns: { readonly [column: string]: ColumnType };
}

export interface ScopeSource {
  readonly upgrade: readonly Operation[];
  readonly downgrade: readonly Operation[];
  readonly before: Schema;
  readonly after: Schema;
  /** Tables whose stubs stand at the top whole, as rows are going to be written by hand. */
  readonly declared?: readonly Table[] | undefined;
  /** Names that the file uses elsewhere. */
  readonly takenNames: Iterable<string>;
}

/** A table's constant and what it knows of the table. */
interface Stub {
  readonly key: string;
  readonly constant: string;
  readonly table?: Table;
  readonly columns: { [column: string]: ColumnType };
}

/** Decides which tables and enumerations stand as constants at the top of the file. */
export function scopeOf(source: ScopeSource): FileScope {
  const upgrade = flattened(source.upgrade);
  const everything = [...upgrade, ...flattened(source.downgrade)];
  // The builder of an object that the file makes is imported under its own name.
  const names = new ConstantNames([...source.takenNames, ...everything.flatMap((operation) => ("object" in operation && typeof operation.object === "object" ? [builderNames[operation.object.kind]] : []))]);
  const enumerations = enumerationsOf(everything, source, names);
  const stubs = createdStubs(upgrade, names);
  for (const table of source.declared ?? []) if (!stubs.some(({ key }) => key === keyOf(table))) stubs.push(wholeStub(table, names));
  const stubOfRows = new Map<RowHolder, Stub>();
  for (const holder of everything.filter(isRowOperation).flatMap(rowHolders)) stubOfRows.set(holder, stubForRows(holder, stubs, names));
  const stubOfTable = new Map(stubs.flatMap((stub) => (stub.table ? [[stub.table, stub]] : [])));
  const properties = new Map(stubs.map((stub) => [stub, propertyNames(Object.keys(stub.columns))]));

  const scope: ColumnScope = {
    enumeration: (key) => plain(found(enumerations, key).constant),
    labels: (key) => found(enumerations, key).labels,
  };
  return {
    ...scope,
    createdStub: (table) => {
      const stub = stubOfTable.get(table);
      return stub && plain(stub.constant);
    },
    rowsStub: (holder) => {
      const stub = stubOfRows.get(holder)!;
      return { constant: plain(stub.constant), properties: properties.get(stub)! };
    },
    enumerationWith: (key, labels) => {
      const enumeration = enumerations.get(key);
      return enumeration && sameJson(enumeration.labels, labels) ? plain(enumeration.constant) : undefined;
    },
    constants: [...[...enumerations].map(enumerationConstant), ...stubs.map((stub) => stubConstant(stub, scope))],
  };
}

interface EnumerationConstant {
  readonly constant: string;
  readonly labels: readonly string[];
}

/** The enumerations that printed columns are made of, with their labels after the upgrade, or as they were before. */
function enumerationsOf(operations: readonly Operation[], { before, after }: ScopeSource, names: ConstantNames): ReadonlyMap<string, EnumerationConstant> {
  const created = new Map(operations.flatMap((operation) => (operation.kind === "createEnum" ? [[operation.name, operation.labels] as const] : [])));
  const result = new Map<string, EnumerationConstant>();
  for (const key of operations.flatMap(typesOf).map(enumOf)) {
    if (key === undefined || result.has(key)) continue;
    const labels = after.enums[key]?.labels ?? before.enums[key]?.labels ?? created.get(key);
    if (!labels) throw unknownEnumeration(key, [...Object.keys(after.enums), ...Object.keys(before.enums)]);
    result.set(key, { constant: names.next(splitKey(key).name, "Enum"), labels });
  }
  return result;
}

function found(enumerations: ReadonlyMap<string, EnumerationConstant>, key: string): EnumerationConstant {
  const enumeration = enumerations.get(key);
  if (!enumeration) throw unknownEnumeration(key, enumerations.keys());
  return enumeration;
}

/** The types of all columns that an operation prints. */
function typesOf(operation: Operation): readonly ColumnType[] {
  if (operation.kind === "createTable") return operation.table.columns.map(({ type }) => type);
  if (operation.kind === "addColumn") return [operation.column.type];
  if (operation.kind === "alterColumn") return operation.changes.type ? [operation.changes.type] : [];
  if (operation.kind === "createObject" || operation.kind === "replaceObject") return typesWithin(operation.object);
  return isRowOperation(operation) ? rowHolders(operation).flatMap(({ columns }) => Object.values(columns)) : [];
}

function typesWithin(object: DatabaseObject): readonly ColumnType[] {
  if (object.kind === "domain") return [object.type];
  return object.kind === "compositeType" ? object.attributes.map(({ type }) => type) : [];
}

/** The operation, and the references among its values. */
function rowHolders(operation: RowOperation): RowHolder[] {
  const former = "was" in operation ? (operation.was ?? []) : [];
  return [operation, ...[...operation.rows, ...former].flatMap(referencesIn)];
}

function referencesIn(row: { readonly [column: string]: unknown }): RowHolder[] {
  return Object.values(row).flatMap((value) => (isRowReference(value) ? [value.ref, ...referencesIn(value.ref.key)] : []));
}

function createdStubs(upgrade: readonly Operation[], names: ConstantNames): Stub[] {
  const created = new Map<string, Stub>();
  for (const operation of upgrade) {
    if (operation.kind !== "createTable") continue;
    const { table } = operation;
    const key = keyOf(table);
    // A table that is created a second time is declared where that happens.
    if (created.has(key)) continue;
    created.set(key, wholeStub(table, names));
  }
  return [...created.values()];
}

function wholeStub(table: Table, names: ConstantNames): Stub {
  return { key: keyOf(table), table, constant: names.next(table.name, "Table"), columns: Object.fromEntries(table.columns.map(({ name, type }) => [name, type])) };
}

/** A stub of the table that knows all columns of the rows by the same types; where there is none, a partial one. */
function stubForRows({ table: key, columns }: RowHolder, stubs: Stub[], names: ConstantNames): Stub {
  const fitting = stubs.find((stub) => stub.key === key && Object.entries(columns).every(([column, type]) => agrees(stub, column, type)));
  const stub = fitting ?? { key, constant: names.next(splitKey(key).name, "Table"), columns: {} };
  if (!fitting) stubs.push(stub);
  if (!stub.table) Object.assign(stub.columns, columns);
  return stub;
}

function agrees(stub: Stub, column: string, type: ColumnType): boolean {
  const present = stub.columns[column];
  return present ? sameJson(present, type) : !stub.table;
}

function enumerationConstant([key, { constant, labels }]: readonly [string, EnumerationConstant]): Expression {
  const { name, schema } = splitKey(key);
  return constantStatement(constant, call(imported("enumeration"), [stringLiteral(name), list(labels.map(stringLiteral)), ...options({ schema })]));
}

function stubConstant({ key, constant, table, columns }: Stub, scope: ColumnScope): Expression {
  return constantStatement(constant, call(imported("table"), table ? tableArguments(table, scope) : partialTableArguments(key, columns, scope)));
}

function constantStatement(name: string, { code, imports }: Expression): Expression {
  return { code: `const ${name} = ${code};`, imports };
}

/** The operations with those inside others. */
function flattened(operations: readonly Operation[]): readonly Operation[] {
  return operations.flatMap((operation) => {
    if (isGroup(operation)) return [operation, ...flattened(operation.operations)];
    return operation.kind === "execute" ? [operation, ...flattened(operation.schema ?? [])] : [operation];
  });
}

function unknownEnumeration(key: string, candidates: Iterable<string>): GravenError {
  return new GravenError("GEN-006", `A column is of the enumeration "${key}", whose labels are not known.`, { hint: didYouMean(key, candidates) });
}
