import fc from "fast-check";
import { expect, test } from "vitest";
import { lateArray, textOfLateArray } from "../../src/base/late-array.ts";

type Use = (array: any[]) => unknown;

/** What people do with arrays; each gives what can be compared. */
const uses: Readonly<Record<string, Use>> = {
  length: (array) => array.length,
  item: (array) => array[1],
  last: (array) => array.at(-1),
  spread: (array) => [...array],
  map: (array) => array.map((each) => [each]),
  concat: (array) => [0].concat(array),
  json: (array) => JSON.stringify(array),
  keys: (array) => Object.keys(array),
  entries: (array) => Object.entries(array),
  in: (array) => 0 in array,
  own: (array) => Object.getOwnPropertyDescriptor(array, "0"),
  includes: (array) => array.includes(array[0]),
  push: (array) => [array.push("more"), array.length],
  set: (array) => ((array[5] = "set"), array),
  shorten: (array) => ((array.length = 1), array),
  sort: (array) => array.sort(() => -1),
  splice: (array) => [array.splice(0, 1), array.length],
  delete: (array) => [delete array[0], 0 in array],
  define: (array) => Object.defineProperty(array, "0", { value: 7, writable: true, configurable: true, enumerable: true })[0],
  frozen: (array) => Object.isFrozen(Object.freeze(array)) && array.length,
  for: (array) => {
    const met: unknown[] = [];
    for (const each of array) met.push(each);
    return met;
  },
};

test.each(Object.keys(uses))("an array that is read late is as any other: %s", (name) => {
  const use = uses[name]!;
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), (items) => {
      const text = JSON.stringify(items);
      const late = lateArray(text);
      expect([Array.isArray(late), Object.getPrototypeOf(late) === Array.prototype, textOfLateArray(late)]).toEqual([true, true, text]);
      expect(plain(use(late))).toEqual(plain(use(JSON.parse(text) as unknown[])));
      expect(textOfLateArray(late)).toBeUndefined();
      // What was done to it stays.
      expect(plain(uses["spread"]!(late))).toEqual(plain(late));
    }),
  );
});

test("it is parsed once, and only when it is looked into", () => {
  const parsed: string[] = [];
  const late = lateArray("[1,2]", (text) => (parsed.push(text), JSON.parse(text) as unknown[]));
  expect([textOfLateArray(late), parsed]).toEqual(["[1,2]", []]);
  expect([late.length, late[0], [...late], parsed]).toEqual([2, 1, [1, 2], ["[1,2]"]]);
});

test("what does not parse fails for everybody who looks", () => {
  const late = lateArray("[1,");
  for (const _ of [1, 2]) expect(() => late.length).toThrow(SyntaxError);
});

test("other values have no text", () => {
  for (const value of [[], [1], "[1]", undefined, null, { length: 1 }]) expect(textOfLateArray(value)).toBeUndefined();
});

/** As it would be written; toEqual sees through proxies otherwise. */
const plain = (value: unknown) => JSON.stringify(value);
