import { GravenError } from "../base/errors.ts";
import type { Questions } from "../commands/context.ts";
import { fullName, kindNames, neverRename, refuseToGuess } from "../diff/rename-questions.ts";
import type { Terminal } from "./terminal.ts";

export type RenamePolicy = "ask" | "never" | "error";

/** The answers of a person at the terminal, or of the policy that stands for one. */
export function questionsFor(terminal: Terminal, policy: RenamePolicy | undefined): Questions {
  const chosen = policy ?? (terminal.interactive ? "ask" : "error");
  if (chosen === "ask" && !terminal.interactive) throw new GravenError("CLI-003", "--renames ask needs a terminal.", { hint: "Answer with --rename old:new and --drop name, or choose --renames never or error." });
  return {
    rename: { ask: askRename, never: neverRename, error: refuseToGuess }[chosen],
    backfill: terminal.interactive ? askBackfill : async () => undefined,
  };
}

const askRename: Questions["rename"] = async (question) => {
  const { select } = await import("@clack/prompts");
  const name = fullName(question, question.to);
  const isNew = "\0new";
  const answer = await select({
    message: `${kindNames[question.kind]} ${name}: is it new, or one that was renamed?`,
    options: [...question.candidates.map((from) => ({ value: from, label: `renamed from ${fullName(question, from)}` })), { value: isNew, label: `new (${question.candidates.length === 1 ? `${fullName(question, question.candidates[0]!)} is dropped` : "none of these"})` }],
    output: process.stderr,
  });
  return given(answer) === isNew ? null : given(answer);
};

const askBackfill: Questions["backfill"] = async (table, column) => {
  const { text } = await import("@clack/prompts");
  const answer = await text({
    message: `${table}.${column} must hold a value, and the rows of ${table} have none. Which SQL gives it?`,
    placeholder: "'' or 0 or lower(name); empty leaves an op.todo(…) in the file",
    output: process.stderr,
  });
  return given(answer) || undefined;
};

/** Ctrl-C at a prompt ends the command before anything was written. */
function given(answer: string | symbol | undefined): string {
  if (typeof answer === "symbol") throw new Interrupted();
  return answer ?? "";
}

export class Interrupted extends Error {
  override readonly name = "Interrupted";

  constructor() {
    super("Stopped; nothing was written.");
  }
}
