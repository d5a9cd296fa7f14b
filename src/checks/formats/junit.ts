import { placeText, type Finding, type RevisionReview } from "../review.ts";
import type { ReportInput } from "./index.ts";

/** JUnit's XML: a suite per revision, a case per finding; errors and warnings fail, allowed ones are skipped. */
export function junit({ revisions, shorten }: ReportInput): string {
  const suites = revisions.map((review) => suiteOf(review, shorten));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="gen review">\n${suites.join("\n")}\n</testsuites>\n`;
}

function suiteOf(review: RevisionReview, shorten: (path: string) => string): string {
  const name = [review.revision, review.message].filter(Boolean).join(" ");
  const { findings } = review;
  const cases = findings.length ? findings.map((finding) => caseOf(finding, name, shorten)) : [`    <testcase classname="${escaped(name)}" name="no findings"/>`];
  const failures = findings.filter(({ severity, allowed }) => allowed === undefined && severity !== "info").length;
  const skipped = findings.filter(({ allowed }) => allowed !== undefined).length;
  return `  <testsuite name="${escaped(name)}" tests="${cases.length}" failures="${failures}" skipped="${skipped}">\n${cases.join("\n")}\n  </testsuite>`;
}

function caseOf(finding: Finding, suite: string, shorten: (path: string) => string): string {
  const place = finding.place ? shorten(placeText(finding)) : "";
  const open = `    <testcase classname="${escaped(suite)}" name="${escaped([finding.code, place].filter(Boolean).join(" "))}"${finding.place?.file === undefined ? "" : ` file="${escaped(shorten(finding.place.file))}"`}`;
  if (finding.allowed !== undefined) return `${open}><skipped message="${escaped(finding.allowed)}"/></testcase>`;
  const body = escaped([finding.message, finding.seen, finding.why, finding.safer].filter(Boolean).join("\n"));
  if (finding.severity === "info") return `${open}><system-out>${body}</system-out></testcase>`;
  return `${open}><failure type="${finding.severity}" message="${escaped(finding.message)}">${body}</failure></testcase>`;
}

function escaped(text: string): string {
  // XML 1.0 has no place for most control characters, not even escaped.
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd").replace(/[&<>"]/g, (each) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[each]!).replaceAll("\n", "&#10;");
}
