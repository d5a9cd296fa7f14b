import { byText } from "../../base/text.ts";
import type { ColumnType, Default } from "../../schema/types.ts";
import { normalExpression, standardPrecedence, type Precedence } from "../ansi/expression.ts";
import { defaultLiteral } from "./literal.ts";
import { bracketed, sqliteTokens, type Piece } from "./tokens.ts";

const cache = new Map<string, string>();

/** An expression in the form that is only used to compare: SQLite keeps texts as written, so spelling is all that may differ. */
export function normalForm(sql: string): string {
  let known = cache.get(sql);
  if (known === undefined) {
    known = normalExpression(sqliteTokens(sql).map(pieceForm).join(" "), { precedence });
    if (cache.size > 10_000) cache.clear();
    cache.set(sql, known);
  }
  return known;
}

/** https://www.sqlite.org/lang_expr.html#operators_and_parse_affecting_attributes */
const precedence: Precedence = {
  ...standardPrecedence,
  ...Object.fromEntries(["IS", "=", "==", "<>", "IN", "BETWEEN", "LIKE"].map((operator) => [operator, 40])),
  ...Object.fromEntries(["||", "->", "->>"].map((operator) => [operator, 100])),
};

/** A default in its normal form; `undefined` for none and for NULL, which mean the same. */
export function normalDefault(value: Default | undefined, type: ColumnType): string | undefined {
  if (!value) return undefined;
  const text = normalForm("value" in value ? defaultLiteral(value.value, type) : value.sql).replace(/^([-+])\s*(?=[\d.])/, "$1").replace(/^\+/, "");
  if (text.toUpperCase() === "NULL") return undefined;
  if (type.kind === "boolean") return booleans[text.toUpperCase()] ?? text;
  return /^-?[\d.]+(e[-+]?\d+)?$/i.test(text) && Number.isSafeInteger(Number(text)) ? String(Number(text)) : text;
}

const booleans: { readonly [text: string]: string } = { TRUE: "1", FALSE: "0" };
/** SQLite compares names without regard to case, quoted or not, and takes four kinds of quotes. */
function pieceForm(piece: Piece): string {
  if (piece.kind === "quoted") return `"${piece.value.toLowerCase().replaceAll('"', '""')}"`;
  return piece.text === "==" ? "=" : piece.text;
}

function withoutBrackets(pieces: readonly Piece[]): readonly Piece[] {
  let inner = pieces;
  while (inner[0]?.text === "(" && bracketed(inner, 0).close === inner.length - 1) inner = inner.slice(1, -1);
  return inner;
}

/** The column and labels of `column IN ('a', 'b')`, when that is all an expression says. */
export function labelsOf(sql: string): { readonly column: string; readonly labels: readonly string[] } | undefined {
  const [column, within, open, ...rest] = withoutBrackets(sqliteTokens(sql));
  if (!column || (column.kind !== "word" && column.kind !== "quoted") || within?.text.toUpperCase() !== "IN" || open?.text !== "(" || rest.at(-1)?.text !== ")") return undefined;
  const items = rest.slice(0, -1);
  const wellFormed = items.length % 2 === 1 && items.every((item, index) => (index % 2 ? item.text === "," : item.kind === "string"));
  return wellFormed ? { column: column.value, labels: items.filter((_, index) => index % 2 === 0).map((item) => item.value) } : undefined;
}

export function byNormalForm(a: { readonly sql: string }, b: { readonly sql: string }): number {
  return byText(normalForm(a.sql), normalForm(b.sql));
}
