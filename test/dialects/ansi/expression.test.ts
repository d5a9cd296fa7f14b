import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalExpression, parseExpression, printExpression, type Expression } from "../../../src/dialects/ansi/expression.ts";
import { logic } from "../../../src/dialects/ansi/expression-rewrite.ts";

describe("one spelling", () => {
  test.each([
    ["((a + b)) * c", "(a + b) * c"],
    ["a+(b*c)", "a + b * c"],
    ["A AND (b and C)", "a AND b AND c"],
    ["not (a or b)", "NOT (a OR b)"],
    ["x != 1", "x <> 1"],
    ['"name" = "Order"', 'name = "Order"'],
    ["`a` = [b c]", 'a = "b c"'],
    ["x::INT4", "CAST(x AS int4)"],
    ["x in (1,2) is true", "x IN (1, 2) IS TRUE"],
    ["extract(YEAR from d)", "extract(year FROM d)"],
    ["exists (select 1 from t where x = 'A')", "EXISTS (select 1 from t where x = 'A')"],
    ["E'it\\'s'", "'it''s'"],
    ["$$a'b$$", "'a''b'"],
    ["mod(at, 2)", "mod(at, 2)"],
    ["a -- comment\n + /* more */ 1", "a + 1"],
    ["count(distinct x) filter (where y)", "count(DISTINCT x) FILTER (where y)"],
  ])("%s becomes %s", (sql, normal) => expect(normalExpression(sql)).toBe(normal));

  test("what is not understood keeps its pieces in their order", () => {
    expect(parseExpression("a b c")).toBeUndefined();
    expect(normalExpression("A   b\n'C'")).toBe("a b 'C'");
    for (const sql of ["", "(", "a +", "foo(", "case when", "a[", "x::", "'", "not", "a in"]) expect(parseExpression(sql)).toBeUndefined();
  });

  test("a dialect's own precedence says what belongs together", () => {
    expect(normalExpression("a || b * c")).toBe("a || b * c");
    expect(normalExpression("(a || b) * c", { precedence: { other: 70, "||": 95, "*": 90 } })).toBe("a || b * c");
  });
});

const word = fc.constantFrom("a", "b", "Mixed", "select", "at", "user", 'qu"ote', "null");
const leaf: fc.Arbitrary<Expression> = fc.oneof(
  word.map((name): Expression => ({ kind: "name", parts: [name] })),
  fc.string().map((value): Expression => ({ kind: "string", value })),
  fc.nat().map((value): Expression => ({ kind: "number", text: String(value) })),
  fc.constantFrom("NULL", "TRUE", "CURRENT_TIMESTAMP").map((keyword): Expression => ({ kind: "keyword", word: keyword })),
);
const { tree } = fc.letrec<{ tree: Expression }>((tie) => {
  const list = fc.array(tie("tree"), { minLength: 1, maxLength: 3 });
  return {
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      fc.tuple(fc.constantFrom("+", "-", "*", "/", "^", "||", "=", "<>", "<", "->>", "AT TIME ZONE", "IS DISTINCT FROM"), tie("tree"), tie("tree")).map(([operator, left, right]): Expression => ({ kind: "binary", operator, left, right })),
      fc.tuple(fc.constantFrom("AND" as const, "OR" as const), tie("tree"), tie("tree")).map(([operator, left, right]) => logic(operator, [left, right])),
      fc.tuple(fc.constantFrom("NOT", "-", "~"), tie("tree")).map(([operator, operand]): Expression => ({ kind: "unary", operator, operand })),
      fc.tuple(tie("tree"), fc.boolean(), fc.constantFrom("NULL", "TRUE")).map(([operand, negated, test]): Expression => ({ kind: "is", operand, negated, test })),
      fc.tuple(tie("tree"), fc.boolean(), list).map(([operand, negated, items]): Expression => ({ kind: "in", operand, negated, items })),
      fc.tuple(tie("tree"), fc.boolean(), tie("tree"), tie("tree")).map(([operand, negated, low, high]): Expression => ({ kind: "between", operand, negated, symmetric: false, low, high })),
      fc.tuple(fc.constantFrom("LIKE", "SIMILAR TO"), fc.boolean(), tie("tree"), tie("tree")).map(([operator, negated, left, right]): Expression => ({ kind: "like", operator, negated, left, right })),
      fc.tuple(tie("tree"), fc.constantFrom("text", "varchar(10)", "timestamp(3) with time zone", "integer[]")).map(([operand, type]): Expression => ({ kind: "cast", operand, type })),
      fc.tuple(word, list).map(([name, values]): Expression => ({ kind: "call", name: [name], arguments: values })),
      list.map((items): Expression => ({ kind: "array", items })),
      list.map((items): Expression => ({ kind: "row", items })),
      fc.tuple(tie("tree"), tie("tree"), tie("tree")).map(([when, then, otherwise]): Expression => ({ kind: "case", branches: [{ when, then }], otherwise })),
      fc.tuple(tie("tree"), tie("tree")).map(([operand, from]): Expression => ({ kind: "subscript", operand, from })),
      tie("tree").map((operand): Expression => ({ kind: "collate", operand, collation: '"C"' })),
      fc.tuple(tie("tree"), tie("tree")).map(([left, right]): Expression => ({ kind: "quantified", operator: "=", quantifier: "ANY", left, right })),
    ),
  };
});

describe("laws", () => {
  test("what is printed is parsed as the same tree", () => {
    fc.assert(fc.property(tree, (node) => void expect(parseExpression(printExpression(node))).toEqual(node)), { numRuns: 2000 });
  });

  test("the normal form of a normal form is itself, and no text makes the parser throw", () => {
    const piece = fc.constantFrom("a", "1", "'x'", "(", ")", "and", "not", "+", "-", "::text", "in", ",", "is null", "between", "case", "when", "then", "end", "[", "]", ".", "=", "like", "array", "cast(", "as", "interval", "''");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const normal = normalExpression(pieces.join(" "));
        expect(normalExpression(normal)).toBe(normal);
      }),
      { numRuns: 3000 },
    );
  });
});
