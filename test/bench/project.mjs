// Scratch projects: a folder of its own per tool, with the packages linked to those of this repository.
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { projectFiles } from "./models.mjs";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** How each tool makes a migration from what changed in the models. */
const commands = {
  graven: [join(root, "dist/cli/bin.js"), "revision", "--autogenerate", "-m", "bench", "--renames", "never"],
  drizzle: [join(root, "node_modules/drizzle-kit/bin.cjs"), "generate", "--name", "bench"],
};

const packages = {
  graven: [["graven", root]],
  drizzle: ["drizzle-kit", "drizzle-orm"].map((name) => [name, join(root, "node_modules", name)]),
};

/** A project of one tool in a folder below `parent`. */
export function makeProject(tool, parent, tables) {
  const folder = join(parent, tool);
  const migrations = join(folder, "migrations");
  const kept = join(folder, "kept-migrations");
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  for (const [name, path] of packages[tool]) symlinkSync(path, join(folder, "node_modules", name));

  return {
    tool,
    folder,
    migrations,
    command: commands[tool],
    /** Writes the models; the first `added` tables get one column more. */
    writeModels(added) {
      for (const [name, text] of projectFiles(tool, tables, added)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), text);
      }
    },
    /** Takes the history back to nothing. */
    clear: () => rmSync(migrations, { recursive: true, force: true }),
    /** Keeps the history as it stands, to come back to it. */
    keep: () => {
      rmSync(kept, { recursive: true, force: true });
      cpSync(migrations, kept, { recursive: true, preserveTimestamps: true });
    },
    restore: () => {
      rmSync(migrations, { recursive: true, force: true });
      if (existsSync(kept)) cpSync(kept, migrations, { recursive: true, preserveTimestamps: true });
    },
  };
}
