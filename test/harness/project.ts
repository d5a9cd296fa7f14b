import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { projectContext, snapshot } from "../../src/index.ts";
import type { TestName } from "../../src/testing/index.ts";

/** A project that the harness must judge: its files, how it is tested, and what must come out. */
export interface JudgedProject {
  readonly name: string;
  /** Models, as the text of `models.ts`. Absent: none is compared, and the tests of models are left out. */
  readonly models?: string;
  /** The revisions by file name, without their imports and ids where `revisionFile` writes those. */
  readonly revisions: readonly string[];
  /** More files, by path. The snapshots of another config's revisions are made too. */
  readonly files?: Readonly<Record<string, string>>;
  /** The folder of `revisions`, or several with that one first; revisions of the others are among `files`. */
  readonly migrations?: string | readonly string[];
  /** The config's database. Default SQLite. */
  readonly url?: string;
  /** The options of `revisionTests`, as its source text. */
  readonly options?: string;
  /** Another config of the project whose revisions are tested beside, with its options. */
  readonly beside?: { readonly config: string; readonly options: string };
  /** Tests that must fail, each with what its message must hold: `upgrade`, or `on pglite: upgrade` for one of several databases. All others that run must pass. */
  readonly fails?: { readonly [Name in TestName]?: RegExp } & { readonly [Name in `on ${string}: ${TestName}`]: RegExp };
  /** How many tests must run. */
  readonly count?: number;
  /** Warnings that must be told, on whatever test. */
  readonly warns?: readonly RegExp[];
  /** What happens to the folder once the snapshots are made. */
  readonly afterSnapshots?: (folder: string) => void;
}

export const scratch = fileURLToPath(new URL("scratch/", import.meta.url));

/** The text of a revision file: its head, and the bodies of its functions. */
export function revisionFile({ id, down = null, upgrade = "", downgrade = "", head = "", labels = [] }: { readonly id: string; readonly down?: string | readonly string[] | null; readonly upgrade?: string; readonly downgrade?: string | null; readonly head?: string; readonly labels?: readonly string[] }): string {
  return [
    `/**\n * ${id}\n *\n * Revision  ${id}\n * Created   2026-01-01T00:00:${String(counter++ % 60).padStart(2, "0")}Z\n */`,
    'import { index, integer, sql, table, text, varchar, type Operations } from "graven/revision";',
    head,
    `export const revision = ${JSON.stringify(id)};`,
    `export const downRevision = ${JSON.stringify(down)};`,
    `export const branchLabels: string[] = ${JSON.stringify(labels)};`,
    "export const dependsOn: string[] = [];",
    `void [index, integer, sql, table, text, varchar];`,
    `export function upgrade(op: Operations) {\n${upgrade}\n}`,
    downgrade === null ? "" : `export function downgrade(op: Operations) {\n${downgrade}\n}`,
    "",
  ].join("\n");
}

let counter = 0;

/** Writes a project into its folder, with snapshots, and gives the folder. */
export async function writeProject(project: JudgedProject, base = scratch): Promise<string> {
  const folder = join(base, project.name.replaceAll(/\W+/g, "_"));
  rmSync(folder, { recursive: true, force: true });
  const folders = [project.migrations ?? "migrations"].flat();
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write("graven.config.ts", `export default { models: "./models.ts", migrations: ${JSON.stringify(folders)}, url: ${JSON.stringify(project.url ?? "sqlite:dev.db")} };\n`);
  write("models.ts", project.models ?? 'import { integer, table } from "graven/models";\nexport const unused = table("unused", { id: integer().primaryKey() });\n');
  for (const text of project.revisions) write(`${folders[0]}/${/export const revision = "(\w+)"/.exec(text)![1]}.ts`, text);
  for (const [path, text] of Object.entries(project.files ?? {})) write(path, text);
  await snapshot(projectContext({ folder }));
  if (project.beside) await snapshot(projectContext({ folder, config: join(folder, project.beside.config) }));
  project.afterSnapshots?.(folder);
  return folder;
}

/** What declares the tests of a project, as source text. */
export function testsText(project: JudgedProject, folder: string): string {
  const { beside } = project;
  const others = beside && `revisionTests({ config: ${JSON.stringify(join(folder, beside.config))}, ...${beside.options} });`;
  return `describe(${JSON.stringify(project.name)}, () => { revisionTests(${optionsText(project, folder)}); ${others ?? ""} });`;
}

/** The options of a project as source text, with the tests of models left out where it has none. */
function optionsText(project: JudgedProject, folder: string): string {
  const exclude = project.models === undefined ? 'exclude: ["modelsMatch", "modelsRegistered"], ' : "";
  return `{ config: ${JSON.stringify(join(folder, "graven.config.ts"))}, ${exclude}...${project.options ?? "{}"} }`;
}
