import type { DialectName } from "../../src/dialects/index.ts";
import { enumOf } from "../../src/schema/find.ts";
import { databaseObjectKinds } from "../../src/schema/object-key.ts";
import type { Operation } from "../../src/operations/index.ts";
import type { Column, DatabaseObjectKind, Schema, Table } from "../../src/schema/types.ts";

/** Something that a schema may hold: a row of the matrix. */
export interface Feature {
  readonly name: string;
  /** What of it is in a schema: definitions by keys that stay the same while it is the same thing. */
  readonly find: (schema: Schema) => ReadonlyMap<string, unknown>;
  /** These databases have nothing of it that could be altered: it is there, or it is not. */
  readonly stands?: readonly DialectName[];
  /** Whether an operation gives it another name; absent where it has none of its own. */
  readonly renames?: (operation: Operation) => boolean;
}

const tables = (schema: Schema) => Object.entries(schema.tables);

function ofTables(take: (table: Table) => unknown): Feature["find"] {
  return (schema) => new Map(tables(schema).flatMap(([key, table]) => (take(table) === undefined ? [] : [[key, take(table)] as const])));
}

function ofColumns(take: (column: Column) => unknown): Feature["find"] {
  return (schema) => new Map(tables(schema).flatMap(([key, { columns }]) => columns.flatMap((column) => (take(column) === undefined ? [] : [[`${key}.${column.name}`, take(column)] as const]))));
}

type Part = { readonly name: string };

function ofParts<P extends Part>(list: (table: Table) => readonly P[] | undefined, accept: (part: P) => boolean = () => true): Feature["find"] {
  return (schema) => new Map(tables(schema).flatMap(([key, table]) => (list(table) ?? []).filter(accept).map((part) => [`${key}.${part.name}`, part] as const)));
}

const objects = (kind: DatabaseObjectKind): Feature["find"] => (schema) => new Map(Object.entries(schema.objects).filter(([, object]) => object.kind === kind));
const renamesConstraint = ({ kind }: Operation) => kind === "renameConstraint";
const renamesIndex = ({ kind }: Operation) => kind === "renameIndex";
const sqlType = (pattern: RegExp) => ofColumns(({ type }) => (type.kind === "sql" && pattern.test(type.sql) ? type : undefined));
const indexes = (table: Table) => table.indexes;

const names: Readonly<Partial<Record<DatabaseObjectKind, string>>> = {
  materializedView: "materialised view",
  compositeType: "composite type",
  rangeType: "range type",
  eventTrigger: "event trigger",
  statistics: "statistics object",
  textSearchConfiguration: "text search configuration",
  textSearchDictionary: "text search dictionary",
  textSearchParser: "text search parser",
  textSearchTemplate: "text search template",
  event: "scheduled event",
  grant: "grant (`privileges: true`)",
  comment: "comment on an enum, a schema or a constraint",
};

const nameless: ReadonlySet<DatabaseObjectKind> = new Set<DatabaseObjectKind>(["extension", "cast", "grant", "operator", "event", "comment", "raw"]);

const everywhere: readonly DialectName[] = ["postgres", "mariadb", "mysql", "sqlite"];

