import { createRequire } from "node:module";
import { join } from "node:path";
import { GravenError } from "../base/errors.ts";
import { didYouMean, quotedList } from "../base/text.ts";
import { configNames } from "./config.ts";
import type { Context } from "./context.ts";
import { initDialects, initTemplates, type InitDialect } from "./init-choices.ts";

export interface InitOptions {
  readonly dialect?: string | undefined;
  /** `example` (the default) writes a small model to start from, `blank` an empty one. */
  readonly template?: string | undefined;
}

export interface InitResult {
  readonly files: readonly string[];
  /** The package that the project still needs to reach its database. */
  readonly client?: string;
}

/** Writes a config and a models file to start from; a file that is there already is never touched. */
export async function init(context: Context, options: InitOptions = {}): Promise<InitResult> {
  const dialect = chosen(options.dialect ?? "sqlite", Object.keys(initDialects) as InitDialect[], "dialect");
  const template = chosen(options.template ?? "example", initTemplates, "template");
  for (const name of configNames) {
    const path = join(context.folder, name);
    if ((await context.files.read(path)) !== undefined) throw new GravenError("CFG-006", `This project has a ${name} already; nothing was written.`, { place: { file: path }, hint: "Edit it, or remove it first." });
  }
  const { readTemplate } = await import("../codegen/template-files.ts");
  const { url, client } = initDialects[dialect];
  const models = join(context.folder, "src", "models.ts");
  const files = [{ path: join(context.folder, "graven.config.ts"), text: (await readTemplate("graven.config.ts")).replaceAll("sqlite:dev.db", url) }];
  if ((await context.files.read(models)) === undefined) files.push({ path: models, text: template === "blank" ? blankModels : await readTemplate("models.ts") });
  await context.files.writeAll(files);
  for (const { path } of files) context.report({ kind: "wrote", file: path });
  return { files: files.map(({ path }) => path), ...(!isInstalled(client, context.folder) && { client }) };
}

const blankModels = `import { integer, table, text } from "graven/models";

export const note = table("note", {
  id: integer().primaryKey().autoIncrement(),
  body: text().notNull(),
});
`;

function isInstalled(client: string, folder: string): boolean {
  try {
    createRequire(join(folder, "package.json")).resolve(client);
    return true;
  } catch {
    // Not found is an answer, not a fault.
    return false;
  }
}

function chosen<T extends string>(given: string, known: readonly T[], noun: string): T {
  if ((known as readonly string[]).includes(given)) return given as T;
  throw new GravenError("CLI-004", `There is no ${noun} "${given}".`, { hint: didYouMean(given, known) ?? `There are ${quotedList(known)}.` });
}
