import { GravenError } from "../base/errors.ts";
import { visitTokens } from "./checksum.ts";
import type { LongFile } from "./late-texts.ts";

/** What the head of a revision file says of its place in the history. */
export interface RevisionHeader {
  readonly revision: string;
  /** Empty for a base, several for a merge. */
  readonly downRevisions: readonly string[];
  readonly branchLabels: readonly string[];
  readonly dependsOn: readonly string[];
  /** The revisions that this one stands for, where `gen squash` made it. */
  readonly replaces?: readonly string[];
  /** The first line of the file's comment. */
  readonly message: string;
  /** ISO 8601, when the comment tells it. */
  readonly created?: string;
}

/**
 * Reads the head of a revision file without running it, so that the graph of thousands of files costs no import.
 * Throws REV-010 when a part is missing or is not a plain literal.
 */
export function readHeader(text: string, file: string): RevisionHeader {
  return headerOf(text, file, exportedLiterals(text).found);
}

/** The same from the beginning of a file, where all that a head may hold stands in it; nothing where more must be read. */
export function readHeaderAtStart({ start, includes }: LongFile, file: string): RevisionHeader | undefined {
  const { found, isWhole } = exportedLiterals(start);
  return isWhole && start.includes(REPLACES) === includes(REPLACES) ? headerOf(start, file, found) : undefined;
}

function headerOf(text: string, file: string, constants: ReadonlyMap<string, readonly string[]>): RevisionHeader {
  const problem = (message: string, hint: string) => new GravenError("REV-010", message, { place: { file }, hint });
  const strings = (name: string, required: boolean): readonly string[] => {
    const value = constants.get(name);
    if (value === undefined) {
      if (!required) return [];
      throw problem(`The revision file does not export \`${name}\` as a plain literal.`, name === "revision" ? 'Add a line such as: export const revision = "384cfaaaa0be";' : `Add a line such as: export const ${name} = null;`);
    }
    return value;
  };
  const [revision] = strings("revision", true);
  if (!revision) throw problem("The revision file has an empty id.", 'Give it one, as in: export const revision = "384cfaaaa0be";');
  if (/[@:+-]/.test(revision)) throw problem(`The revision id "${revision}" holds one of the characters @ : + -, which mean something in targets.`, "Use letters, digits and underscores.");
  const comment = docBlock(text);
  const created = /^\s*\*?\s*Created\s+(\S+)/m.exec(comment)?.[1];
  return {
    revision,
    downRevisions: strings("downRevision", true),
    branchLabels: strings("branchLabels", false),
    dependsOn: strings("dependsOn", false),
    ...(constants.get("replaces")?.length && { replaces: constants.get("replaces")! }),
    message: firstLine(comment),
    ...(created !== undefined && { created }),
  };
}

const REPLACES = "const replaces";
const constantNames = ["revision", "downRevision", "branchLabels", "dependsOn"] as const;

/** `export const name = literal` at the top of a file: a string, null, or a list of strings, all as lists. Reads no further than it must. */
function exportedLiterals(text: string): { readonly found: ReadonlyMap<string, readonly string[]>; readonly isWhole: boolean } {
  const found = new Map<string, readonly string[]>();
  // Few files have this one, and looking for it to the end of all others would cost time.
  const wanted: ReadonlySet<string> = new Set(text.includes(REPLACES) ? [...constantNames, "replaces"] : constantNames);
  let statement: string[] = [];
  const endStatement = () => {
    const [, word, name] = statement;
    if (word === "const" && name !== undefined && wanted.has(name) && !found.has(name)) {
      const equals = statement.indexOf("=", 3);
      const value = equals < 0 ? undefined : literalAt(statement, equals + 1);
      if (value !== undefined) found.set(name, value);
    }
    statement = [];
  };
  visitTokens(text, (token) => {
    if (token === "export") endStatement();
    if (token === "export" || statement.length) statement.push(token);
    return found.size < wanted.size;
  });
  const isWhole = found.size === wanted.size;
  endStatement();
  return { found, isWhole };
}

function literalAt(tokens: readonly string[], at: number): readonly string[] | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token === "null" || token === "undefined") return [];
  const single = stringOf(token);
  if (single !== undefined) return [single];
  if (token !== "[") return undefined;
  const values: string[] = [];
  for (let next = at + 1; next < tokens.length; next++) {
    const each = tokens[next]!;
    if (each === "]") return values;
    if (each === ",") continue;
    const value = stringOf(each);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return undefined;
}

function stringOf(token: string): string | undefined {
  if (!token.startsWith('"')) return undefined;
  return JSON.parse(token) as string;
}

function docBlock(text: string): string {
  // The first block before any code; a template may put lines of its own above it.
  return /^(?:\s|#![^\n]*|\/\/[^\n]*)*\/\*\*?([\s\S]*?)\*\//.exec(text)?.[1] ?? "";
}

function firstLine(comment: string): string {
  const line = comment.split("\n").map((each) => each.replace(/^\s*\*\s?/, "").trim()).find(Boolean) ?? "";
  return /^(Revision|Revises|Created)\s{2,}/.test(line) ? "" : line;
}
