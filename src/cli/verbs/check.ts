import { exitCodes } from "../exit-codes.ts";
import { shortened } from "../print-error.ts";
import type { Verb } from "../verb.ts";

export const check: Verb<object> = {
  command: "check",
  describe: "Check that models, revisions and snapshots agree (exit 1 when not)",
  examples: [["check", "in CI, beside the tests"]],
  builder: (yargs) => yargs,
  run: async (context, _, terminal) => {
    const { check: run } = await import("../../commands/check.ts");
    const { findings, changes } = await run(context);
    if (terminal.json) terminal.data(JSON.stringify({ ok: !findings.length, findings, changes }));
    else if (!findings.length) terminal.talk("The models, the revisions and their snapshots agree.");
    else for (const { code, message, place, hint } of findings) terminal.data(shortened([`${code}  ${message}`, place && `         ${place}`, hint && `         ${hint}`].filter(Boolean).join("\n")));
    return findings.length ? exitCodes.findings : exitCodes.done;
  },
};
