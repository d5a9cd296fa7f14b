import type { ColumnUse, QueryName, QueryUses } from "../base/query-uses.ts";
import { names } from "../operations/object-references.ts";
import { columnNamed } from "../schema/find.ts";
import { splitKey } from "../schema/key.ts";
import type { Schema } from "../schema/types.ts";

/** A table some of whose columns are asked for. */
export interface ColumnsOf {
  readonly table: string;
  readonly columns: readonly string[];
  /** The table that the text stands on, as a policy does: what nothing in the text has is that one's. */
  readonly own?: string | undefined;
}

/** Whether a parsed query uses one of the columns. Where it cannot be told whose a column is, it does. */
export function usesColumnsOf({ columns: uses }: QueryUses, asked: ColumnsOf, schema: Schema): boolean {
  return uses.some((use) => usesOneOf(use, asked, schema));
}

function usesOneOf(use: ColumnUse, { table, columns, own }: ColumnsOf, schema: Schema): boolean {
  const isAsked = (relation: QueryName) => isTable(relation, table, schema);
  const { column, scopes, row, qualifier } = use;
  if (column === undefined) return scopes.flat().some(isAsked);
  if (own !== undefined && qualifier !== undefined && (qualifier === "new" || qualifier === "old" || qualifier === splitKey(own).name)) return own === table && isNamed(columns, column);
  // Something that no source is called by: only the database knows what it is.
  if (qualifier !== undefined) return isNamed(columns, column) && (own === table || scopes.flat().some(isAsked));
  for (const scope of scopes) {
    if (isNamed(columns, column) && scope.some(isAsked)) return true;
    // Another table of the same scope has it, so that it is that one's.
    if (scope.some((relation) => hasColumn(relation, column, schema))) return false;
  }
  if (row && isAsked(row)) return true;
  return own === table && isNamed(columns, column);
}

/** Names are compared without regard to case, as a query may be of a database that folds them. */
function isNamed(columns: readonly string[], column: string): boolean {
  return columns.some((each) => each === column || each.toLowerCase() === column.toLowerCase());
}

/** A bare name is that of the table in the default schema, if there is one; else it may be one on the search path. */
function isTable(relation: QueryName, key: string, schema: Schema): boolean {
  return names(relation, key) && (relation.schema !== undefined || relation.name === key || !(relation.name in schema.tables));
}

function hasColumn(relation: QueryName, column: string, schema: Schema): boolean {
  const key = relation.schema === undefined || relation.schema === "public" ? relation.name : `${relation.schema}.${relation.name}`;
  const table = schema.tables[key];
  return table !== undefined && columnNamed(table, column) !== undefined;
}
