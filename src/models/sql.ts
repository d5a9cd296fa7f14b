import type { Expression, OperationNode } from "kysely";
import type { SqlText } from "../schema/types.ts";
import { ColumnReference } from "./reference.ts";

/** SQL as its author wrote it. Stands for a default, a check or an index expression, and within Kysely queries. */
export class Sql<T = unknown> implements SqlText, Expression<T> {
  readonly sql: string;

  constructor(text: string) {
    this.sql = text;
  }

  get expressionType(): T | undefined {
    return undefined;
  }

  /** What Kysely asks of an expression: a raw node without parameters. */
  toOperationNode(): OperationNode {
    return { kind: "RawNode", sqlFragments: [this.sql], parameters: [] } as OperationNode;
  }
}

/**
 * Writes SQL: sql`lower(email)`. A column in `${}` becomes its name, another fragment its text, a string or number a literal.
 * @example check("price_positive", sql`${t.price} > ${0}`)
 */
export function sql<T = unknown>(strings: TemplateStringsArray, ...values: readonly SqlValue[]): Sql<T> {
  let text = strings[0]!;
  values.forEach((value, index) => {
    text += written(value) + strings[index + 1]!;
  });
  return new Sql<T>(text);
}

export type SqlValue = SqlText | ColumnReference | string | number | bigint | boolean | null;

function written(value: SqlValue): string {
  if (value === null) return "NULL";
  if (value instanceof ColumnReference) return quotedWhereNeeded(value.column);
  if (typeof value === "object") return value.sql;
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  return String(value);
}

function quotedWhereNeeded(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
