import { hash } from "../base/hash.ts";

/**
 * The checksum of what a source file means: comments, white space, the style of quotes, semicolons and trailing commas
 * make no difference, so a formatter does not change it.
 */
export function sourceChecksum(text: string): string {
  return hash(meaningfulTokens(sourceTokens(text)).join(" "));
}

const PATTERN = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|`(?:[^`\\]|\\[\s\S])*`|[\p{L}\p{N}_$]+|\s+|[\s\S]/gu;

/** The tokens of TypeScript text without comments and white space; strings in double quotes, as JSON writes them. */
export function sourceTokens(text: string): string[] {
  const tokens: string[] = [];
  for (const [token] of text.matchAll(PATTERN)) {
    if (/^\s/.test(token) || token.startsWith("//") || token.startsWith("/*")) continue;
    const isString = (token.startsWith('"') || token.startsWith("'")) && token.length > 1;
    tokens.push(isString ? JSON.stringify(unescaped(token.slice(1, -1))) : token);
  }
  return tokens;
}

function meaningfulTokens(tokens: readonly string[]): string[] {
  return tokens.filter((token, at) => {
    if (token === ";") return false;
    return !(token === "," && /^[)\]}]$/.test(tokens[at + 1] ?? ""));
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
