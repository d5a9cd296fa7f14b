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
export async function formatSource(text: string, options: PrettierOptions = defaultOptions): Promise<string> {
  const { format } = await import("prettier");
  const fixed: Options = { parser: "typescript", filepath: "revision.ts", embeddedLanguageFormatting: "off", requirePragma: false };
  try {
    return await format(text, { ...options, ...fixed });
  } catch (error) {
    throw new GravenError("GEN-007", `The revision file could not be formatted: ${messageOf(error)}`, { hint: "Look at the project's template and Prettier configuration.", cause: error });
  }
}
