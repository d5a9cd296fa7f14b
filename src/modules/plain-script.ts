/** A source, and the same with what stands in quotes, templates and comments blanked. */
export interface MaskedText {
  readonly source: string;
  readonly masked: string;
}

/** A module as the text of a function that gives its exports. */
export interface PlainScript {
  /** What stands before the module's own first character. */
  readonly prefix: string;
  readonly code: string;
  /** In the order of the function's parameters. */
  readonly imports: readonly PlainImport[];
}

export interface PlainImport {
  readonly specifier: string;
  /** The exports that are asked for by name. */
  readonly names: readonly string[];
}

/**
 * A JavaScript module as a function over what it imports, every token in its line and column. Nothing for a module with anything that
 * a function could not say, or that takes more than a glance to tell: it is imported. The guess may be too narrow, never too wide.
 */
export function plainScript({ source, masked }: MaskedText): PlainScript | undefined {
  if (UNLIKE_A_FUNCTION.test(masked)) return undefined;
  const imports: (PlainImport & { readonly text: string })[] = [];
  let at = 0;
  for (let match = importAt(masked, at); match; match = importAt(masked, at)) {
    const [text, space, named, whole, quoted] = match as unknown as [string, string, string | undefined, string | undefined, string];
    const start = at + space.length;
    at += text.length;
    const parameter = `$graven${imports.length}`;
    const asked = named === undefined ? [] : named.split(",").flatMap((each) => each.trim().split(/\s+as\s+/)[0] || []);
    const binding = named === undefined ? `const ${whole} = ${parameter}` : `const ${text.slice(space.length + "import".length, -quoted.length).replace(/from\s*$/, "").replace(/\bas\b/g, ": ")}= ${parameter}`;
    imports.push({ specifier: source.slice(at - quoted.length + 1, at - 1), names: asked, text: `${source.slice(start - space.length, start)}${binding.padEnd(text.length - space.length)}` });
  }
  const rest = exported(source.slice(at), masked.slice(at));
  if (!rest) return undefined;
  const prefix = `(async function (${imports.map((_, index) => `$graven${index}`).join(", ")}) { "use strict"; `;
  return { prefix, code: `${prefix}${imports.map(({ text }) => text).join("")}${rest.code}\nreturn { ${rest.names.join(", ")} };\n})`, imports };
}

/** What means something else in a function than in a module, or asks for what a function does not have. */
const UNLIKE_A_FUNCTION = /\barguments\b|\bawait\b(?!\s*[\w$])|\bnew\s*\.\s*target\b|\$graven|\\u|<!--|-->/;

