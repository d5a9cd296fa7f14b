import { sameJson } from "../../base/json.ts";
import type { AlterIndex } from "../../operations/alter-index.ts";
import { withChanges } from "../../operations/changes.ts";
import { findIndex, findTable } from "../../schema/find.ts";
import type { Index, Schema } from "../../schema/types.ts";
import { marksAgain } from "./alter-table.ts";
import { optionChanges } from "./options.ts";
import { quote, textLiteral } from "./quote.ts";
import { dropIndex, indexName, indexStatements } from "./spelling.ts";

export function alterIndex({ table, name, changes }: AlterIndex, before: Schema): readonly string[] {
  const owner = findTable(before, table);
  const present = findIndex(owner, name);
  const next = withChanges(present, changes);
  // The index of a partitioned table holds nothing itself: the server changes neither it nor those of its partitions.
  const isShell = owner.facts?.partitionBy !== undefined && !(sameJson(present.options ?? null, next.options ?? null) && present.tablespace === next.tablespace);
  return isShell ? [dropIndex(table, name), ...indexStatements(table, next), ...marksAgain(table, name, before)] : indexChanges(table, present, next);
}

/** What makes of an index another one that holds the same: https://www.postgresql.org/docs/current/sql-alterindex.html */
export function indexChanges(table: string, before: Index, after: Index): readonly string[] {
  const name = indexName(table, after.name);
  const parts = Object.keys({ ...before.statistics, ...after.statistics }).filter((part) => before.statistics?.[part] !== after.statistics?.[part]);
  return [
    ...optionChanges(`INDEX ${name}`, before.options, after.options),
    ...(before.tablespace === after.tablespace ? [] : [`ALTER INDEX ${name} SET TABLESPACE ${quote(after.tablespace ?? "pg_default")}`]),
    ...parts.map((part) => `ALTER INDEX ${name} ALTER COLUMN ${part} SET STATISTICS ${after.statistics?.[part] ?? -1}`),
    ...(before.comment === after.comment ? [] : [`COMMENT ON INDEX ${name} IS ${after.comment === undefined ? "NULL" : textLiteral(after.comment)}`]),
  ];
}
