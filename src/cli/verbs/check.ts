import { exitCodes } from "../exit-codes.ts";
import { shortened } from "../print-error.ts";
import type { Verb } from "../verb.ts";

interface Flags {
  database: boolean | undefined;
  scratch: string | undefined;
}

export const check: Verb<Flags> = {
  command: "check",
  describe: "Check that models, revisions and snapshots agree (exit 1 when not)",
  examples: [
    ["check", "in CI, beside the tests"],
    ["check --database", "whether a live database is what its revisions made of it"],
    ["check --database --scratch postgres:///empty", "with a database in which the schema is built for comparison"],
  ],
  builder: (yargs) =>
    yargs
      .option("database", { type: "boolean", describe: "Compare a live database with the revisions that it stands at; nothing in it is changed" })
      .option("scratch", { type: "string", describe: "With --database: an empty database that spells the schema as the server does (default: PGlite, or SQLite in memory)" }) as never,
  run: async (context, { database, scratch }, terminal) => {
    const { findings, changes } = database ? await (await import("../../commands/check-database.ts")).checkDatabase(context, { scratch }) : await (await import("../../commands/check.ts")).check(context);
    if (terminal.json) terminal.data(JSON.stringify({ ok: !findings.length, findings: findings.map((finding) => ({ ...finding, ...(finding.place !== undefined && { place: shortened(finding.place) }) })), changes }));
    else if (!findings.length) terminal.talk(database ? "The database is what its revisions made of it." : "The models, the revisions and their snapshots agree.");
    else for (const { code, message, place, hint } of findings) terminal.data(shortened([`${code}  ${message}`, place && `         ${place}`, hint && `         ${hint}`].filter(Boolean).join("\n")));
    return findings.length ? exitCodes.findings : exitCodes.done;
  },
};
