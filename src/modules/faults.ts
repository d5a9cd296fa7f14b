import { readFileSync } from "node:fs";
import { Script } from "node:vm";
import { GravenError, messageOf, type Place } from "../base/errors.ts";
import { filePath, isOwnFile, placesIn } from "../base/trace.ts";
import { decodeFault, type HookFault } from "./fault-code.ts";
import { withoutTypes } from "./without-types.ts";

/** What went wrong while `file` was loaded, as an error a person can act on. A fault that is one already stays as it is. */
export function loadFault(error: unknown, file: string): GravenError {
  if (error instanceof GravenError) return error;
  const known = decodeFault(messageOf(error)) ?? missingIn(error) ?? syntaxIn(error, file);
  if (known?.kind === "missing") return missingModule(known, error);
  if (known?.kind === "parse") return unparsed(known, error);
  const place = throwingPlace(error, file);
  return new GravenError("MOD-031", `The module "${file}" throws while it is loaded: ${messageOf(error)}`, { place, cause: error });
}

function missingModule({ specifier, importer }: Extract<HookFault, { kind: "missing" }>, cause: unknown): GravenError {
  const own = /^\.{0,2}\//.test(specifier);
  return new GravenError("MOD-032", `"${importer}" imports "${specifier}", which is not there.`, {
    place: { file: importer },
    hint: own ? "Check the path; it is relative to the importing file." : `If it is a package: npm install ${packageOf(specifier)}`,
    cause,
  });
}

function unparsed({ file, message, line, column }: Extract<HookFault, { kind: "parse" }>, cause: unknown): GravenError {
  if (message.includes("does not provide an export named")) {
    return new GravenError("MOD-032", `"${file}" imports what is not there: ${message}`, { place: { file, ...(line !== undefined && { line }) }, hint: "A type is imported with `import type`, or `import { type … }`.", cause });
  }
  const place: Place = { file, ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
  // Without a line it is the engine's word alone, and that may be about a module further down.
  const subject = line === undefined ? `"${file}", or a module it imports,` : `"${file}"`;
  return new GravenError("MOD-030", `${subject} does not parse: ${message}`, { place, cause });
}

/** Node's and Vite's own words for a module that is not there. */
function missingIn(error: unknown): HookFault | undefined {
  const match = /(?:Cannot find (?:module|package)|Failed to load url) ['"]?([^'"\s]+)['"]?(?:.*? imported from |.*? in )['"]?([^'"\n]+?)['"]?(?:\.|$|\s)/s.exec(messageOf(error));
  return match ? { kind: "missing", specifier: match[1]!, importer: filePath(match[2]!) } : undefined;
}

/** A syntax error of the engine, or of what strips types. */
function syntaxIn(error: unknown, file: string): HookFault | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, loc, stack = "" } = error as Error & { code?: string; loc?: { file?: string; line: number; column: number } };
  if (!(error instanceof SyntaxError) && code !== "ERR_INVALID_TYPESCRIPT_SYNTAX" && !/PARSE_ERROR|Transform failed|Parse fail/.test(`${code ?? ""} ${error.message}`)) return undefined;
  const message = error.message.split("\n")[0]!;
  if (loc) return { kind: "parse", file: loc.file ?? file, message, line: loc.line, column: loc.column + 1 };
  const pictured = picturedPlace(stack);
  if (pictured) return { kind: "parse", message, ...pictured };
  // JSON.parse and new Function throw SyntaxErrors too, while the module runs.
  if (placesIn(stack).some((each) => each.file === file)) return undefined;
  return { kind: "parse", message, file, ...compilePlace(file) };
}

/** V8 draws the line of a syntax error above its stack: the place, the line, and a caret under the fault. */
function picturedPlace(stack: string): { readonly file: string; readonly line: number; readonly column?: number } | undefined {
  const [head = "", ...lines] = stack.split("\n");
  const place = /^(\S.*?):(\d+)$/.exec(head);
  if (!place) return undefined;
  const carets = lines.slice(0, 5).find((line) => /^\s*\^+\s*$/.test(line)) ?? "";
  const column = carets.indexOf("^") + 1;
  return { file: filePath(place[1]!), line: Number(place[2]), ...(column > 0 && { column }) };
}

/** Compiles the module once more in a way that V8 draws a picture of, as it does not for ES modules. Nothing is run. */
function compilePlace(file: string): Pick<Extract<HookFault, { kind: "parse" }>, "line" | "column"> {
  try {
    const compiled = new Script(`(async () => {${withoutTypes(readFileSync(file, "utf8"), file, true)}\n})`, { filename: file });
    void compiled;
  } catch (error) {
    const { line, column } = picturedPlace((error as Error).stack ?? "") ?? {};
    return { ...(line !== undefined && { line }), ...(column !== undefined && line !== 1 && { column }) };
  }
  return {};
}

/** The innermost frame of an author's file. */
function throwingPlace(error: unknown, file: string): Place {
  const places = placesIn(error instanceof Error ? (error.stack ?? "") : "").filter((place) => place.file.startsWith("/") || /^[A-Za-z]:/.test(place.file));
  return places.find((place) => !place.file.includes("/node_modules/") && !isOwnFile(place.file)) ?? { file };
}

function packageOf(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}
