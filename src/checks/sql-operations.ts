import type { AlterAction, ColumnWords, ConstraintWords, Statement, StatementOf } from "../dialects/ansi/statement.ts";
import { keyLike, tableOfIndex } from "../dialects/ansi/schema-lookup.ts";
import type { Dialect } from "../dialects/dialect.ts";
import type { Operation } from "../operations/index.ts";
import { columnNamed, constraintsOf } from "../schema/find.ts";
import { splitKey } from "../schema/key.ts";
import type { Column, ColumnType, Schema, Table } from "../schema/types.ts";

/**
 * The operations that a statement stands for, so that SQL written by hand is judged by the rules that judge operations. Parts that
 * have no operation are left out; a statement of which nothing can be told gives none.
 */
export function operationsOf(statement: Statement, schema: Schema, dialect: Pick<Dialect, "normalType" | "naming">): readonly Operation[] {
  const around: Around = { schema, dialect };
  const translate = translations[statement.kind] as ((statement: Statement, around: Around) => readonly Operation[]) | undefined;
  return translate?.(statement, around) ?? [];
}

interface Around {
  readonly schema: Schema;
  readonly dialect: Pick<Dialect, "normalType" | "naming">;
}

const translations: { readonly [K in Statement["kind"]]?: (statement: StatementOf<K>, around: Around) => readonly Operation[] } = {
  createTable: (statement, around) => (statement.temporary ? [] : [{ kind: "createTable", table: tableOf(statement, around) }]),
  dropTable: ({ tables }, { schema }) => tables.map((table) => ({ kind: "dropTable", table: keyLike(schema, table) })),
  renameTables: ({ pairs }) => pairs.map((pair) => ({ kind: "renameTable", ...pair })),
  alterTable: ({ table, actions }, around) => {
    const key = keyLike(around.schema, table);
    return actions.flatMap((action) => actionOperations(action, key, around.schema.tables[key], around));
  },
  createIndex: ({ name, table, columns, unique, concurrently }, { schema }) => [
    { kind: "createIndex", table: keyLike(schema, table), index: { name: splitKey(name).name, parts: columns.map((column) => ({ column })), ...(unique && { unique }) }, ...(concurrently && { options: { online: true } }) } as Operation,
  ],
  dropIndex: ({ indexes, table, concurrently }, { schema }) =>
    indexes.flatMap((index) => {
      const owner = table ?? tableOfIndex(schema, index);
      return owner === undefined ? [] : [{ kind: "dropIndex", table: keyLike(schema, owner), name: splitKey(index).name, ...(concurrently && { options: { online: true } }) } as Operation];
    }),
  addEnumLabel: ({ name, label }) => [{ kind: "addEnumLabel", name, label }],
  renameEnumLabel: ({ name, from, to }) => [{ kind: "renameEnumLabel", name, from, to }],
  createType: ({ name, labels }) => (labels ? [{ kind: "createEnum", name, labels }] : []),
  create: ({ noun, name }) => (noun === "schema" ? [{ kind: "createSchema", name }] : []),
  drop: ({ noun, name }) => (noun === "schema" ? [{ kind: "dropSchema", name }] : noun === "type" ? [{ kind: "dropEnum", name }] : []),
};

function actionOperations(action: AlterAction, table: string, present: Table | undefined, { schema, dialect }: Around): readonly Operation[] {
  const alter = (column: string, changes: Extract<Operation, { kind: "alterColumn" }>["changes"]): Operation[] => [{ kind: "alterColumn", table, column, changes }];
  switch (action.kind) {
    case "addColumn":
      return [{ kind: "addColumn", table, column: columnOf(action.column, dialect) }, ...partsOf(action.column, table, schema)];
    case "dropColumn":
      return [{ kind: "dropColumn", table, column: action.column }];
    case "modifyColumn": {
      const column = columnOf(action.column, dialect);
      const renamed: Operation[] = action.from === action.column.name ? [] : [{ kind: "renameColumn", table, from: action.from, to: action.column.name }];
      const standing = present && columnNamed(present, action.from);
      // MODIFY says all of a column anew: a default that it leaves out is gone. What it says in its place is not compared.
      const loses = standing?.default !== undefined && column.default === undefined;
      return [...renamed, ...alter(column.name, { ...(standing?.type.kind === "enum" && /^enum/i.test(action.column.type) ? {} : { type: column.type }), nullable: column.nullable, ...(loses && { default: null }), ...(column.collation !== undefined && { collation: column.collation }) })];
    }
    case "setType":
      return alter(action.column, { type: dialect.normalType({ kind: "sql", sql: action.type }), ...(action.using !== undefined && { using: action.using }) });
    case "setNotNull":
    case "dropNotNull":
      return alter(action.column, { nullable: action.kind === "dropNotNull" });
    case "setDefault":
      return alter(action.column, { default: { sql: action.expression } });
    case "dropDefault":
      return alter(action.column, { default: null });
    case "dropExpression":
      return alter(action.column, { generated: null });
    case "addConstraint":
      return constraintOperations(action.constraint, table, present);
    case "dropConstraint": {
      const name = action.noun === "primaryKey" ? (present?.primaryKey?.name ?? action.name) : action.name;
      return [{ kind: "dropConstraint", table, name }];
    }
    case "validateConstraint":
      return [{ kind: "validateConstraint", table, name: action.name }];
    case "renameColumn":
      return [{ kind: "renameColumn", table, from: action.from, to: action.to }];
    case "renameTable":
      return [{ kind: "renameTable", from: table, to: action.to }];
    case "renameConstraint":
      return [{ kind: "renameConstraint", table, from: action.from, to: action.to }];
    case "renameIndex":
      return [{ kind: "renameIndex", table, from: action.from, to: action.to }];
    case "setSchema":
      return [{ kind: "renameTable", from: table, to: action.schema === "public" ? splitKey(table).name : `${action.schema}.${splitKey(table).name}` }];
    case "addIndex":
      return [{ kind: "createIndex", table, index: { name: action.name, parts: action.columns.map((column) => ({ column })) } }];
    case "dropIndex":
      // MySQL drops a unique constraint as the index that it is.
      return present && constraintsOf(present).some(({ constraint }) => constraint.name === action.name) ? [{ kind: "dropConstraint", table, name: action.name }] : [{ kind: "dropIndex", table, name: action.name }];
    default:
      return [];
  }
}

