import { readFile } from "node:fs/promises";

/** The files under `templates/` that `gen init` and `gen revision` start from. */
export type TemplateName = "revision.ts" | "graven.config.ts" | "models.ts";

/** The text of one of the package's own templates. */
export async function readTemplate(name: TemplateName): Promise<string> {
  // The folder stands beside `src` and `dist` alike.
  return readFile(new URL(`../../templates/${name}`, import.meta.url), "utf8");
}
