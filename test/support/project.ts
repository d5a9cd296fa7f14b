import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { projectContext, snapshot, type ProjectOptions } from "../../src/index.ts";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** A revision of a made-up project: what stands in its functions, and its place in the history. */
export interface MadeRevision {
  readonly id: string;
  readonly message?: string;
  readonly parents?: readonly string[];
  readonly labels?: readonly string[];
  /** What stands above the functions: stubs. */
  readonly stubs?: string;
  readonly imports?: string;
  readonly upgrade?: string;
  readonly downgrade?: string;
}

/** What the files of a project are written in; JavaScript loads without a reader of types. */
export type Language = "ts" | "js";

/** A project in a scratch folder, with graven and the clients in its reach. */
export interface MadeProject {
  readonly folder: string;
  write(path: string, text: string): void;
  context(options?: ProjectOptions): ReturnType<typeof projectContext>;
  remove(): void;
}

/** Writes a project; revisions without parents follow one another. Their snapshots are made. */
export async function makeProject(revisions: readonly MadeRevision[], config = "{}", language: Language = "ts"): Promise<MadeProject> {
  const folder = mkdtempSync(join(tmpdir(), "graven-project-"));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(root, join(folder, "node_modules", "graven"));
  for (const name of ["better-sqlite3", "pg", "mysql2"]) symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
  const project: MadeProject = {
    folder,
    write: (path, text) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    context: (options = {}) => projectContext({ folder, ...options }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  project.write("package.json", '{ "type": "module" }\n');
  project.write("models.ts", 'import { integer, table } from "graven/models";\nexport const model = table("model", { id: integer().primaryKey() });\n');
  project.write(`graven.config.${language}`, `export default { models: "./models.ts", url: "sqlite:dev.db", ...${config} };\n`);
  revisions.forEach((revision, at) => project.write(`migrations/${revision.id}.${language}`, revisionText(revision, revision.parents ?? (at ? [revisions[at - 1]!.id] : []), at, language)));
  await snapshot(project.context());
  return project;
}

/** The text of a revision file. */
export function revisionText({ id, message = id, labels = [], stubs = "", imports = "", upgrade = "", downgrade = "" }: MadeRevision, parents: readonly string[], at: number, language: Language = "ts"): string {
  const typed = (type: string) => (language === "ts" ? type : "");
  const down = parents.length > 1 ? JSON.stringify(parents) : parents.length ? JSON.stringify(parents[0]) : "null";
  return `/**
 * ${message}
 *
 * Revision  ${id}
 * Created   2026-01-${String((at % 28) + 1).padStart(2, "0")}T00:00:00Z
 */
import { ${imports}${typed("type Operations ")}} from "graven/revision";

export const revision = ${JSON.stringify(id)};
export const downRevision = ${down};
export const branchLabels${typed(": string[]")} = ${JSON.stringify(labels)};
export const dependsOn${typed(": string[]")} = [];
${stubs}
export function upgrade(op${typed(": Operations")}) {
${upgrade}
}

export function downgrade(op${typed(": Operations")}) {
${downgrade}
}
`;
}
