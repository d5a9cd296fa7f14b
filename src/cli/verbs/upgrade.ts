import { withRunFlags, type RunFlags } from "../run-flags.ts";
import { runVerb } from "../run-verb.ts";
import type { Verb } from "../verb.ts";

export const upgrade: Verb<RunFlags> = {
  command: "upgrade [target]",
  describe: "Apply revisions, up to the head or a target",
  examples: [
    ["upgrade", "to the head"],
    ["upgrade +1", "one revision"],
    ["upgrade --resume", "go on with one that stopped in the middle"],
    ["upgrade --dry-run", "what it would run, lock and risk"],
    ["upgrade --url $A --url $B --concurrency 2", "several databases"],
    ["upgrade --sql", "the SQL for an empty database"],
    ["upgrade 384c:head --sql", "the SQL from a revision on"],
  ],
  manyDatabases: true,
  builder: (yargs) =>
    withRunFlags(yargs.positional("target", { type: "string", describe: "A revision, the beginning of one, head, heads, +N, label@head, label@+N, head-N (default: head)" }), "End the revision that stopped in the middle, then go on").option("confirm", { type: "string", array: true, describe: "A revision that waits for your word (`op.confirm`), and has it; <id>:anyway, though its old form is still written" }),
  run: async (context, flags, terminal) => runVerb(context, "upgrade", flags, terminal),
};
