import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ownCodes } from "../../src/checks/own-codes.ts";
import { rules } from "../../src/checks/rules/index.ts";
import type { DialectName } from "../../src/dialects/index.ts";
import { catalogue, mustNotReport, mustReport } from "./catalogue.ts";
import { judgeExample } from "./examples.ts";

const named: Readonly<Record<string, readonly DialectName[]>> = { P: ["postgres"], M: ["mysql", "mariadb"], S: ["sqlite"] };
const weights = ["off", "info", "warn", "error"];
/** The merged catalogue itself, where it lies beside the repository, or where GRAVEN_CATALOGUE says. */
const source = process.env["GRAVEN_CATALOGUE"] ?? fileURLToPath(new URL("../../../shared/reference/review-rules.json", import.meta.url));

describe("the catalogue of known rules", () => {
  for (const { rule, databases, severity, by, why, lighter, leaves, but } of catalogue) {
    test(`${rule} is covered on each of its databases, or told why not`, () => {
      if (!by) return expect(why).toMatch(/^[A-Z].{20,}\.$/);
      const own = Object.values(ownCodes) as readonly string[];
      const covering = by.filter((code) => !own.includes(code)).map((code) => rules.find((each) => each.code === code) ?? code);
      expect(covering.filter((each) => typeof each === "string")).toEqual([]);
      const dialects = covering.flatMap((each) => (typeof each === "string" ? [] : each.dialects));
      const missing = [...databases].flatMap((letter) => named[letter]!).filter((dialect) => covering.length > 0 && !dialects.includes(dialect));
      expect({ missing, told: leaves?.length ? but : undefined }).toEqual({ missing: leaves ?? [], told: leaves?.length ? expect.stringMatching(/\.$/) : undefined });
      const heaviest = Math.max(...covering.map((each) => (typeof each === "string" ? 0 : weights.indexOf(each.severity))));
      const isLighter = covering.length > 0 && heaviest < weights.indexOf(severity);
      expect({ rule, lighter: lighter !== undefined }).toEqual({ rule, lighter: isLighter });
    });
  }

  test("has 112 rules, each once", () => {
    expect(catalogue).toHaveLength(112);
    expect(new Set(catalogue.map(({ rule }) => rule)).size).toBe(112);
  });

  test.skipIf(!existsSync(source))(`is the one that was researched${existsSync(source) ? "" : ` (skipped: ${source} is not here)`}`, () => {
    const researched = JSON.parse(readFileSync(source, "utf8")) as readonly { readonly id: string; readonly db: readonly string[]; readonly severity: string }[];
    expect(catalogue.map(({ rule, databases, severity }) => ({ rule, databases, severity }))).toEqual(researched.map(({ id, db, severity }) => ({ rule: id, databases: db.join(""), severity })));
  });
});

describe("beside their own examples, rules", () => {
  const codesOf = async (text: string, dialect: DialectName) => (await judgeExample(text, dialect)).verdicts.map(({ rule }) => rule.code);

  for (const [code, dialect, text] of mustReport) test(`report ${code} on ${dialect}: ${text}`, async () => expect(await codesOf(text, dialect)).toContain(code));
  for (const [code, dialect, text] of mustNotReport) test(`do not report ${code} on ${dialect}: ${text}`, async () => expect(await codesOf(text, dialect)).not.toContain(code));

  test("a fact of MySQL and MariaDB is that of the version in the config", async () => {
    const worked = async (dialect: DialectName, target: string, sql: string) => {
      const { walk } = await judgeExample(`/* target ${target} */ op.execute(${JSON.stringify(sql)});`, dialect);
      return `${walk.steps[0]!.effects.algorithm} ${walk.steps[0]!.effects.work.map(({ kind }) => kind).join()}`.trim();
    };
    const [last, placed, drop] = ["ALTER TABLE users ADD COLUMN level int", "ALTER TABLE users ADD COLUMN level int AFTER id", "ALTER TABLE users DROP COLUMN bio"];
    expect(await Promise.all([last, placed, drop].map((sql) => worked("mysql", "5.7", sql)))).toEqual(["INPLACE rewrite", "INPLACE rewrite", "INPLACE rewrite"]);
    expect(await Promise.all([last, placed, drop].map((sql) => worked("mysql", "8.0.20", sql)))).toEqual(["INSTANT", "INPLACE rewrite", "INPLACE rewrite"]);
    expect(await Promise.all([last, placed, drop].map((sql) => worked("mysql", "8.0", sql)))).toEqual(["INSTANT", "INSTANT", "INSTANT"]);
    expect(await Promise.all([last, placed, drop].map((sql) => worked("mariadb", "10.3", sql)))).toEqual(["INSTANT", "INPLACE rewrite", "INPLACE rewrite"]);
    expect(await Promise.all([last, placed, drop].map((sql) => worked("mariadb", "10.2.44", sql)))).toEqual(["INPLACE rewrite", "INPLACE rewrite", "INPLACE rewrite"]);
  });
});
