import { afterEach, expect, test, vi } from "vitest";
import { commandLine, leaveOutIdleHelp } from "../../src/cli/main.ts";
import type { Verb } from "../../src/cli/verb.ts";
import { edit } from "../../src/cli/verbs/edit.ts";
import { merge } from "../../src/cli/verbs/merge.ts";
import { revision } from "../../src/cli/verbs/revision.ts";
import { upgrade } from "../../src/cli/verbs/upgrade.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** What a command line that asks for help prints, with or without what spares idle help. */
function helpOf(args: readonly string[], spared: boolean): Promise<string> {
  const parser = commandLine(args);
  if (spared) expect(leaveOutIdleHelp(parser)).toBe(true);
  return new Promise((resolve, reject) => void parser.parse([...args], (error: Error | undefined, _: unknown, output: string) => (error ? reject(error) : resolve(output))));
}

test.each([["--help"], ["upgrade", "--help"], ["revision", "-h"], ["seed", "--help"], ["help"]])("help that is asked for is whole, though none is laid out in advance: %s %s", async (...args) => {
  const help = await helpOf(args, true);
  expect(help).toBe(await helpOf(args, false));
  expect(help).toContain("Options:");
});

test("all that is said is English, whatever the terminal's language", async () => {
  vi.stubEnv("LC_ALL", "de_DE.UTF-8");
  expect(await helpOf(["heads", "--help"], true)).toMatch(/Options:[^]*Show help/);
  expect(() => commandLine(["headss"]).parse()).toThrow('There is no command "headss": did you mean heads?');
});

test.each<[Verb<never>, readonly string[], object]>([
  [edit as never, ["edit", "--seed", "role", "head"], { revision: "head", seed: ["role"] }],
  [edit as never, ["edit", "head", "--seed", "role", "--seed", "plan"], { revision: "head", seed: ["role", "plan"] }],
  [upgrade as never, ["upgrade", "--schema", "one", "--schema", "two", "+1"], { target: "+1", schema: ["one", "two"] }],
  [upgrade as never, ["upgrade", "--", "head"], { target: "head" }],
  [upgrade as never, ["upgrade", "--", "-2"], { target: "-2" }],
  [upgrade as never, ["upgrade", "--confirm", "a1", "head"], { target: "head", confirm: ["a1"] }],
  [revision as never, ["revision", "--online", "-m", "x"], { online: [], message: "x" }],
  [revision as never, ["revision", "--online", "job", "-m", "x"], { online: ["job"], message: "x" }],
  [merge as never, ["merge", "--branch-label", "y", "a1", "b2"], { revisions: ["a1", "b2"], branchLabel: ["y"] }],
])("a flag takes the one value after it, and what follows is an argument: %#", async (verb, args, expected) => {
  const run = vi.spyOn(verb, "run").mockResolvedValue(0);
  await commandLine(args).parseAsync();
  expect(run.mock.calls.map(([, flags]) => flags)).toMatchObject([expected]);
});
