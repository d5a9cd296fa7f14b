import type { CommandEvent } from "../commands/context.ts";
import { shortened, shortPath } from "./print-error.ts";
import type { Terminal } from "./terminal.ts";

type Writers = { readonly [K in CommandEvent["kind"]]: (event: Extract<CommandEvent, { kind: K }>) => void };

/** Tells a person, on stderr, what a command does while it runs. */
export function reporterFor(terminal: Terminal): (event: CommandEvent) => void {
  const { talk, paint } = terminal;
  const hinted = (text: string, hint: string | undefined) => talk(shortened(hint === undefined ? text : `${text}\n         ${hint}`));
  const writers: Writers = {
    note: ({ message, hint }) => hinted(message, hint),
    warning: ({ code, message, hint }) => hinted(`${paint.yellow(code)}  ${message}`, hint),
    wrote: ({ file }) => talk(`${paint.green("wrote")} ${shortPath(file)}`),
    revisionStarted: () => {},
    revisionDone: ({ revision, message, direction, milliseconds }) =>
      talk(`${direction === "upgrade" ? paint.green("up  ") : paint.yellow("down")} ${paint.bold(revision)}${message ? `  ${message}` : ""}  ${paint.dim(duration(milliseconds))}`),
    rows: ({ table, done, total, milliseconds }) => terminal.status(done >= total ? "" : bar(table, done, total, milliseconds)),
    progress: ({ subject, done, total }) => talk(`${paint.dim(`${done}/${total}`)} ${subject}`),
  };
  return (event) => (writers[event.kind] as (event: CommandEvent) => void)(event);
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

export function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
