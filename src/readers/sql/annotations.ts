import { SqlFault, type Cursor } from "./cursor.ts";

/** Words that are near it are taken for slips. */
const ANNOTATION = /@(rename\w*)([^\n]*)/g;

/** The former name that a comment above something tells: `-- @renamed from=old`. Throws for one that does not say it so. */
export function renamedFrom(comments: string, at: number): string | undefined {
  if (!comments.includes("@rename")) return undefined;
  let name: string | undefined;
  for (const [, word, rest] of comments.matchAll(ANNOTATION)) {
    const given = /^\s+from\s*=\s*(?:"([^"]+)"|'([^']+)'|`([^`]+)`|([^\s*"'`]+))\s*(?:\*\/)?\s*$/.exec(rest!);
    if (!given || word !== "renamed") throw new SqlFault(`the comment "@${word}${rest!.trimEnd()}" is not understood`, at, { hint: "Write it as in: -- @renamed from=old_name" });
    name = given.slice(1).find((each) => each !== undefined)!;
  }
  return name;
}

/** The former name told by the comments before the token where the cursor stands. */
export function renamedHere(cursor: Cursor): { renamedFrom?: string } {
  const name = renamedFrom(cursor.commentsAbove(), cursor.offset);
  return name === undefined ? {} : { renamedFrom: name };
}
