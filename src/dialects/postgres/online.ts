import { GravenError } from "../../base/errors.ts";
import type { AlterColumn } from "../../operations/alter-column.ts";
import type { Backfill } from "../../operations/backfill.ts";
import { columnNamed, findColumn, findTable } from "../../schema/find.ts";
import { splitKey } from "../../schema/key.ts";
import { fitName } from "../../schema/names.ts";
import type { ForeignKey, Index, PrimaryKey, Schema, Unique } from "../../schema/types.ts";
import type { Statement } from "../ansi/compilers.ts";
import { backfillParts, backfillSql } from "../ansi/rows-sql.ts";
import { alterColumn } from "./alter-column.ts";
import { quote, tableName, textLiteral } from "./quote.ts";
import { nameLimit } from "./refuse.ts";
import { rowSpelling } from "./rows.ts";
import { addForeignKey, createIndex, dropConstraint, dropIndex, indexName, uniqueUsingIndex } from "./spelling.ts";

/** Rows that one batch of a backfill writes: few enough to be done before anybody notices. */
const BATCH = 1000;

/** A statement in a transaction of its own, so that its lock is held no longer than it takes. */
export function alone(sql: string, more: { readonly mend?: string; readonly undo?: string } = {}): Statement {
  return { sql, transaction: false, ...more };
}

/** https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY */
export function indexOnline(table: string, index: Index, before: Schema): Statement {
  refusePartitioned(before, table, `build index "${index.name}"`);
  const sql = createIndex(table, index).replace(/^CREATE (UNIQUE )?INDEX/, "CREATE $1INDEX CONCURRENTLY");
  // A build that failed leaves an index that is kept up to date and never used.
  const mend = `SELECT ${textLiteral(`DROP INDEX CONCURRENTLY ${indexName(table, index.name)}`)} FROM pg_index WHERE indexrelid = to_regclass(${textLiteral(indexName(table, index.name))}) AND NOT indisvalid`;
  return alone(sql, { mend, undo: `DROP INDEX CONCURRENTLY IF EXISTS ${indexName(table, index.name)}` });
}

/** The index first, while others write; then it becomes the constraint's own at once. */
export function uniqueOnline(table: string, unique: Unique, before: Schema): readonly Statement[] {
  const { name, columns, include, nullsNotDistinct } = unique;
  const index: Index = { name, parts: columns.map((column) => ({ column })), unique: true, ...(include && { include }), ...(nullsNotDistinct && { nullsNotDistinct }) };
  return [indexOnline(table, index, before), alone(uniqueUsingIndex(table, unique, name), { undo: withoutConstraint(table, name) })];
}

export function primaryKeyOnline(table: string, key: PrimaryKey, before: Schema): readonly Statement[] {
  const { name, columns, include, deferrable } = key;
  const index: Index = { name, parts: columns.map((column) => ({ column })), unique: true, ...(include && { include }) };
  const nullable = columns.filter((column) => columnNamed(findTable(before, table), column)?.nullable);
  return [
    ...nullable.flatMap((column) => requiredOnline(table, column)),
    indexOnline(table, index, before),
    alone(`ALTER TABLE ${tableName(table)} ADD CONSTRAINT ${quote(name)} PRIMARY KEY USING INDEX ${quote(name)}${deferrable === undefined ? "" : ` DEFERRABLE ${deferrable.toUpperCase()}`}`, { undo: withoutConstraint(table, name) }),
  ];
}

export function dropIndexOnline(table: string, name: string, before: Schema): Statement {
  refusePartitioned(before, table, `drop index "${name}"`);
  return alone(dropIndex(table, name).replace("DROP INDEX", "DROP INDEX CONCURRENTLY"));
}

export function foreignKeyOnline(table: string, foreignKey: ForeignKey, before: Schema): readonly Statement[] {
  refusePartitioned(before, table, `add foreign key "${foreignKey.name}"`);
  return validatedLater(table, foreignKey.name, addForeignKey(table, foreignKey));
}

