import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { GravenError, messageOf } from "../base/errors.ts";
import { lateArray } from "../base/late-array.ts";
import { withoutByteOrderMark } from "../base/text.ts";
import { fileIdentity } from "../base/file-identity.ts";

/** A shorter file is parsed faster than it is worth putting off. */
const LONG = 65_536;

/**
 * The source of a module in place of a long JSON file that holds an array: it is parsed when somebody looks into it. Nothing for other
 * files. Required rows that did not change are known by the text of their file, and most commands never look at them.
 */
export function lateJsonModule(file: string): string | undefined {
  if (!isLongArray(file)) return undefined;
  const self = new URL("../modules/late-json.js", import.meta.url).href;
  return `import { lateJson } from ${JSON.stringify(self)};\nexport default lateJson(${JSON.stringify(file)});\n`;
}

/** The array of a JSON file. Whoever first looks into one that does not parse meets MOD-030 with its place. */
export function lateJson(file: string): unknown[] {
  const text = () => withoutByteOrderMark(readFileSync(file, "utf8"));
  return lateArray({ text, identity: fileIdentity(file) }, (json) => parsed(json, file));
}

function parsed(text: string, file: string): unknown[] {
  try {
    return JSON.parse(text) as unknown[];
  } catch (error) {
    throw new GravenError("MOD-030", `"${file}" does not parse: ${messageOf(error)}`, { place: { file, ...lineOf(messageOf(error), text) }, cause: error });
  }
}

/** V8 counts characters, in some of its words: `… at position 70`. */
function lineOf(message: string, text: string): { readonly line?: number; readonly column?: number } {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position === undefined) return {};
  const before = text.slice(0, Number(position)).split("\n");
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

function isLongArray(file: string): boolean {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) < LONG) return false;
  const opened = openSync(file, "r");
  try {
    const start = Buffer.alloc(64);
    return /^\s*\[/.test(withoutByteOrderMark(start.toString("utf8", 0, readSync(opened, start))));
  } finally {
    closeSync(opened);
  }
}
