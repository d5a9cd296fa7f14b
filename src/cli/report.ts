import type { CommandEvent } from "../commands/context.ts";
import { ProgressBar } from "./progress-bar.ts";
import { shortened, shortPath } from "./print-error.ts";
import type { Terminal } from "./terminal.ts";

type Writers = { readonly [K in CommandEvent["kind"]]: (event: Extract<CommandEvent, { kind: K }>) => void };

/** Tells a person, on stderr, what a command does while it runs. */
export function reporterFor(terminal: Terminal): (event: CommandEvent) => void {
  const { paint } = terminal;
  const line = new ProgressBar(terminal.progress);
  let database: string | undefined;
  const say = (write: (text: string) => void) => (text: string) => {
    line.clear();
    write(database === undefined ? text : `${paint.dim(`[${database}]`)} ${text}`);
    line.draw();
  };
  const [talk, warn] = [say(terminal.talk), say(terminal.warn)];
  const hinted = (text: string, hint: string | undefined) => shortened(hint === undefined ? text : `${text}\n         ${hint}`);
  const writers: Writers = {
    note: ({ message, hint }) => talk(hinted(message, hint)),
    warning: ({ code, message, hint }) => warn(hinted(`${paint.yellow(code)}  ${message}`, hint)),
    wrote: ({ file }) => talk(`${paint.green("wrote")} ${shortPath(file)}`),
    revisionStarted: ({ revision, position, total, steps }) => database === undefined && line.at({ revision, position, total, step: 0, steps }),
    step: ({ revision, step, steps }) => line.step(revision, step, steps),
    waiting: ({ title, holder }) => talk(`Waiting for the lock of the ${title}${holder === undefined ? "" : `, held by ${holder}`}`),
    blocked: ({ revision, step, blockers }) => talk(`${paint.yellow("wait")} ${paint.bold(revision)}  step ${step} waits for ${blockers.join("; ")}`),
    retry: ({ revision, step, attempt, milliseconds, reason, blockers }) =>
      talk(`${paint.yellow("wait")} ${paint.bold(revision)}  step ${step}: ${reason}; try ${attempt + 1} in ${(milliseconds / 1000).toFixed(1)} s${blockers.length ? `\n         It waited for ${blockers.join("; ")}` : ""}`),
    revisionDone: ({ revision, message, direction, milliseconds }) => {
      line.done();
      talk(`${direction === "upgrade" ? paint.green("up  ") : paint.yellow("down")} ${paint.bold(revision)}${message ? `  ${message}` : ""}  ${paint.dim(duration(milliseconds))}`);
    },
    rows: ({ table, done, total, milliseconds }) => terminal.status(done >= total ? "" : bar(table, done, total, milliseconds)),
    progress: ({ subject, done, total }) => talk(`${paint.dim(`${done}/${total}`)} ${subject}`),
  };
  if (terminal.json) return (event) => void (toldKinds.has(event.kind) && terminal.event(event));
  return (event) => {
    database = event.database;
    (writers[event.kind] as (event: CommandEvent) => void)(event);
  };
}

/** `[######----------]  38%  users  12,000 of 31,000 rows  240,000 rows/s  1 s left`. */
export function bar(table: string, done: number, total: number, milliseconds: number): string {
  const share = total ? Math.min(done / total, 1) : 1;
  const filled = Math.round(share * 16);
  const speed = milliseconds > 0 ? done / (milliseconds / 1000) : 0;
  const left = speed > 0 ? Math.ceil((total - done) / speed) : undefined;
  const number = (value: number) => Math.round(value).toLocaleString("en-US");
  return `[${"#".repeat(filled)}${"-".repeat(16 - filled)}] ${String(Math.round(share * 100)).padStart(3)}%  ${table}  ${number(done)} of ${number(total)} rows  ${number(speed)} rows/s${left === undefined ? "" : `  ${left} s left`}`;
}

/** What a program may want to follow, and what it should not miss; all else of `--json` is in the result. */
const toldKinds: ReadonlySet<CommandEvent["kind"]> = new Set(["revisionStarted", "step", "revisionDone", "waiting", "blocked", "retry", "warning"]);

export function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
