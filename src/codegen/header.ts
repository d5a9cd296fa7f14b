import { GravenError } from "../base/errors.ts";
import { outlineOf } from "./outline.ts";
import type { RevisionHeader } from "./source.ts";
import { commentText, headerEdits, parentsText, withEdits, type Edit } from "./source-file.ts";

/**
 * Changes the constants at the top of a revision file, and the line of its docblock that repeats them. Everything else stays
 * byte for byte. Throws GEN-004 when the file lacks a constant.
 * @example await editRevisionHeader(text, { downRevision: ["4f2a", "9c1d"] })
 */
export async function editRevisionHeader(text: string, changes: Partial<RevisionHeader>): Promise<string> {
  const outline = await outlineOf(text);
  const edits = headerEdits(outline, changes, missingConstant);
  const docblockEnd = outline.firstStatement;
  const docblock = text.slice(0, docblockEnd);
  return withEdits(text, [...edits, ...docblockEdits(docblock, changes)]);
}

function docblockEdits(docblock: string, { revision, downRevision }: Partial<RevisionHeader>): readonly Edit[] {
  return [
    ...(revision === undefined ? [] : docblockLine(docblock, "Revision", commentText(revision))),
    ...(downRevision === undefined ? [] : docblockLine(docblock, "Revises", parentsText(downRevision))),
  ];
}

function docblockLine(docblock: string, label: string, text: string): readonly Edit[] {
  // The last one: a message may hold a line of the same look, and stands above.
  const found = [...docblock.matchAll(new RegExp(`^([ \\t]*\\*[ \\t]*${label} {2,})(.*?)[ \\t]*\\r?$`, "gm"))].at(-1);
  if (!found) return [];
  const start = found.index + found[1]!.length;
  return [{ start, end: start + found[2]!.length, text }];
}

function missingConstant(part: string): GravenError {
  return new GravenError("GEN-004", `The revision file has no \`${part}\`.`, { hint: "Add the constant to the top of the file." });
}
