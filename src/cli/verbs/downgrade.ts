import { withRunFlags, type RunFlags } from "../run-flags.ts";
import { runVerb } from "../run-verb.ts";
import type { Verb } from "../verb.ts";

export const downgrade: Verb<RunFlags> = {
  command: "downgrade [target]",
  describe: "Undo revisions, down to a target",
  examples: [
    ["downgrade", "the last one"],
    ["downgrade base", "all of them"],
    ["downgrade 384c", "everything after this one"],
    ["downgrade --resume", "undo what was done of one that stopped in the middle"],
    ["downgrade head:base --sql", "the SQL for it"],
  ],
  manyDatabases: true,
  builder: (yargs) => withRunFlags(yargs.positional("target", { type: "string", describe: "A revision, the beginning of one, base, -N, label@base, label@-N, label@revision (default: -1)" }), "Undo what was done of the revision that stopped in the middle"),
  run: async (context, flags, terminal) => runVerb(context, "downgrade", flags, terminal),
};
