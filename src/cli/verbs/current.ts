import { exitCodes } from "../exit-codes.ts";
import { entryJson, entryLine, entryText } from "../entry.ts";
import type { Verb } from "../verb.ts";

export const current: Verb<{ checkHeads: boolean | undefined; verbose: boolean | undefined }> = {
  command: "current",
  describe: "Show where the database stands",
  examples: [["current", "the revisions it is at"], ["current --check-heads", "exit 1 when it is not at the head"]],
  builder: (yargs) =>
    yargs
      .option("check-heads", { type: "boolean", describe: "Exit 1 when the database is not on all heads" })
      .option("verbose", { alias: "v", type: "boolean", describe: "With files and times" }) as never,
  run: async (context, flags, terminal) => {
    const { current: read } = await import("../../commands/current.ts");
    const { database, current: entries, isAtHead, halfApplied, edited, within } = await read(context);
    if (terminal.json) terminal.data(JSON.stringify({ ok: true, database, current: entries.map(entryJson), isAtHead, edited, ...(within && { within }), ...(halfApplied && { halfApplied }) }));
    else {
      if (flags.verbose && entries.length) terminal.talk(`The ${database} stands at:\n`);
      for (const entry of entries) terminal.data(flags.verbose ? `${entryText(entry)}\n` : entryLine(entry));
      if (!entries.length && !within) terminal.talk(`The ${flags.verbose ? database : "database"} stands at base: no revision is applied.`);
      if (within) terminal.talk(`Of what ${within.revision} stands for, ${within.missing.join(", ")} ${within.missing.length === 1 ? "is" : "are"} missing: \`gen upgrade\` applies ${within.missing.length === 1 ? "it" : "them"} first.`);
      if (halfApplied) terminal.data(`${halfApplied.revision} stopped in the middle of its ${halfApplied.direction}: ${halfApplied.stepsDone} of ${halfApplied.stepsTotal} steps are done${halfApplied.error === null ? "; it was cut off" : `: ${halfApplied.error}`}`);
      for (const id of edited) terminal.talk(`${terminal.paint.yellow("RUN-050")}  Revision "${id}" was edited after it was applied.`);
      if (flags.checkHeads && !isAtHead) terminal.talk("The database is not on all heads.");
    }
    return flags.checkHeads && !isAtHead ? exitCodes.findings : exitCodes.done;
  },
};
