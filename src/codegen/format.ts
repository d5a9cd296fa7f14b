import type { Options } from "prettier";
import { GravenError, messageOf } from "../base/errors.ts";
import type { PrettierOptions } from "./source.ts";

/** A project without a configuration of its own gets this one. */
export const defaultOptions: PrettierOptions = { printWidth: 100 };

/** The project's Prettier configuration for a file, or nothing where it has none. */
export async function resolvePrettierConfig(path: string): Promise<PrettierOptions | undefined> {
  const { resolveConfig } = await import("prettier");
  return ((await resolveConfig(path, { editorconfig: true })) as PrettierOptions | null) ?? undefined;
}

/** Loads the formatter ahead of its use. */
export async function loadFormatter(): Promise<void> {
  await import("prettier");
}

/** Formats TypeScript. SQL within templates is left as it is: it is frozen. Throws GEN-007 when the text is no TypeScript. */
export function formatSource(text: string, options: PrettierOptions = defaultOptions): Promise<string> {
  return formatWith("typescript", text, options);
}

/** Formats statements that graven has printed. Of the parsers of TypeScript that give the same text, this is the faster one. */
export function formatPrinted(text: string, options: PrettierOptions): Promise<string> {
  return formatWith("babel-ts", text, options);
}

async function formatWith(parser: "typescript" | "babel-ts", text: string, options: PrettierOptions): Promise<string> {
  const { format } = await import("prettier");
  const fixed: Options = { parser, filepath: "revision.ts", embeddedLanguageFormatting: "off", requirePragma: false };
  try {
    return await format(text, { ...options, ...fixed });
  } catch (error) {
    throw new GravenError("GEN-007", `The revision file could not be formatted: ${messageOf(error)}`, { hint: "Look at the project's template and Prettier configuration.", cause: error });
  }
}
