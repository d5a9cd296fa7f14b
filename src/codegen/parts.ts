import type { ColumnName, ExpressionPart, PartDeclaration } from "../models/declaration.ts";
import type { Deferrable, SqlText } from "../schema/types.ts";
import { ColumnReference, type IndexPartOptions } from "../models/reference.ts";
import { options } from "./column.ts";
import { call, imported, list, method, plain, type Expression } from "./expression.ts";
import { sqlLiteral, stringLiteral, valueLiteral } from "./literal.ts";

/** How a column is named among the parts of a table: `t.email`, or `"email"` where no table is at hand. */
export interface ColumnNaming {
  readonly column: (name: string) => Expression;
  /** A column that is going to be given an order. */
  readonly orderedColumn: (name: string) => Expression;
}

/** Columns by their names alone, for a part that an operation adds to a table. */
export const byName: ColumnNaming = {
  column: stringLiteral,
  orderedColumn: (name) => call(imported("column"), [stringLiteral(name)]),
};

type PartPrinters = { readonly [K in PartDeclaration["kind"]]: (part: Extract<PartDeclaration, { readonly kind: K }>, naming: ColumnNaming) => Expression };

const printers = {
  primaryKey: (part, naming) => deferred(apart(including(on(named("primaryKey", part.name), columnsOf(part.columns, naming)), part.include, naming), part), part),
  unique: (part, naming) => {
    const key = apart(including(on(named("unique", part.name), columnsOf(part.columns, naming)), part.include, naming), part);
    return deferred(part.nullsNotDistinct ? method(key, "nullsNotDistinct") : key, part);
  },
  foreignKey: ({ name, columns, target, options: given }, naming) => {
    if (typeof target === "function") throw new TypeError("a foreign key of a revision file names its target");
    const args = [stringLiteral(target.table), list(target.columns.map(stringLiteral)), ...options({ ...given })];
    return method(on(named("foreignKey", name), columnsOf(columns, naming)), "references", args);
  },
  check: ({ name, expression, notValid, noInherit, notEnforced }) => call(imported("check"), [...(name === undefined ? [] : [stringLiteral(name)]), sqlLiteral(expression), ...options({ notValid, noInherit, notEnforced })]),
  exclusion: ({ name, elements, options: { where, ...rest } }, naming) => {
    const given = options({ ...rest, where: where === undefined ? undefined : { sql: where } });
    const head = call(imported("exclusion"), [...(name === undefined && !given.length ? [] : [name === undefined ? plain("undefined") : stringLiteral(name)]), ...given]);
    return on(head, elements.map(({ part, operator }) => list([indexPart(part, naming), stringLiteral(operator)])));
  },
  index: ({ name, parts, options: { unique, method: access, include, where, nullsNotDistinct, ...facts } }, naming) => {
    let index = on(named(unique ? "uniqueIndex" : "index", name), parts.map((part) => indexPart(part, naming)));
    if (access !== undefined) index = method(index, "using", [stringLiteral(access)]);
    index = including(index, include, naming);
    if (where !== undefined) index = method(index, "where", [sqlLiteral({ sql: where })]);
    const given = options(facts);
    if (given.length) index = method(index, "facts", given);
    return nullsNotDistinct ? method(index, "nullsNotDistinct") : index;
  },
} satisfies PartPrinters;

/** `index("ix_job_created_at").on(t.created_at.desc())`. */
export function partExpression(part: PartDeclaration, naming: ColumnNaming): Expression {
  const print = printers[part.kind] as (part: PartDeclaration, naming: ColumnNaming) => Expression;
  return print(part, naming);
}

function named(builder: string, name: string | undefined): Expression {
  return call(imported(builder), name === undefined ? [] : [stringLiteral(name)]);
}

function on(part: Expression, columns: readonly Expression[]): Expression {
  return method(part, "on", columns);
}

function columnsOf(columns: readonly ColumnName[], naming: ColumnNaming): readonly Expression[] {
  return columns.map((column) => naming.column(typeof column === "string" ? column : column.column));
}

function including(part: Expression, columns: readonly string[] | undefined, naming: ColumnNaming): Expression {
  return columns ? method(part, "include", columnsOf(columns, naming)) : part;
}

/** `.withoutOverlaps("during")` behind a key that has it. */
function apart(part: Expression, { withoutOverlaps }: { readonly withoutOverlaps?: string }): Expression {
  return withoutOverlaps === undefined ? part : method(part, "withoutOverlaps", [stringLiteral(withoutOverlaps)]);
}

function deferred(part: Expression, { deferrable }: Deferrable): Expression {
  if (deferrable === undefined) return part;
  return method(part, "deferrable", deferrable === "initially immediate" ? [] : [stringLiteral(deferrable)]);
}

function indexPart(part: ColumnName | SqlText | ExpressionPart, naming: ColumnNaming): Expression {
  if (typeof part === "string") return naming.column(part);
  if (part instanceof ColumnReference) return orderedColumn(part, naming);
  if ("sql" in part) return sqlLiteral(part);
  const given = options({ ...part.options });
  return given.length ? call(imported("expression"), [sqlLiteral(part.expression), ...given]) : sqlLiteral(part.expression);
}

function orderedColumn({ column, options: given }: ColumnReference, naming: ColumnNaming): Expression {
  const calls = Object.entries(given).map(([key, value]) => (orderCalls[key as keyof IndexPartOptions] as (value: unknown) => readonly [string, ...unknown[]])(value));
  return calls.length ? calls.reduce<Expression>((reference, [name, ...args]) => method(reference, name, args.map(valueLiteral)), naming.orderedColumn(column)) : naming.column(column);
}

/** The call that sets each option of an index part, with its arguments. */
const orderCalls = {
  order: (order: "desc") => [order],
  nulls: (nulls: "first" | "last") => [nulls === "first" ? "nullsFirst" : "nullsLast"],
  operatorClass: (name: string) => ["operatorClass", name],
  collation: (name: string) => ["collate", name],
  length: (length: number) => ["length", length],
} satisfies { readonly [K in keyof IndexPartOptions]-?: (value: never) => readonly [string, ...unknown[]] };
