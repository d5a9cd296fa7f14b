import type { ImportFact, ReadFact, Reading, SourceFacts } from "../base/source-facts.ts";
import { quotedList } from "../base/text.ts";

/** A reason why a revision is not frozen: what it does would not be the same on another day or machine. */
export interface Thaw {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly line: number;
  readonly column: number;
}

export interface FrozenOptions {
  /** Packages that revisions may import, beside "graven/revision". */
  readonly revisionImports: readonly string[];
  /** Whether an import leads to a fixture file. */
  readonly isFixture: (specifier: string) => boolean;
}

/**
 * Whether a text needs no closer look: it imports "graven/revision" alone and names nothing that could change.
 * It may say no of a sound text, and never yes of one that is not.
 */
export function isPlainlyFrozen(text: string): boolean {
  const rest = text.replace(/^import (?:type )?\{[^}]*\} from "graven\/revision";$/m, "");
  return !/\b(?:import|require|from|Date|performance|Temporal|Math|crypto|random\w*|process|fetch|globalThis|global|window|self|Bun|Deno|navigator|WebSocket|EventSource|XMLHttpRequest|module)\b/.test(rest);
}

/** What keeps a revision from being frozen, in the order of its text. */
export function checkFrozen({ imports, reads }: SourceFacts, options: FrozenOptions): readonly Thaw[] {
  const thaws = [...imports.flatMap((each) => importThaw(each, options)), ...reads.filter((each) => !isOnlineRead(each)).map(readThaw)];
  return thaws.sort((a, b) => a.line - b.line || a.column - b.column);
}

function importThaw({ specifier, isType, line, column }: ImportFact, { revisionImports, isFixture }: FrozenOptions): Thaw[] {
  if (isType || (specifier !== undefined && isAllowed(specifier, revisionImports))) return [];
  if (specifier !== undefined && (specifier === "graven/fixture" || isFixture(specifier))) {
    return [{ code: "FRZ-006", message: `It imports the fixture "${specifier}": made-up rows stay out of revisions.`, hint: "Rows that the application needs are declared with requiredRows, or written into the revision.", line, column }];
  }
  const what = specifier === undefined ? "a module whose name is not a plain text" : `"${specifier}"`;
  return [{ code: "FRZ-001", message: `It imports ${what}, which may be another on the day it runs.`, hint: importHint(specifier, revisionImports), line, column }];
}

function importHint(specifier: string | undefined, revisionImports: readonly string[]): string {
  const may = `A revision may import ${quotedList(["graven/revision", ...revisionImports])} and types.`;
  if (specifier === undefined) return may;
  return /^[./]/.test(specifier) || specifier.startsWith("node:") ? `${may} Write what it needs into the file.` : `${may} Where the package's behaviour never changes, add it to revisionImports in the config.`;
}

/** `graven/revision`, a package of the list, or a path within one. */
function isAllowed(specifier: string, revisionImports: readonly string[]): boolean {
  return specifier === "graven/revision" || revisionImports.some((each) => specifier === each || specifier.startsWith(`${each}/`));
}

/** The function of op.run works on the rows of the day, once: it may make ids and note the time. */
function isOnlineRead({ of, within }: ReadFact): boolean {
  return (of === "clock" || of === "randomness") && within.some((each) => /^\w+\.run$/.test(each));
}

const codes: Readonly<Record<Reading, { readonly code: string; readonly reads: string; readonly hint: string }>> = {
  clock: { code: "FRZ-002", reads: "the clock", hint: "Write the moment as a literal, or let the database say it: sql`now()`." },
  randomness: { code: "FRZ-003", reads: "randomness", hint: "Write the value as a literal, or let the database make it." },
  environment: { code: "FRZ-004", reads: "the environment", hint: "A revision does the same everywhere: write the value as a literal." },
  network: { code: "FRZ-005", reads: "the network", hint: "Write what it would fetch into the revision." },
};

function readThaw({ of, text, line, column }: ReadFact): Thaw {
  const { code, reads, hint } = codes[of];
  return { code, message: `It reads ${reads}: \`${text}\`.`, hint, line, column };
}
