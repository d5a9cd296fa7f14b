import type { Check, Exclusion, ForeignKey, Index, PrimaryKey, Unique } from "../../schema/types.ts";
import { splitKey } from "../../schema/key.ts";
import { checkSql, columnList, deferrableSql, foreignKeySql, indexPartsSql, primaryKeySql, uniqueSql, type Spelling } from "../ansi/table-sql.ts";
import { identitySql } from "./identity.ts";
import { defaultSql } from "./literal.ts";
import { withOptions } from "./options.ts";
import { quote, tableName, textLiteral } from "./quote.ts";
import { typeSql, typeWithin } from "./types.ts";

/** How PostgreSQL spells the parts of a table: https://www.postgresql.org/docs/current/sql-createtable.html */
export const spelling: Spelling = {
  quote,
  type: ({ type }) => typeSql(type),
  defaultValue: (column, schema) => defaultSql({ ...column, type: typeWithin(column.type, schema) }),
  counter: identitySql,
  collation: (collation) => `COLLATE ${collationName(collation)}`,
  generated: ({ generated: { sql, storage } }) => `GENERATED ALWAYS AS (${sql}) ${storage.toUpperCase()}`,
};

/** `"C"`, or `"auth"."german"` for one that stands in another schema. */
export function collationName(collation: string): string {
  return collation.includes(".") && !/^[a-z]{2}[_-]/i.test(collation) ? tableName(collation) : quote(collation);
}

export const addPrimaryKey = (table: string, key: PrimaryKey) => `ALTER TABLE ${tableName(table)} ADD ${primaryKeySql(spelling, key)}`;
export const addUnique = (table: string, unique: Unique) => `ALTER TABLE ${tableName(table)} ADD ${uniqueSql(spelling, unique)}`;
/** The index takes the constraint's name, and all that is said of it stays. */
export const uniqueUsingIndex = (table: string, { name, deferrable }: Unique, index: string) => `ALTER TABLE ${tableName(table)} ADD CONSTRAINT ${quote(name)} UNIQUE USING INDEX ${quote(index)}${deferrableSql({ ...(deferrable && { deferrable }) })}`;
export const addForeignKey = (table: string, foreignKey: ForeignKey) => `ALTER TABLE ${tableName(table)} ADD ${foreignKeySql(spelling, foreignKey)}`;
export const addCheck = (table: string, check: Check) => `ALTER TABLE ${tableName(table)} ADD ${checkSql(spelling, check)}`;
export const dropConstraint = (table: string, name: string) => `ALTER TABLE ${tableName(table)} DROP CONSTRAINT ${quote(name)}`;

/** https://www.postgresql.org/docs/current/sql-createindex.html */
export function createIndex(table: string, index: Index): string {
  return [
    `CREATE ${index.unique ? "UNIQUE " : ""}INDEX ${quote(index.name)} ON ${tableName(table)}`,
    index.method === undefined ? "" : `USING ${index.method}`,
    `(${indexPartsSql(quote, index, spelling.collation)})`,
    index.include?.length ? `INCLUDE (${columnList(quote, index.include)})` : "",
    index.nullsNotDistinct ? "NULLS NOT DISTINCT" : "",
    withOptions(index.options) ?? "",
    index.tablespace === undefined ? "" : `TABLESPACE ${quote(index.tablespace)}`,
    index.where === undefined ? "" : `WHERE ${index.where}`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** CREATE INDEX with what is said of the index apart. */
export function indexStatements(table: string, index: Index): string[] {
  return [createIndex(table, index), ...indexExtras(table, index)];
}

export function indexExtras(table: string, index: Index): string[] {
  return [
    ...Object.entries(index.statistics ?? {}).map(([part, target]) => `ALTER INDEX ${indexName(table, index.name)} ALTER COLUMN ${part} SET STATISTICS ${target}`),
    ...(index.comment === undefined ? [] : [`COMMENT ON INDEX ${indexName(table, index.name)} IS ${textLiteral(index.comment)}`]),
  ];
}

/** https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-EXCLUDE */
export function exclusionSql(exclusion: Exclusion): string {
  const elements = exclusion.elements.map(({ operator, ...part }) => `${indexPartsSql(quote, { name: "", parts: [part] }, spelling.collation)} WITH ${operator}`);
  return [
    `CONSTRAINT ${quote(exclusion.name)} EXCLUDE`,
    exclusion.method === undefined ? "" : `USING ${exclusion.method}`,
    `(${elements.join(", ")})`,
    exclusion.include?.length ? `INCLUDE (${columnList(quote, exclusion.include)})` : "",
    exclusion.where === undefined ? "" : `WHERE (${exclusion.where})`,
    deferrableSql(exclusion).trim(),
  ]
    .filter(Boolean)
    .join(" ");
}

export const addExclusion = (table: string, exclusion: Exclusion) => `ALTER TABLE ${tableName(table)} ADD ${exclusionSql(exclusion)}`;

/** An index stands in the schema of its table. */
export function indexName(table: string, index: string): string {
  const { schema } = splitKey(table);
  return schema === undefined ? quote(index) : `${quote(schema)}.${quote(index)}`;
}

export function dropIndex(table: string, index: string): string {
  return `DROP INDEX ${indexName(table, index)}`;
}

export function tableComment(table: string, comment: string | null | undefined): string {
  return `COMMENT ON TABLE ${tableName(table)} IS ${comment ? textLiteral(comment) : "NULL"}`;
}

export function columnComment(table: string, column: string, comment: string | null | undefined): string {
  return `COMMENT ON COLUMN ${tableName(table)}.${quote(column)} IS ${comment ? textLiteral(comment) : "NULL"}`;
}

/** A move to another schema and a new name, of a table or a type. */
export function renameObject(noun: "TABLE" | "TYPE", from: string, to: string): string[] {
  const [before, after] = [splitKey(from), splitKey(to)];
  const moved = { ...before, schema: after.schema };
  const movedName = moved.schema === undefined ? quote(moved.name) : `${quote(moved.schema)}.${quote(moved.name)}`;
  return [
    ...(before.schema === after.schema ? [] : [`ALTER ${noun} ${tableName(from)} SET SCHEMA ${quote(after.schema ?? defaultSchema)}`]),
    ...(before.name === after.name ? [] : [`ALTER ${noun} ${movedName} RENAME TO ${quote(after.name)}`]),
  ];
}

/** Objects of this schema have keys without one. */
export const defaultSchema = "public";

