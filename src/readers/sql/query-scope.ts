import type { ColumnUse, QueryName } from "../../base/query-uses.ts";

/** What stands in a FROM: a table or view, or a query whose columns are its own. */
export interface Source {
  /** What it goes by. A table without an alias may be qualified by its schema too. */
  readonly name?: string;
  readonly schema?: string;
  /** Absent for what is no table: a subquery, a common table expression, a function's rows. */
  readonly relation?: QueryName;
  /** The columns that it gives; unknown ones where absent. */
  readonly columns?: readonly string[] | undefined;
}

/** The sources of one query level. */
export type Scope = readonly Source[];

/** The columns of a common table expression, where they are known. */
export type CommonTables = ReadonlyMap<string, readonly string[] | undefined>;

const relationsOf = (scope: Scope): QueryName[] => scope.flatMap(({ relation }) => (relation ? [relation] : []));

/** A bare name: looked for from the innermost scope on, up to a subquery that surely gives it. */
export function bareUse(column: string, scopes: readonly Scope[]): ColumnUse | undefined {
  const reached: QueryName[][] = [];
  let row: QueryName | undefined;
  for (const scope of scopes) {
    row ??= scope.find(({ name, relation }) => relation && name === column)?.relation;
    reached.push(relationsOf(scope));
    if (scope.some(({ relation, columns }) => !relation && columns?.includes(column))) {
      reached.pop();
      if (!reached.some((each) => each.length) && !row) return undefined;
      break;
    }
  }
  return { column, scopes: reached, ...(row && { row }) };
}

/** A qualified name, or all columns of what qualifies it. Nothing where that is a subquery, whose own uses are known already. */
export function qualifiedUse(qualifiers: readonly string[], column: string | undefined, scopes: readonly Scope[]): ColumnUse | undefined {
  const [schema, name] = qualifiers.length > 1 ? qualifiers.slice(-2) : [undefined, qualifiers[0]!];
  const named = column === undefined ? {} : { column };
  for (const scope of scopes) {
    const found = scope.find((source) => source.name === name && (schema === undefined || source.schema === schema));
    if (found) return found.relation && { ...named, scopes: [[found.relation]] };
  }
  return { ...named, scopes: scopes.map(relationsOf), qualifier: name! };
}
