import { version } from "../../base/version.ts";
import type { Finding } from "../review.ts";
import type { Rule } from "../rule.ts";
import type { ReportInput } from "./index.ts";

const levels = { error: "error", warn: "warning", info: "note" } as const;

/** SARIF 2.1.0, by which code hosts annotate places: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function sarif({ revisions, rules, shorten }: ReportInput): string {
  const findings = revisions.flatMap((review) => review.findings);
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "graven", version, informationUri: "https://www.npmjs.com/package/graven", rules: codes.map((code) => ruleOf(code, rules, findings)) } },
        columnKind: "utf16CodeUnits",
        results: findings.map((finding) => resultOf(finding, codes, shorten)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(code: string, rules: readonly Rule[], findings: readonly Finding[]) {
  const rule = rules.find((each) => each.code === code);
  const found = findings.find((finding) => finding.code === code)!;
  const help = rule?.manual && Object.values(rule.manual)[0];
  return { id: code, shortDescription: { text: rule?.title ?? code }, fullDescription: { text: rule?.why ?? found.why }, defaultConfiguration: { level: levels[found.severity] }, ...(help && { helpUri: help }) };
}

function resultOf(finding: Finding, codes: readonly string[], shorten: (path: string) => string) {
  const { place } = finding;
  const text = [finding.message, finding.seen, finding.why, finding.safer && `Safer:\n${finding.safer}`].filter(Boolean).join("\n");
  return {
    ruleId: finding.code,
    ruleIndex: codes.indexOf(finding.code),
    level: levels[finding.severity],
    message: { text },
    ...(place && { locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI(shorten(place.file)) }, region: { startLine: place.line ?? 1, ...(place.column !== undefined && { startColumn: place.column }) } } }] }),
    ...(finding.allowed !== undefined && { suppressions: [{ kind: "inSource", justification: finding.allowed }] }),
  };
}
