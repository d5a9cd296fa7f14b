import { relative, sep } from "node:path";
import { formatPlace, GravenError, GravenErrors, messageOf, type Place } from "../base/errors.ts";
import type { Terminal } from "./terminal.ts";

/** Tells what went wrong: code, sentence, place and next step. The stack only with `--debug`. */
export function printError(terminal: Terminal, error: unknown, options: { readonly debug: boolean }): void {
  const errors = error instanceof GravenErrors ? error.errors : [error];
  if (terminal.json) terminal.data(JSON.stringify({ ok: false, errors: errors.map(errorJson) }));
  for (const each of errors) {
    if (!terminal.json) process.stderr.write(`${errorText(terminal, each)}\n`);
    if (options.debug && each instanceof Error) process.stderr.write(`${each.stack}\n${each.cause instanceof Error ? `caused by ${each.cause.stack}\n` : ""}`);
  }
}

function errorText({ paint }: Terminal, error: unknown): string {
  if (!(error instanceof GravenError)) return `${paint.red("GEN-000")}  ${messageOf(error)}\n         ${paint.dim("This is a fault of graven. Run again with --debug and report what it prints.")}`;
  const lines = shortened(error.message).split("\n");
  const more = lines.slice(1).map((line) => `         ${line}`);
  const place = error.place && `         ${paint.cyan(formatPlace(shortPlace(error.place)))}`;
  const excerpt = error.excerpt && error.excerpt.split("\n").map((line) => `         ${line}`).join("\n");
  const hint = error.hint && `         ${shortened(error.hint)}`;
  return [`${paint.red(error.code)}  ${lines[0]}`, ...more, place, excerpt, hint].filter(Boolean).join("\n");
}

/** The text with the paths below the present folder shortened. */
export function shortened(text: string): string {
  return text.replaceAll(`${process.cwd()}${sep}`, "");
}

export function errorJson(error: unknown) {
  if (!(error instanceof GravenError)) return { code: "GEN-000", message: messageOf(error) };
  const { code, message, place, excerpt, hint } = error;
  return { code, message, ...(place && { place: shortPlace(place) }), ...(excerpt !== undefined && { excerpt }), ...(hint !== undefined && { hint }) };
}

/** A file below the present folder by its relative path, which terminals link and golden output can hold. */
export function shortPlace(place: Place): Place {
  return { ...place, file: shortPath(place.file) };
}

export function shortPath(file: string): string {
  const path = relative(process.cwd(), file);
  return path === "" || path.startsWith("..") ? file : path;
}
