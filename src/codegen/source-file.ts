import type { GravenError } from "../base/errors.ts";
import { stringLiteral } from "./literal.ts";
import type { Outline } from "./outline.ts";
import type { RevisionHeader } from "./source.ts";

/** Text that takes the place of what stands between two offsets. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text after all edits, which do not overlap. Everything else stays byte for byte. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let end = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    pieces.push(text.slice(end, edit.start), edit.text);
    end = edit.end;
  }
  return pieces.join("") + text.slice(end);
}

/** Edits that give the header's constants these values. `missing` makes the error for a constant that is not there. */
export function headerEdits(outline: Outline, header: Partial<RevisionHeader>, missing: (part: string) => GravenError): Edit[] {
  return Object.entries(header).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const initializer = outline.initializer(name);
    if (!initializer) throw missing(`export const ${name} = …`);
    return [{ ...initializer, text: headerValue(value) }];
  });
}

/** The ids a revision follows, as its docblock names them. */
export function parentsText(downRevision: RevisionHeader["downRevision"]): string {
  const parents = downRevision === null ? [] : [downRevision].flat();
  return parents.length ? parents.map(commentText).join(", ") : "(base)";
}

/** Text as it may stand in a comment of either kind, on one line. */
export function commentText(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replaceAll("*/", "*\\/").replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, " ").trimEnd();
}

export function lines(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/);
}

function headerValue(value: string | readonly string[] | null): string {
  if (value === null) return "null";
  return typeof value === "string" ? stringLiteral(value).code : `[${value.map((each) => stringLiteral(each).code).join(", ")}]`;
}
