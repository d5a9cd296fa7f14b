import type { FailOn } from "../../commands/review.ts";
import type { ReviewFormat } from "../../commands/review-formats.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Verb } from "../verb.ts";

interface Flags {
  target: string | undefined;
  since: string | undefined;
  pending: boolean | undefined;
  database: boolean | undefined;
  dialect: string | undefined;
  format: "terminal" | ReviewFormat | undefined;
  failOn: FailOn | undefined;
  quiet: boolean | undefined;
}

export const review: Verb<Flags> = {
  command: "review [target]",
  describe: "Show what revisions change, lock and lose, and how to do it more safely",
  examples: [
    ["review", "what is not on the main branch yet, or the newest"],
    ["review 384c", "one revision"],
    ["review 384c:head --dialect all", "a range, on every database"],
    ["review --pending --database", "what an upgrade would run, with the rows and sizes of the database"],
    ["review --format markdown > comment.md", "for a pull request"],
    ["review --format html > review.html", "a page by itself"],
    ["review schema.sql", "a file of plain SQL"],
  ],
  builder: (yargs) =>
    yargs
      .positional("target", { type: "string", describe: "A revision, a range a:b, or a .sql file" })
      .option("since", { type: "string", describe: "The branch of git that has the rest already (default: origin/main)" })
      .option("pending", { type: "boolean", describe: "What the database has not applied" })
      .option("database", { type: "boolean", describe: "Ask the database for rows, sizes and what would fail; it is only read" })
      .option("dialect", { type: "string", describe: "all, or names with commas between (default: the project's own)" })
      .option("format", { choices: ["terminal", "markdown", "json", "sarif", "junit", "html"] as const, describe: "How to write it (default: terminal)" })
      .option("fail-on", { choices: ["error", "warn", "info", "never"] as const, describe: "Exit with 1 from this severity on (default: error)" })
      .option("quiet", { alias: "q", type: "boolean", describe: "The findings without the SQL" }) as never,
  run: async (context, flags, terminal) => {
    const { review: run } = await import("../../commands/review.ts");
    const result = await run(context, { target: flags.target, since: flags.since, pending: flags.pending, database: flags.database, dialect: flags.dialect, failOn: flags.failOn });
    const format = flags.format ?? (terminal.json ? "json" : "terminal");
    if (format === "terminal") {
      const { reviewText } = await import("../review-text.ts");
      if (result.revisions.length) terminal.data(result.revisions.map((each) => reviewText(each, terminal, { sql: !flags.quiet })).join("\n\n"));
    } else {
      const { formatReview } = await import("../../commands/review-formats.ts");
      terminal.data((await formatReview(context, result, format)).trimEnd());
    }
    for (const note of result.notes) terminal.talk(note);
    return result.failed ? exitCodes.findings : exitCodes.done;
  },
};
