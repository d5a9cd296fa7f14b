import { hash } from "../base/hash.ts";

/**
 * The checksum of what a source file means: comments, white space, the style of quotes, semicolons and trailing commas
 * make no difference, so a formatter does not change it.
 */
export function sourceChecksum(text: string): string {
  return hash(meaningfulTokens(sourceTokens(text)).join(" "));
}

const PATTERN = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|`(?:[^`\\]|\\[\s\S])*`|[\p{L}\p{N}_$]+|\s+|[\s\S]/guy;

/** The tokens of TypeScript text without comments and white space; strings in double quotes, as JSON writes them. */
export function sourceTokens(text: string): string[] {
  const tokens: string[] = [];
  visitTokens(text, (token) => {
    tokens.push(token);
    return true;
  });
  return tokens;
}

/** Hands out the tokens one by one, until `visit` says that it has seen enough. */
export function visitTokens(text: string, visit: (token: string) => boolean): void {
  const pattern = new RegExp(PATTERN);
  let at = 0;
  while (at < text.length) {
    const start = at;
    const kind = kindAt(text, at);
    // Words, white space and signs of plain ASCII, which most of a file is made of, need no pattern.
    if (kind === "word" || kind === "space") for (at++; kindAt(text, at) === kind; at++);
    else if (kind === "sign") at++;
    if (kind === "other" || (kind !== "sign" && kindAt(text, at) === "other" && text.charCodeAt(at) > 127)) {
      pattern.lastIndex = start;
      pattern.exec(text);
      at = pattern.lastIndex;
    }
    if (kind === "space") continue;
    const token = text.slice(start, at);
    if (kind === "other" && (/^\s/.test(token) || token.startsWith("//") || token.startsWith("/*"))) continue;
    const isString = token.length > 1 && (token.startsWith('"') || token.startsWith("'"));
    if (!visit(isString ? JSON.stringify(unescaped(token.slice(1, -1))) : token)) return;
  }
}

type CharacterKind = "word" | "space" | "sign" | "other" | undefined;

/** What each character of ASCII is, by its code; "other" may begin a comment, a string or a template. */
const asciiKinds: readonly CharacterKind[] = Array.from({ length: 128 }, (_, code): CharacterKind => {
  const character = String.fromCharCode(code);
  if (/[A-Za-z0-9_$]/.test(character)) return "word";
  if (/\s/.test(character)) return "space";
  return /["'`/]/.test(character) ? "other" : "sign";
});

function kindAt(text: string, at: number): CharacterKind {
  if (at >= text.length) return undefined;
  const code = text.charCodeAt(at);
  return code < 128 ? asciiKinds[code] : "other";
}

function meaningfulTokens(tokens: readonly string[]): string[] {
  return tokens.filter((token, at) => {
    if (token === ";") return false;
    if (token !== ",") return true;
    const next = tokens[at + 1];
    return next !== ")" && next !== "]" && next !== "}";
  });
}

function unescaped(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(/\\(u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|\r?\n|[\s\S])/g, (_, whole: string, braced?: string, four?: string, two?: string) => {
    const code = braced ?? four ?? two;
    if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
    return SIMPLE[whole] ?? (/^\r?\n$/.test(whole) ? "" : whole);
  });
}

const SIMPLE: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", v: "\v", "0": "\0" };
