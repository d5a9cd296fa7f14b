import type { Argv } from "yargs";
import { testNames, type TestName, type TestOptions } from "../../commands/test-options.ts";
import { exitCodes } from "../exit-codes.ts";
import { duration } from "../report.ts";
import { shortened, shortPath } from "../print-error.ts";
import type { Terminal } from "../terminal.ts";
import type { TestResult } from "../../testing/test-revisions.ts";
import type { Verb } from "../verb.ts";

interface Flags {
  include: TestName[] | undefined;
  exclude: TestName[] | undefined;
  database: string[] | undefined;
  fake: number | undefined;
  reporter: "list" | "junit";
  out: string | undefined;
  list: boolean | undefined;
  types: boolean | undefined;
}

export const test: Verb<Flags> = {
  command: "test",
  describe: "Test the revisions on fresh databases, with data in the tables (exit 1 when a test fails)",
  examples: [
    ["test", "all built-in tests, as the config's `test` says"],
    ["test --fake 20", "with made-up rows in every table before every revision"],
    ["test --include upgrade --include offlineSql", "two of them"],
    ["test --database sqlite: pglite:", "on several databases"],
    ["test --reporter junit --out results.xml", "for CI"],
    ["test --types", "write the types of the rows that test data may hold"],
  ],
  builder: (yargs: Argv) =>
    yargs
      .option("include", { type: "string", array: true, choices: testNames, describe: "Only these tests" })
      .option("exclude", { type: "string", array: true, choices: testNames, describe: "Not these tests" })
      .option("database", { type: "string", array: true, describe: "Where to test: URLs (default: in memory or on the config's server)" })
      .option("fake", { type: "number", describe: "Made-up rows in each table before every revision" })
      .option("reporter", { choices: ["list", "junit"] as const, default: "list" as const, describe: "How to tell the results" })
      .option("out", { type: "string", describe: "Write the results to this file" })
      .option("list", { type: "boolean", describe: "List the tests; run none" })
      .option("types", { type: "boolean", describe: "Write the types of test data beside the snapshots; run no test" }) as never,
  run: async (context, flags, terminal) => {
    if (flags.types) {
      const { writeRowTypes } = await import("../../testing/row-types.ts");
      const { file, isChanged } = await writeRowTypes(context);
      if (terminal.json) terminal.data(JSON.stringify({ ok: true, file: shortPath(file), changed: isChanged }));
      else terminal.data(shortPath(file));
      return exitCodes.done;
    }
    const options: TestOptions = {
      ...(flags.include?.length && { include: flags.include }),
      ...(flags.exclude?.length && { exclude: flags.exclude }),
      ...(flags.database?.length && { databases: flags.database }),
      ...(flags.fake !== undefined && { fakeRows: flags.fake }),
    };
    return runTests(context, options, flags, terminal);
  },
};

async function runTests(context: Parameters<Verb<Flags>["run"]>[0], options: TestOptions, flags: Flags, terminal: Terminal): Promise<number> {
  const [{ testRevisions, listTests }, { junitText }] = await Promise.all([import("../../testing/test-revisions.ts"), import("../junit.ts")]);
  if (flags.list) {
    const tests = await listTests(context, options);
    if (terminal.json) terminal.data(JSON.stringify({ ok: true, tests }));
    else for (const { name, title, database } of tests) terminal.data(`${name}: ${title}${database === undefined ? "" : ` (${database})`}`);
    return exitCodes.done;
  }
  const isTold = flags.reporter === "list" && !terminal.json && flags.out === undefined;
  const { tests, milliseconds } = await testRevisions(context, options, (result) => {
    const line = resultText(result, terminal);
    if (isTold) terminal.data(line);
    else if (!terminal.json) terminal.talk(line);
  });
  const failed = tests.filter(({ outcome }) => outcome === "failed").length;
  const text = flags.reporter === "junit" ? junitText(tests, milliseconds) : terminal.json ? JSON.stringify({ ok: !failed, tests, milliseconds }) : tests.map((each) => resultText(each, terminal)).join("\n");
  if (flags.out !== undefined) await context.files.writeAll([{ path: flags.out, text: `${text.trimEnd()}\n`, replace: true }]);
  else if (!isTold) terminal.data(text);
  terminal.talk(`${tests.length - failed} passed, ${failed} failed in ${duration(milliseconds)}.`);
  if (context.signal?.aborted) return exitCodes.interrupted;
  return failed ? exitCodes.findings : exitCodes.done;
}

function resultText({ title, name, database, outcome, fault, warnings, milliseconds }: TestResult, { paint }: Terminal): string {
  const mark = outcome === "failed" ? paint.red("fail") : paint.green("pass");
  const where = database === undefined ? "" : ` (${database})`;
  const lines = [...(fault?.split("\n") ?? []), ...warnings.map((each) => `warning: ${each}`)];
  return shortened([`${mark} ${name}: ${title}${where}  ${paint.dim(duration(milliseconds))}`, ...lines.map((line) => `     ${line}`)].join("\n"));
}