/** Throws RUN-022: what stands on each partition by itself is not reached by CONCURRENTLY, nor by a foreign key that is NOT VALID. */
function refusePartitioned({ tables }: Schema, table: string, what: string): void {
  if (tables[table]?.facts?.partitionBy === undefined) return;
  throw new GravenError("RUN-022", `PostgreSQL cannot ${what} online: "${table}" is partitioned.`, {
    hint: "Leave out { online: true } and choose a quiet hour. Or do it in SQL: an index CONCURRENTLY on each partition, one ON ONLY the partitioned table, then ALTER INDEX … ATTACH PARTITION.",
  });
}

/** Added for new rows at once, then held against those that stand, which lets others read and write. */
export function validatedLater(table: string, name: string, add: string): readonly Statement[] {
  if (add.endsWith(" NOT VALID")) return [alone(add)];
  const undo = withoutConstraint(table, name);
  return [alone(`${add} NOT VALID`, { undo }), alone(`ALTER TABLE ${tableName(table)} VALIDATE CONSTRAINT ${quote(name)}`, { undo })];
}

/** NOT NULL by way of a check that is validated, which proves it; all else as it is. */
export function alterColumnOnline(operation: AlterColumn, before: Schema): readonly Statement[] {
  const { table, column, changes } = operation;
  const { nullable, ...others } = changes;
  const becomesRequired = nullable === false && findColumn(findTable(before, table), column).nullable;
  const rest = becomesRequired ? (Object.keys(others).length ? alterColumn({ ...operation, changes: others }, before) : []) : alterColumn(operation, before);
  return [...rest.map((sql) => alone(sql)), ...(becomesRequired ? requiredOnline(table, column) : [])];
}

function requiredOnline(table: string, column: string): readonly Statement[] {
  const name = fitName(`${splitKey(table).name}_${column}_given`, nameLimit);
  const owner = tableName(table);
  const mend = `SELECT ${textLiteral(dropConstraint(table, name))} FROM pg_constraint WHERE conrelid = to_regclass(${textLiteral(owner)}) AND conname = ${textLiteral(name)}`;
  const undo = withoutConstraint(table, name);
  return [
    alone(`ALTER TABLE ${owner} ADD CONSTRAINT ${quote(name)} CHECK (${quote(column)} IS NOT NULL) NOT VALID`, { mend, undo }),
    alone(`ALTER TABLE ${owner} VALIDATE CONSTRAINT ${quote(name)}`, { undo }),
    alone(`ALTER TABLE ${owner} ALTER COLUMN ${quote(column)} SET NOT NULL`, { undo: `ALTER TABLE ${owner} ALTER COLUMN ${quote(column)} DROP NOT NULL` }),
    alone(dropConstraint(table, name), { undo }),
  ];
}

function withoutConstraint(table: string, name: string): string {
  return dropConstraint(table, name).replace("DROP CONSTRAINT", "DROP CONSTRAINT IF EXISTS");
}

/**
 * Batch after batch along the primary key, each committed by itself. A table without a key of one column has no such path, and is
 * written in one statement outside of the revision's transaction. https://www.postgresql.org/docs/current/plpgsql-transactions.html
 */
export function backfillOnline(operation: Backfill, before: Schema): Statement {
  const { primaryKey } = findTable(before, operation.table);
  const [key, second] = primaryKey?.columns ?? [];
  if (key === undefined || second !== undefined || key in operation.assignments.set) return alone(backfillSql(rowSpelling, operation));
  const [owner, column] = [tableName(operation.table), quote(key)];
  const { head, where } = backfillParts(rowSpelling, operation);
  const body = `
DECLARE
  last_done ${owner}.${column}%TYPE;
  batch_end ${owner}.${column}%TYPE;
BEGIN
  LOOP
    SELECT batch.${column} INTO batch_end FROM (SELECT ${column} FROM ${owner} WHERE last_done IS NULL OR ${column} > last_done ORDER BY ${column} LIMIT ${BATCH}) AS batch ORDER BY 1 DESC LIMIT 1;
    EXIT WHEN batch_end IS NULL;
    ${head} WHERE (last_done IS NULL OR ${column} > last_done) AND ${column} <= batch_end AND (${where});
    COMMIT;
    last_done := batch_end;
  END LOOP;
END`;
  return alone(`DO ${dollarQuoted(body)}`);
}

function dollarQuoted(text: string): string {
  let tag = "graven";
  while (text.includes(`$${tag}$`)) tag += "_";
  return `$${tag}$${text}\n$${tag}$`;
}
