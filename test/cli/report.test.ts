import { afterEach, expect, test, vi } from "vitest";
import { reporterFor } from "../../src/cli/report.ts";
import { openTerminal } from "../../src/cli/terminal.ts";

afterEach(() => void vi.restoreAllMocks());

test("with --json a warning is a line on stdout as every event of a run is; remarks that the result holds are not", () => {
  const lines: string[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => lines.push(String(text)) > 0);
  const report = reporterFor(openTerminal({ json: true }));
  report({ kind: "warning", code: "RUN-050", message: "Revision \"a1\" was edited.", database: "acme" });
  report({ kind: "waiting", title: "database", holder: "graven 7" });
  report({ kind: "note", message: "One revision stands for two now." });
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { event: { kind: "warning", code: "RUN-050", message: "Revision \"a1\" was edited.", database: "acme" } },
    { event: { kind: "waiting", title: "database", holder: "graven 7" } },
  ]);
});