function constraintOperations(constraint: ConstraintWords, table: string, present: Table | undefined): readonly Operation[] {
  const { columns, references, onDelete, expression, usingIndex } = constraint;
  const indexed = usingIndex === undefined ? undefined : present?.indexes.find(({ name }) => name === usingIndex);
  const over = indexed ? indexed.parts.flatMap((part) => ("column" in part ? [part.column] : [])) : columns;
  const name = constraint.name ?? usingIndex ?? [splitKey(table).name, ...over, suffixes[constraint.kind]].join("_");
  const notValid = constraint.notValid ? { notValid: true as const } : {};
  // The index becomes the constraint's own.
  const taken: Operation[] = indexed ? [{ kind: "dropIndex", table, name: indexed.name }] : [];
  if (constraint.kind === "primaryKey") return [...taken, { kind: "createPrimaryKey", table, primaryKey: { name, columns: over } }];
  if (constraint.kind === "unique") return [...taken, { kind: "createUnique", table, unique: { name, columns: over } }];
  if (constraint.kind === "check") return [{ kind: "createCheck", table, check: { name, sql: expression ?? "", ...notValid } }];
  if (constraint.kind === "exclusion" || !references) return [];
  return [{ kind: "createForeignKey", table, foreignKey: { name, columns, references, ...(onDelete && { onDelete }), ...notValid } }];
}

const suffixes: { readonly [K in ConstraintWords["kind"]]: string } = { primaryKey: "pkey", unique: "key", foreignKey: "fkey", check: "check", exclusion: "excl" };

/** What a column's own words say beside the column. */
function partsOf(column: ColumnWords, table: string, schema: Schema): readonly Operation[] {
  const constraint = { columns: [column.name], notValid: false };
  return [
    ...(column.primaryKey ? constraintOperations({ kind: "primaryKey", ...constraint }, table, undefined) : []),
    ...(column.unique ? constraintOperations({ kind: "unique", ...constraint }, table, undefined) : []),
    ...(column.references === undefined ? [] : constraintOperations({ kind: "foreignKey", ...constraint, references: { table: column.references, columns: schema.tables[keyLike(schema, column.references)]?.primaryKey?.columns ?? ["id"] }, ...(column.onDelete && { onDelete: column.onDelete }) }, table, undefined)),
  ];
}

function columnOf(words: ColumnWords, dialect: Around["dialect"]): Column {
  return {
    name: words.name,
    type: typeOf(words.type, dialect),
    nullable: !words.notNull && !words.primaryKey,
    ...(words.default !== undefined && !/^null$/i.test(words.default) && { default: { sql: words.default } }),
    ...(words.counts && { autoIncrement: true as const }),
    ...(words.generated !== undefined && { generated: { sql: "", storage: words.generated } }),
    ...(words.collation !== undefined && { collation: words.collation }),
  };
}

const counting: { readonly [K in string]?: ColumnType } = { smallserial: { kind: "smallint" }, serial2: { kind: "smallint" }, serial: { kind: "integer" }, serial4: { kind: "integer" }, bigserial: { kind: "bigint" }, serial8: { kind: "bigint" } };

function typeOf(sql: string, dialect: Around["dialect"]): ColumnType {
  return counting[sql.toLowerCase()] ?? dialect.normalType({ kind: "sql", sql });
}

function tableOf({ table, columns, constraints }: StatementOf<"createTable">, { schema: present, dialect }: Around): Table {
  const { name, schema } = splitKey(table);
  const operations = [...columns.flatMap((column) => partsOf(column, table, present)), ...constraints.flatMap((constraint) => constraintOperations(constraint, table, undefined))];
  const primaryKey = operations.flatMap((each) => (each.kind === "createPrimaryKey" ? [each.primaryKey] : []))[0];
  return {
    name,
    ...(schema !== undefined && { schema }),
    columns: columns.map((column) => columnOf(column, dialect)),
    ...(primaryKey && { primaryKey }),
    uniques: operations.flatMap((each) => (each.kind === "createUnique" ? [each.unique] : [])),
    foreignKeys: operations.flatMap((each) => (each.kind === "createForeignKey" ? [each.foreignKey] : [])),
    checks: operations.flatMap((each) => (each.kind === "createCheck" ? [each.check] : [])),
    indexes: [],
  };
}
