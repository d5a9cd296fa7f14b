import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { beginHash, bytesOf, hash } from "../../src/base/hash.ts";
import { canonicalJson, sameJson } from "../../src/base/json.ts";
import { splitStatements } from "../../src/base/sql-statements.ts";
import { identifiersIn, renameInSql, sqlTokens } from "../../src/base/sql-tokens.ts";
import { didYouMean, quotedList, slug } from "../../src/base/text.ts";
import { topologicalSort } from "../../src/base/topological-sort.ts";
import { version } from "../../src/base/version.ts";

test("the version is the package's", () => {
  expect(version).toBe((JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string }).version);
});

test("a hash is the same taken at once, which Node does itself, and in parts, which a package does: of lone surrogates too", () => {
  expect(hash("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  fc.assert(fc.property(fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }), (text) => hash(text) === beginHash().with(bytesOf(text)).digest()));
});

test("a near miss is suggested, a far one is not", () => {
  expect(didYouMean("emial", ["email", "name"])).toBe('Did you mean "email"?');
  expect(didYouMean("zzz", ["email", "name"])).toBeUndefined();
});

test("a message becomes a file name of whole words", () => {
  expect(slug("Add e-mail to Users!")).toBe("add_e_mail_to_users");
  expect(slug("a very long message that goes on and on and on")).toBe("a_very_long_message_that_goes_on_and_on");
  expect(slug("Größe ändern")).toMatch(/^gro?/);
  expect(quotedList(["a", "b", "c"])).toBe('"a", "b" and "c"');
});

test("tokens joined again are the text, whatever it is", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => sqlTokens(text).map((token) => token.text).join("") === text));
});

test("a column is renamed where it is a column, and nowhere else", () => {
  expect(renameInSql("price > 0 AND lower(price) <> 'price' -- price", "price", "cents")).toBe("cents > 0 AND lower(cents) <> 'price' -- price");
  expect(renameInSql('t.a = u.a AND "a" = a(1)', "a", "b", ["t"])).toBe('t.b = u.a AND "b" = a(1)');
  expect([...identifiersIn("lower(name) || x::text")]).toEqual(["name", "x"]);
});

test("sorting puts what is needed first, keeps the order of ties, and names circles", () => {
  const needs: Record<string, string[]> = { a: ["c"], b: [], c: ["b"], d: ["e"], e: ["d"], f: ["f"] };
  expect(topologicalSort(Object.keys(needs), (name) => needs[name]!)).toEqual({ order: ["b", "c", "a", "d", "e", "f"], cycles: [["d", "e"], ["f"]] });
});

test("in a graph without circles every name stands after what it needs", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(20))), (edges) => {
      const names = Array.from({ length: 21 }, (_, at) => String(at));
      const needs = (name: string) => edges.filter(([from, to]) => from > to && String(from) === name).map(([, to]) => String(to));
      const { order, cycles } = topologicalSort(names, needs);
      return cycles.length === 0 && order.length === 21 && names.every((name) => needs(name).every((need) => order.indexOf(need) < order.indexOf(name)));
    }),
  );
});

test("equal JSON has equal canonical text", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(sameJson(a, structuredClone(a))).toBe(true);
      return sameJson(a, b) === (canonicalJson(a) === canonicalJson(b));
    }),
  );
});

test("a semicolon within the body of a trigger ends no statement, whether BEGIN stands around it or not", () => {
  const bodies = [
    "CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW IF NEW.x IS NULL THEN SET NEW.x = 1; ELSE SET NEW.y = IF(NEW.x > 1, 2, 3); END IF",
    "CREATE TRIGGER b BEFORE UPDATE ON t FOR EACH ROW FOLLOWS a IF NEW.x THEN SET NEW.y = 1; ELSEIF NEW.y THEN SET NEW.x = 1; END IF",
    "CREATE PROCEDURE p() BEGIN again: LOOP IF x THEN LEAVE again; END IF; WHILE y DO SET y = 0; END WHILE; END LOOP; END",
    "CREATE TRIGGER c AFTER INSERT ON t BEGIN UPDATE t SET x = CASE WHEN y THEN 1 END; END",
  ];
  for (const body of bodies) expect(splitStatements(`${body}; SELECT 1`).map(({ text }) => text)).toEqual([body, "SELECT 1"]);
});
