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
    progress: ({ subject, done, total }) => talk(`${paint.dim(`${done}/${total}`)} ${subject}`),
  };
  return (event) => (writers[event.kind] as (event: CommandEvent) => void)(event);
}

export function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
