import { sqlTokens, type SqlToken } from "../../base/sql-tokens.ts";

/**
 * The pieces of SQLite's SQL without white space and comments. A name in brackets is one piece everywhere, as SQLite knows no
 * subscripts. `before` is the white space (or comment) in front of the piece, so that texts can be cut out as they were written.
 */
export function sqliteTokens(sql: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const tokens = sqlTokens(sql);
  let gap = "";
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.kind === "space" || token.kind === "comment") {
      gap += token.kind === "space" ? token.text : " ";
      continue;
    }
    const last = pieces.at(-1);
    if (token.text === "=" && !gap && last?.text === "=") {
      pieces[pieces.length - 1] = { ...last, text: "==", value: "==" };
      continue;
    }
    const end = token.text === "[" ? tokens.findIndex((each, at) => at > index && each.text === "]") : -1;
    if (end < 0) pieces.push({ ...token, before: gap });
    else {
      const text = tokens.slice(index, end + 1).map((each) => each.text).join("");
      pieces.push({ kind: "quoted", text, value: text.slice(1, -1), before: gap });
      index = end;
    }
    gap = "";
  }
  return pieces;
}

export interface Piece extends SqlToken {
  readonly before: string;
}

/** The text of pieces, as it was written. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece, index) => (index ? piece.before : "") + piece.text).join("");
}

/** Whether a piece is this keyword. */
export function isWord(piece: Piece | undefined, ...words: readonly string[]): boolean {
  return piece?.kind === "word" && words.includes(piece.text.toUpperCase());
}

/** The pieces between the bracket that opens at `open` and the one that closes it, and where that one stands. */
export function bracketed(pieces: readonly Piece[], open: number): { readonly inner: readonly Piece[]; readonly close: number } {
  let depth = 0;
  for (let index = open; index < pieces.length; index++) {
    if (pieces[index]!.text === "(") depth++;
    else if (pieces[index]!.text === ")" && --depth === 0) return { inner: pieces.slice(open + 1, index), close: index };
  }
  return { inner: pieces.slice(open + 1), close: pieces.length };
}

/** Pieces split at the commas outside brackets. */
export function splitAtCommas(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const parts: Piece[][] = [[]];
  let depth = 0;
  for (const piece of pieces) {
    if (piece.text === "(") depth++;
    else if (piece.text === ")") depth--;
    if (piece.text === "," && depth === 0) parts.push([]);
    else parts.at(-1)!.push(piece);
  }
  return parts.filter((part) => part.length);
}
