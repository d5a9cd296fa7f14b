import type { Expression, Rewrite } from "../ansi/expression.ts";
import { typeOfNumber } from "./expression-casts.ts";
import type { ExpressionContext } from "./expression.ts";
import { typeFromSql, typeSql } from "./types.ts";

type NumberType = "smallint" | "integer" | "bigint" | "numeric" | "real" | "double";
const numberTypes: readonly NumberType[] = ["smallint", "integer", "bigint", "numeric", "real", "double"];
const operators = new Set(["+", "-", "*", "/", "%", "=", "<>", "<", ">", "<=", ">="]);
const arithmetic = new Set(["+", "-", "*", "/", "%"]);

/**
 * Where two numbers of different types meet, the server casts one to the other's type, or both to a third:
 * https://www.postgresql.org/docs/current/typeconv-oper.html. Such a cast is left out; one that changes the result stands on the right.
 */
export function promotion(context: ExpressionContext): Rewrite {
  return (node) => {
    if (node.kind !== "binary" || !operators.has(node.operator)) return node;
    const casts = [node.left, node.right].flatMap((each) => castTarget(each) ?? []);
    const [target] = casts;
    if (target === undefined || casts.some((each) => each !== target)) return node;
    const [left, right] = [withoutCast(node.left, target), withoutCast(node.right, target)];
    const natural = common(numberType(left, context), numberType(right, context));
    if (natural === undefined || numberTypes.indexOf(natural) > numberTypes.indexOf(target)) return node;
    return { ...node, left, right: natural === target ? right : { kind: "cast", operand: right, type: typeSql({ kind: target }) } };
  };
}

/** The type to which a cast without precision turns a number. */
function castTarget(node: Expression): NumberType | undefined {
  if (node.kind !== "cast") return undefined;
  const { kind, ...rest } = typeFromSql(node.type);
  return (numberTypes as readonly string[]).includes(kind) && !Object.keys(rest).length ? (kind as NumberType) : undefined;
}

function withoutCast(node: Expression, target: NumberType): Expression {
  return node.kind === "cast" && castTarget(node) === target ? node.operand : node;
}

function numberType(node: Expression, context: ExpressionContext): NumberType | undefined {
  if (node.kind === "number") {
    const digits = /^(\d+)(\.\d+)?$/.exec(node.text);
    return digits ? (typeOfNumber(digits[1]!, digits[2]) as NumberType) : undefined;
  }
  if (node.kind === "unary" && node.operator === "-") return numberType(node.operand, context);
  if (node.kind === "cast") return castTarget(node);
  if (node.kind === "binary" && arithmetic.has(node.operator)) return common(numberType(node.left, context), numberType(node.right, context));
  const kind = node.kind === "name" && node.parts.length === 1 ? context.types?.get(node.parts[0]!)?.kind : undefined;
  return numberTypes.find((each) => each === kind);
}

/** The type in which the server computes with two numbers; floats meet other numbers in double precision. */
function common(a: NumberType | undefined, b: NumberType | undefined): NumberType | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (a !== b && [a, b].some((each) => each === "real" || each === "double")) return "double";
  return numberTypes[Math.max(numberTypes.indexOf(a), numberTypes.indexOf(b))];
}