function importAt(masked: string, at: number): RegExpExecArray | null {
  const pattern = /([\s;]*)import\s*(?:\{([^{}"']*)\}\s*|\*[^\S\n]*as[^\S\n]+([\w$]+)[^\S\n]+)from[^\S\n]*(" *"|' *')/y;
  pattern.lastIndex = at;
  return pattern.exec(masked);
}

/** What may be exported: a name that is bound once, by a declaration of its own; or a value as the default. */
const DEFAULT = /export default(?=\s)(?!\s+(?:async\s+)?(?:function|class)\b)/y;
const DEFAULT_NAME = "$graven_";
const EXPORT = /export(?=\s+(?:const\s+([\w$]+)\s*=|(?:async\s+)?function\b\s*\*?\s*([\w$]+)|class\s+([\w$]+)))/y;

/** The module's own code without the word `export`, and the names that it stood before. */
function exported(source: string, masked: string): { readonly code: string; readonly names: readonly string[] } | undefined {
  const names: string[] = [];
  let code = "";
  let copied = 0;
  let depth = 0;
  /** Whether a constant is under way that is exported: another one behind a comma would be as well. */
  let inConstant = false;
  for (const { 0: token, index } of masked.matchAll(/[([{]|[)\]}]|[;,]|\b(?:export|import|return)\b/g)) {
    if (token === "import") return undefined;
    if ("([{".includes(token)) depth++;
    else if (")]}".includes(token)) depth--;
    else if (token === "export") {
      const found = depth === 0 ? exportAt(masked, index) : undefined;
      if (!found) return undefined;
      names.push(found.name);
      inConstant = found.isConstant;
      code += source.slice(copied, index) + found.code;
      copied = index + found.code.length;
    } else if (depth === 0) {
      if (token === "return" || (token === "," && inConstant)) return undefined;
      if (token === ";") inConstant = false;
    }
  }
  return names.length && depth === 0 ? { code: code + source.slice(copied), names } : undefined;
}

/** What an export gives, as an entry of an object, and what stands in place of its first words. */
function exportAt(masked: string, at: number): { readonly name: string; readonly code: string; readonly isConstant: boolean } | undefined {
  DEFAULT.lastIndex = EXPORT.lastIndex = at;
  if (DEFAULT.test(masked)) return { name: `default: ${DEFAULT_NAME}`, code: `var ${DEFAULT_NAME} =`, isConstant: true };
  const match = EXPORT.exec(masked);
  if (!match) return undefined;
  const [text, constant, callable, made] = match;
  return { name: (constant ?? callable ?? made)!, code: " ".repeat(text.length), isConstant: constant !== undefined };
}

/**
 * The source, and itself with what stands in quotes, templates and comments blanked, all else in its place. Nothing where a slash may
 * begin a regular expression: only a parser can tell.
 */
export function maskedText(source: string): MaskedText | undefined {
  const masked = mask(source);
  return masked === undefined ? undefined : { source, masked };
}

function mask(source: string): string | undefined {
  const parts: string[] = [];
  /** The depth of braces at which each open template goes on. */
  const templates: number[] = [];
  let braces = 0;
  let copied = 0;
  const blank = (from: number, to: number) => {
    parts.push(source.slice(copied, from), source.slice(from, to).replace(/[^\n]/g, " "));
    copied = to;
  };
  const TOKEN = /["'`{}/]/g;
  for (let match = TOKEN.exec(source); match; match = TOKEN.exec(source)) {
    const [token] = match;
    const { index } = match;
    let end = index + 1;
    if (token === "{") braces++;
    else if (token === "}" && templates.at(-1) === braces) {
      templates.pop();
      end = textEnd(source, end, "`");
    } else if (token === "}") braces--;
    else if (token === "/" && source[end] === "/") end = lineEnd(source, end);
    else if (token === "/" && source[end] === "*") end = commentEnd(source, end + 1);
    else if (token === "/") return undefined;
    else end = textEnd(source, end, token);
    if (end <= index) return undefined;
    if (token === "/") blank(index, end);
    else if (token !== "{" && end > index + 1) {
      blank(index + 1, end - 1);
      if (source[end - 1] === "{") templates.push(braces);
    }
    TOKEN.lastIndex = end;
  }
  parts.push(source.slice(copied));
  return parts.join("");
}

/** The place behind the quote that ends a text, or behind the `${` that interrupts a template; 0 where there is none. */
function textEnd(source: string, from: number, quote: string): number {
  const pattern = quote === "`" ? /\\[^]|`|\$\{/g : quote === '"' ? /\\[^]|["\n]/g : /\\[^]|['\n]/g;
  pattern.lastIndex = from;
  for (let match = pattern.exec(source); match; match = pattern.exec(source)) if (!match[0].startsWith("\\")) return match[0] === "\n" ? 0 : pattern.lastIndex;
  return 0;
}

/** 0 where the comment has no end. */
function commentEnd(source: string, from: number): number {
  const end = source.indexOf("*/", from);
  return end < 0 ? 0 : end + 2;
}

function lineEnd(source: string, from: number): number {
  const end = source.indexOf("\n", from);
  return end < 0 ? source.length : end;
}
