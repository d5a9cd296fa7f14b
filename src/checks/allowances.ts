import { sqlTokens } from "../base/sql-tokens.ts";

/** `// graven-allow drop-column: moved to person in r3`, as it stands in a file. */
export interface Allowance {
  readonly codes: readonly string[];
  /** Empty where none is given, which is a finding of its own. */
  readonly reason: string;
  /** The line of the comment, from 1. */
  readonly line: number;
  /** The line that it speaks of: its own, or the next one with code; all lines for `graven-allow-file`. */
  readonly covers: number | "file";
}

const MARK = /graven-allow(-file)?\s+([a-z0-9][a-z0-9-]*(?:\s*,\s*[a-z0-9][a-z0-9-]*)*)\s*(?::\s*(.*?))?\s*(?:\*\/\s*)?$/;

/** The suppressions of a TypeScript file, or of one in SQL. A comment covers the line that it ends, or the next line of code. */
export function readAllowances(source: string, language: "typescript" | "sql"): readonly Allowance[] {
  const lines = source.split("\n");
  const opens = language === "sql" ? /--|\/\*/ : /\/\/|\/\*/;
  const strings = language === "sql" ? linesWithinStrings(source) : new Set<number>();
  return lines.flatMap((text, at) => {
    const start = text.search(opens);
    const match = start < 0 || strings.has(at + 1) ? null : MARK.exec(text.slice(start));
    if (!match) return [];
    const codes = match[2]!.split(",").map((code) => code.trim());
    const covers = match[1] ? "file" : text.slice(0, start).trim() ? at + 1 : nextCode(lines, at + 1, language);
    return [{ codes, reason: match[3]?.trim() ?? "", line: at + 1, covers }];
  });
}

function nextCode(lines: readonly string[], from: number, language: "typescript" | "sql"): number {
  const comment = language === "sql" ? /^(--|\/\*|\*)/ : /^(\/\/|\/\*|\*)/;
  for (let at = from; at < lines.length; at++) if (lines[at]!.trim() && !comment.test(lines[at]!.trim())) return at + 1;
  return lines.length;
}

/** A string may hold two dashes; what stands within it is no comment. */
function linesWithinStrings(sql: string): Set<number> {
  const found = new Set<number>();
  let line = 1;
  for (const { kind, text } of sqlTokens(sql)) {
    const breaks = text.split("\n").length - 1;
    if (kind === "string") for (let at = 1; at <= breaks; at++) found.add(line + at);
    line += breaks;
  }
  return found;
}
