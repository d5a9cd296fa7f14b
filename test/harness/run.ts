import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A test as its runner reported it: the names on the way to it, and how it ended. */
export interface ReportedTest {
  readonly path: readonly string[];
  readonly status: string;
  readonly message: string;
}

export interface Report {
  readonly tests: readonly ReportedTest[];
  /** What was told beside, warnings among it. */
  readonly told: string;
  readonly code: number | null;
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const reporter = fileURLToPath(new URL("node-reporter.mjs", import.meta.url));

/** Runs one test file with each test runner, in a process of its own. */
export const runners = {
  "node --test": async (folder: string, file: string): Promise<Report> => {
    const { code, stdout, stderr } = await run(folder, process.execPath, ["--test", `--test-reporter=${reporter}`, "--test-reporter-destination=stdout", file]);
    const found = parsed<{ tests: ReportedTest[]; told: string }>(stdout, stderr);
    return { ...found, code };
  },
  vitest: async (folder: string, file: string): Promise<Report> => {
    const output = join(folder, `${file}.vitest.json`);
    const { code, stdout, stderr } = await run(folder, process.execPath, [join(root, "node_modules/vitest/vitest.mjs"), "run", file, "--root", folder, "--config", join(folder, "vitest.config.mjs"), "--reporter=json", `--outputFile=${output}`, "--reporter=default"]);
    return { tests: jestLike(output, stdout + stderr), told: stdout + stderr, code };
  },
  jest: async (folder: string, file: string): Promise<Report> => {
    const output = join(folder, `${file}.jest.json`);
    const args = [join(root, "node_modules/jest/bin/jest.js"), file, "--rootDir", folder, "--json", `--outputFile=${output}`, "--testMatch", "**/*.test.mjs", "--transform", "{}", "--no-cache", "--ci"];
    const { code, stdout, stderr } = await run(folder, process.execPath, args, { NODE_OPTIONS: "--experimental-vm-modules" });
    return { tests: jestLike(output, stderr), told: `${stdout}${stderr}`, code };
  },
} as const;

/** What vitest and jest both write as JSON. */
function jestLike(output: string, told: string): readonly ReportedTest[] {
  const { testResults } = parsed<{ testResults: { assertionResults: { ancestorTitles: string[]; title: string; status: string; failureMessages: string[] }[]; message?: string }[] }>(readFileSync(output, "utf8"), told);
  return testResults.flatMap(({ assertionResults, message }) => {
    if (!assertionResults.length) throw new Error(`No test ran: ${message ?? told}`);
    return assertionResults.map(({ ancestorTitles, title, status, failureMessages }) => ({ path: [...ancestorTitles.filter(Boolean), title], status, message: failureMessages.join("\n").replace(/^Error: /, "") }));
  });
}

function parsed<T>(text: string, told: string): T {
  try {
    return JSON.parse(text.slice(text.indexOf("{"))) as T;
  } catch (error) {
    throw new Error(`The runner reported nothing: ${text}\n${told}`, { cause: error });
  }
}

function run(cwd: string, command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<{ code: number | null; stdout: string; stderr: string }> {
  // As a person's shell has it: nothing of the test runner that runs this very file.
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|JEST|NODE_TEST|TEST$|NODE_ENV|NODE_OPTIONS|FORCE_COLOR)/.test(name)));
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...inherited, NO_COLOR: "1", GRAVEN_HARNESS: "1", ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject).on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** A test file that runs in every runner; it finds `describe` as a person's file would import it. */
export function writeTestFile(folder: string, file: string, body: string): void {
  writeFileSync(
    join(folder, file),
    ['import { createRunner, revisionTests, RevisionSpec } from "graven/testing";', 'const { describe, test, it, afterAll, after } = globalThis.__vitest_index__ ?? (typeof globalThis.describe === "function" ? globalThis : await import("node:test"));', "void [createRunner, revisionTests, RevisionSpec, test, it, afterAll, after];", body, ""].join("\n"),
  );
}
