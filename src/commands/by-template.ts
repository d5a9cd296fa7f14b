import { GravenError } from "../base/errors.ts";
import type { WriteOptions } from "../codegen/source.ts";
import type { LoadedConfig } from "./config.ts";
import type { Context } from "./context.ts";

/**
 * Lets a revision be written by the project's template, in the format of its place. Throws CFG-005 where there is no such template,
 * GEN-001 with its path where something is missing in it.
 */
export async function byTemplate(context: Context, { template: path }: Pick<LoadedConfig, "template">, file: string, write: (options: WriteOptions) => Promise<string>): Promise<string> {
  const { resolvePrettierConfig } = await import("../codegen/index.ts");
  const [template, prettier] = await Promise.all([path === undefined ? undefined : context.files.read(path), resolvePrettierConfig(file)]);
  if (path === undefined) return write({ prettier });
  if (template === undefined) throw new GravenError("CFG-005", `There is no template ${path}.`, { hint: "Correct `template` in the config, or remove it." });
  try {
    return await write({ template, prettier });
  } catch (error) {
    if (!(error instanceof GravenError) || error.code !== "GEN-001") throw error;
    throw new GravenError(error.code, error.message, { place: { file: path }, hint: error.hint, cause: error });
  }
}
