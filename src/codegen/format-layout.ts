import type { PrettierOptions } from "./source.ts";

/** The options by which a text is cut in pieces and put together again. */
export interface Layout {
  readonly printWidth: number;
  /** One step of the indentation. */
  readonly indentation: string;
  /** Whether the last item of a list on several lines is followed by a comma too. */
  readonly hasTrailingCommas: boolean;
}

/** The options that say the same of a piece as of the whole it was cut from. */
const local = new Set([
  "printWidth", "tabWidth", "useTabs", "semi", "singleQuote", "quoteProps", "trailingComma", "bracketSpacing",
  "arrowParens", "endOfLine", "objectWrap", "jsxSingleQuote", "bracketSameLine", "singleAttributePerLine", "htmlWhitespaceSensitivity", "vueIndentScriptAndStyle",
  "proseWrap", "experimentalTernaries", "experimentalOperatorPosition", "embeddedLanguageFormatting", "requirePragma", "parser", "filepath",
]);

/** The layout that Prettier's options ask for; nothing where an option looks at the file as a whole, or is not known here. */
export function layoutOf(options: PrettierOptions): Layout | undefined {
  const { printWidth = 80, tabWidth = 2, useTabs = false, trailingComma = "all", endOfLine = "lf" } = options;
  const areLocal = Object.entries(options).every(([name, value]) => local.has(name) || !value || (Array.isArray(value) && !value.length));
  if (!areLocal || endOfLine === "cr" || !isBetween(printWidth, 20, 1000) || !isBetween(tabWidth, 1, 16)) return undefined;
  return { printWidth, indentation: useTabs ? "\t" : " ".repeat(tabWidth), hasTrailingCommas: trailingComma !== "none" };
}

function isBetween(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}
