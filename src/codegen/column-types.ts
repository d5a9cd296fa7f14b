import type { ColumnType, ColumnTypeKind } from "../schema/types.ts";
import { call, imported, method, plain, type Expression } from "./expression.ts";
import { stringLiteral } from "./literal.ts";

/** What printing a type needs to know of the file around it. */
export interface EnumerationScope {
  /** The constant of an enumeration, by the enumeration's key. */
  readonly enumeration: (key: string) => Expression;
}

type TypeOf<K extends ColumnTypeKind> = Extract<ColumnType, { readonly kind: K }>;

/** One way to print each type. `name` is the column's name in the database, when it is not its property's. */
type TypePrinters = { readonly [K in ColumnTypeKind]: (type: TypeOf<K>, scope: EnumerationScope, name: string | undefined) => Expression };

const bare = (type: ColumnType, _scope: EnumerationScope, name: string | undefined) => builder(type.kind, name, []);
const sized = (type: TypeOf<"char" | "varchar" | "binary">, _scope: EnumerationScope, name: string | undefined) => builder(type.kind, name, [type.length]);
const precise = (type: TypeOf<"time" | "timestamp" | "timestamptz">, _scope: EnumerationScope, name: string | undefined) => builder(type.kind, name, [type.precision]);

const printers = {
  smallint: bare,
  integer: bare,
  bigint: bare,
  numeric: (type, _scope, name) => builder("numeric", name, [type.precision, type.scale]),
  real: bare,
  double: bare,
  boolean: bare,
  char: sized,
  varchar: sized,
  text: bare,
  date: bare,
  time: precise,
  timestamp: precise,
  timestamptz: precise,
  interval: bare,
  uuid: bare,
  json: bare,
  jsonb: bare,
  binary: sized,
  enum: (type, scope, name) => call(scope.enumeration(type.name), nameArgument(name)),
  array: (type, scope, name) => method(typeExpression(type.element, scope, name), "array"),
  sql: (type, _scope, name) => call(imported("sqlType"), [stringLiteral(type.sql), ...nameArgument(name)]),
} satisfies TypePrinters;

/** The builder of a type: `varchar(80)`, `mood()`, `integer().array()`. */
export function typeExpression(type: ColumnType, scope: EnumerationScope, name?: string): Expression {
  const print = printers[type.kind] as (type: ColumnType, scope: EnumerationScope, name: string | undefined) => Expression;
  return print(type, scope, name);
}

function builder(kind: string, name: string | undefined, numbers: readonly (number | undefined)[]): Expression {
  const given = numbers.slice(0, numbers.findLastIndex((each) => each !== undefined) + 1);
  return call(imported(kind), [...nameArgument(name), ...given.map((each) => plain(String(each)))]);
}

function nameArgument(name: string | undefined): readonly Expression[] {
  return name === undefined ? [] : [stringLiteral(name)];
}
