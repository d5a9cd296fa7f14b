import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { ownCodes } from "../../src/checks/own-codes.ts";
import type { Finding } from "../../src/checks/review.ts";
import { rules } from "../../src/checks/rules/index.ts";
import { allReviewCases, findingsOf, reviewOf, ruleOf, type ReviewCase } from "../support/review-cases.ts";

const cases = allReviewCases();
const reporting = cases.filter(({ reports }) => reports);

describe("a case of a rule", () => {
  for (const each of cases) {
    test(`${each.code}: ${each.name}`, async () => {
      const told = await Promise.all(each.dialects.map(async (name) => ({ name, findings: await findingsOf(each, name) })));
      for (const { name, findings } of told) expect({ name, reports: findings.length > 0 }).toEqual({ name, reports: each.reports });
      if (each.reports) await expect(goldenText(each, told)).toMatchFileSnapshot(join(each.folder, "expected.txt"));
    });
  }

  test("is something that the database can do", async () => {
    const refused = await Promise.all(cases.flatMap((each) => each.dialects.map(async (name) => ({ case: `${each.code}/${each.name} on ${name}`, refusals: (await reviewOf(each, name)).findings.filter(({ code }) => code === ownCodes.doesNotRun && each.code !== code).map(({ message }) => message) }))));
    expect(refused.filter(({ refusals }) => refusals.length)).toEqual([]);
  });

  test("is silent where the config turns its rule off, and allowed where a comment at its line gives a reason", async () => {
    for (const each of reporting.filter(({ code }) => ruleOf(code))) {
      const name = each.dialects[0]!;
      expect(await findingsOf(each, name, { severity: "off" })).toEqual([]);
      const found = await findingsOf(each, name);
      const source = allowing(each, found);
      const { findings } = await reviewOf(each, name, { source });
      expect({ case: `${each.code}/${each.name}`, allowed: findings.filter(({ code }) => code === each.code).map(({ allowed }) => allowed) }).toEqual({ case: `${each.code}/${each.name}`, allowed: found.map(() => "it is a test") });
      expect(findings.filter(({ code }) => code === ownCodes.unusedAllow)).toEqual([]);
    }
  });
});

describe("the cases together", () => {
  test("hold one that reports and one that stays silent for every rule on every database that it names", () => {
    const missing = rules.flatMap(({ code, dialects }) =>
      dialects.flatMap((name) => [true, false].filter((reports) => !cases.some((each) => each.code === code && each.reports === reports && each.dialects.includes(name))).map((reports) => `${code} on ${name}: ${reports ? "reports" : "silent"}`)),
    );
    expect(missing).toEqual([]);
  });

  test("hold a table of the same revision for every rule that exempts those, in which what is reported elsewhere is done to it", async () => {
    const aboutTables = new Set<string>();
    for (const each of reporting) for (const { table } of await findingsOf(each, each.dialects[0]!)) if (table !== undefined && ruleOf(each.code) && !ruleOf(each.code)!.onNewTables) aboutTables.add(each.code);
    const missing = [...aboutTables].filter((code) => !cases.some((each) => each.code === code && !each.reports && /new-(table|partition)/.test(each.name)));
    expect(missing).toEqual([]);
    for (const each of cases.filter(({ name }) => name.startsWith("silent-") && /new-table/.test(name))) expect({ case: `${each.code}/${each.name}`, makes: /createTable|CREATE TABLE/.test(each.source) }).toEqual({ case: `${each.code}/${each.name}`, makes: true });
  });

  test("hold a target for every rule whose word depends on the server's version", async () => {
    const depends = new Set<string>();
    for (const each of cases) {
      for (const name of each.dialects) {
        const words = await Promise.all((versions[name] ?? []).map(async (target) => JSON.stringify((await findingsOf(each, name, { target })).map(({ message, safer }) => [message, safer]))));
        if (new Set(words).size > 1) depends.add(`${each.code} on ${name}`);
      }
    }
    const missing = [...depends].filter((key) => !cases.some((each) => each.target !== undefined && each.dialects.some((name) => `${each.code} on ${name}` === key)));
    expect(missing).toEqual([]);
  });

  test("hold one for every finding of the review itself that a revision alone can give", () => {
    const alone = [ownCodes.doesNotRun, ownCodes.allowWithoutReason, ownCodes.unknownRule, ownCodes.unusedAllow, ownCodes.branchConflict];
    for (const code of alone) for (const reports of [true, false]) expect({ code, reports, has: cases.some((each) => each.code === code && each.reports === reports) }).toEqual({ code, reports, has: true });
    const codes = [...rules.map(({ code }) => code), ...Object.values(ownCodes)];
    expect(cases.filter(({ code }) => !codes.includes(code))).toEqual([]);
  });
});

const versions: Readonly<Record<string, readonly string[]>> = { postgres: ["10", "11", "12", "13", "14.2", "14.5", "16", "18"], mysql: ["5.7", "8.0.11", "8.0.30", "9.0"], mariadb: ["10.2", "10.5", "11.8"], sqlite: ["3.20", "3.45"] };

/** What is told, with databases that are told the same side by side. */
function goldenText(each: ReviewCase, told: readonly { readonly name: string; readonly findings: readonly Finding[] }[]): string {
  const byText = new Map<string, string[]>();
  for (const { name, findings } of told) {
    const text = findings.map((finding) => findingText(each, finding)).join("");
    byText.set(text, [...(byText.get(text) ?? []), name]);
  }
  return [...byText].map(([text, names]) => `${names.join(", ")}\n${text}`).join("\n");
}

function findingText(each: ReviewCase, { severity, message, place, safer }: Finding): string {
  const where = place ? `${relative(each.folder, place.file)}${place.line === undefined ? "" : `:${place.line}`}` : "(no place)";
  const weight = ruleOf(each.code)?.severity === "off" ? "off by default" : severity;
  return [`  ${weight}  ${where}  ${message}`, ...(safer === undefined ? [] : safer.split("\n").map((line) => `      | ${line}`))].join("\n") + "\n";
}

/** The source with a comment at the end of each line that is spoken of. */
function allowing({ code, file, source }: ReviewCase, findings: readonly Finding[]): string {
  const mark = file === "change.sql" ? "--" : "//";
  const lines = new Set(findings.map(({ place }) => place?.line ?? 1));
  return source.split("\n").map((text, at) => (lines.has(at + 1) ? `${text} ${mark} graven-allow ${code}: it is a test` : text)).join("\n");
}
