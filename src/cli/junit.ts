import type { TestResult } from "../testing/test-revisions.ts";

/** Results as JUnit's XML, which CI services read. */
export function junitText(tests: readonly TestResult[], milliseconds: number): string {
  const failed = tests.filter(({ outcome }) => outcome === "failed").length;
  const cases = tests.map(({ name, title, database, fault, warnings, milliseconds: time }) => {
    const inner = [
      ...(fault === undefined ? [] : [`      <failure message="${escaped(fault.split("\n")[0]!)}">${escaped(fault)}</failure>`]),
      ...(warnings.length ? [`      <system-err>${escaped(warnings.join("\n"))}</system-err>`] : []),
    ];
    const head = `    <testcase classname="revisions${database === undefined ? "" : `.${escaped(database)}`}" name="${escaped(`${name}: ${title}`)}" time="${seconds(time)}"`;
    return inner.length ? `${head}>\n${inner.join("\n")}\n    </testcase>` : `${head}/>`;
  });
  const counts = `tests="${tests.length}" failures="${failed}" errors="0" time="${seconds(milliseconds)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts}>\n  <testsuite name="revisions" ${counts}>\n${cases.join("\n")}\n  </testsuite>\n</testsuites>`;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

/** Text for XML; what XML cannot hold at all becomes a question mark. */
function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, "?").replace(/[&<>"]/g, (sign) => signs[sign]!);
}
