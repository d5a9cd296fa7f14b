import { describe, expect, test } from "vitest";
import { rules } from "../../src/checks/rules/index.ts";
import { judgeExample } from "./examples.ts";

describe("the rules of the review", () => {
  for (const rule of rules) {
    for (const dialect of rule.dialects) {
      test(`${rule.code} on ${dialect}: its bad examples are reported, its good ones are not`, async () => {
        for (const [examples, isBad] of [[rule.bad, true], [rule.good, false]] as const) {
          for (const example of examples) {
            const { verdicts } = await judgeExample(example, dialect);
            const found = verdicts.filter((verdict) => verdict.rule === rule);
            expect({ example, reported: found.length > 0 }).toEqual({ example, reported: isBad });
            for (const { message } of found) expect(message).toMatch(/^[^\s].*[.!?]$/s);
          }
        }
      });
    }
  }

  test("codes are unique, and every rule has examples of both kinds and says why", () => {
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
    for (const { code, bad, good, why, title } of rules) expect({ code, bad: bad.length > 0, good: good.length > 0, why: why.length > 20, title: title.length > 10 }).toEqual({ code, bad: true, good: true, why: true, title: true });
  });
});