/** The rows, from schemas down to what one database alone has. */
export const features: readonly Feature[] = [
  { name: "schema", stands: everywhere, find: ({ namespaces }) => new Map(Object.entries(namespaces)) },
  { name: "table", find: (schema) => new Map(tables(schema)), renames: ({ kind }) => kind === "renameTable" },
  { name: "comment on a table", find: ofTables(({ comment }) => comment || undefined) },
  { name: "column", find: ofColumns((column) => column), renames: ({ kind }) => kind === "renameColumn" },
  { name: "comment on a column", find: ofColumns(({ comment }) => comment || undefined) },
  { name: "default", find: ofColumns((column) => column.default) },
  { name: "generated column", find: ofColumns(({ generated }) => generated) },
  { name: "identity or counting column", stands: ["mariadb", "mysql", "sqlite"], find: ofColumns(({ identity, autoIncrement }) => identity ?? autoIncrement) },
  { name: "collation of a column", find: ofColumns(({ collation }) => collation) },
  { name: "primary key", find: ofTables(({ primaryKey }) => primaryKey), renames: renamesConstraint },
  { name: "unique constraint", find: ofParts((table) => table.uniques), renames: renamesConstraint },
  { name: "unique constraint, NULLS NOT DISTINCT", find: ofParts((table) => table.uniques, ({ nullsNotDistinct }) => Boolean(nullsNotDistinct)) },
  { name: "foreign key", find: ofParts((table) => table.foreignKeys), renames: renamesConstraint },
  { name: "check", find: ofParts((table) => table.checks), renames: renamesConstraint },
  { name: "deferrable constraint", find: ofParts<Part & { deferrable?: string }>((table) => [...table.uniques, ...table.foreignKeys] as never, ({ deferrable }) => deferrable !== undefined) },
  { name: "constraint NOT VALID", find: ofParts<Part & { notValid?: true }>((table) => [...table.foreignKeys, ...table.checks] as never, ({ notValid }) => Boolean(notValid)) },
  { name: "check NOT ENFORCED", stands: everywhere, find: ofParts((table) => table.checks, ({ notEnforced }) => Boolean(notEnforced)) },
  { name: "exclusion constraint", find: ofParts((table) => table.exclusions), renames: renamesConstraint },
  { name: "index", find: ofParts(indexes), renames: renamesIndex },
  { name: "index on an expression", find: ofParts(indexes, ({ parts }) => parts.some((part) => "expression" in part)) },
  { name: "partial index", find: ofParts(indexes, ({ where }) => where !== undefined) },
  { name: "index with INCLUDE", find: ofParts(indexes, ({ include }) => include !== undefined) },
  { name: "index of another method", find: ofParts(indexes, ({ method }) => method !== undefined && method !== "fulltext" && method !== "spatial") },
  { name: "index options", find: ofParts(indexes, ({ options }) => options !== undefined) },
  { name: "comment on an index", find: ofParts(indexes, ({ comment }) => comment !== undefined) },
  { name: "statistics of an index", find: ofParts(indexes, ({ statistics }) => statistics !== undefined) },
  { name: "prefix index", find: ofParts(indexes, ({ parts }) => parts.some(({ length, operatorClass }) => length !== undefined || (operatorClass?.startsWith("(") ?? false))) },
  { name: "full text index", find: ofParts(indexes, ({ type, method }) => (type ?? method) === "fulltext") },
  { name: "spatial index", find: ofParts(indexes, ({ type, method }) => (type ?? method) === "spatial") },
  { name: "invisible index", stands: everywhere, find: ofParts(indexes, ({ invisible }) => Boolean(invisible)) },
  { name: "enum type", find: ({ enums }) => new Map(Object.entries(enums)), renames: ({ kind }) => kind === "renameEnum" },
  { name: "column of an enum", find: ofColumns(({ type }) => enumOf(type)) },
  { name: "array column", find: ofColumns(({ type }) => (type.kind === "array" ? type : undefined)) },
  ...databaseObjectKinds
    .filter((kind) => kind !== "raw")
    .map((kind): Feature => ({ name: names[kind] ?? kind, find: objects(kind), ...(!nameless.has(kind) && { renames: (operation: Operation) => operation.kind === "renameObject" && operation.object.startsWith(`${kind} `) }) })),
  { name: "sequence owned by a column", find: (schema) => new Map(Object.entries(schema.objects).flatMap(([key, object]) => (object.kind === "sequence" && object.ownedBy ? [[key, object.ownedBy] as const] : []))) },
  { name: "comment on an object", find: (schema) => new Map(Object.entries(schema.objects).flatMap(([key, object]) => ("comment" in object && object.comment ? [[key, object.comment] as const] : []))) },
  { name: "row security", find: ofTables(({ facts }) => facts?.rowSecurity) },
  { name: "inheritance", find: ofTables(({ facts }) => facts?.inherits) },
  { name: "partitioned table", stands: everywhere, find: ofTables(({ facts }) => facts?.partitionBy) },
  { name: "partition", find: ofTables(({ facts }) => facts?.partitionOf) },
  { name: "replica identity", find: ofTables(({ facts }) => facts?.replicaIdentity) },
  { name: "clustered index", find: ofTables(({ facts }) => facts?.clusteredOn) },
  { name: "UNLOGGED", stands: everywhere, find: ofTables(({ facts }) => facts?.unlogged) },
  { name: "tablespace", find: ofTables(({ facts }) => facts?.tablespace) },
  { name: "storage parameters, ROW_FORMAT and the like", find: ofTables(({ facts }) => facts?.options) },
  { name: "storage of a column", find: ofColumns(({ facts }) => facts?.storage ?? facts?.compression) },
  { name: "statistics target and options of a column", find: ofColumns(({ facts }) => facts?.statistics ?? facts?.options) },
  { name: "engine", find: ofTables(({ facts }) => facts?.engine) },
  { name: "charset or collation of a table", find: ofTables(({ facts }) => facts?.charset ?? facts?.collation) },
  { name: "partitions within a table", find: ofTables(({ facts }) => facts?.partitions) },
  { name: "system versioning", stands: everywhere, find: ofTables(({ facts }) => facts?.systemVersioned) },
  { name: "columns of a row's life", stands: everywhere, find: ofColumns(({ facts }) => facts?.rowPeriod) },
  { name: "column without system versioning", stands: everywhere, find: ofColumns(({ facts }) => facts?.withoutSystemVersioning) },
  { name: "period of the application", find: ofTables(({ facts }) => facts?.periods) },
  { name: "key WITHOUT OVERLAPS", find: ofParts((table) => [...(table.primaryKey ? [table.primaryKey] : []), ...table.uniques], ({ withoutOverlaps }) => withoutOverlaps !== undefined), renames: renamesConstraint },
  { name: "ON UPDATE", find: ofColumns(({ facts }) => facts?.onUpdate) },
  { name: "invisible column", stands: everywhere, find: ofColumns(({ facts }) => facts?.invisible) },
  { name: "unsigned, zerofill", find: sqlType(/unsigned|zerofill/i) },
  { name: "set", find: sqlType(/^set\b/i) },
  { name: "WITHOUT ROWID", stands: everywhere, find: ofTables(({ facts }) => facts?.withoutRowid) },
  { name: "STRICT", stands: everywhere, find: ofTables(({ facts }) => facts?.strict) },
];
