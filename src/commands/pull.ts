import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { GravenError } from "../base/errors.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { diffSchemas } from "../diff/index.ts";
import { describeOperation } from "../operations/apply.ts";
import type { Operation } from "../operations/index.ts";
import { emptySchema, type Schema } from "../schema/types.ts";
import { findChanges } from "./autogenerate.ts";
import type { LoadedConfig } from "./config.ts";
import type { Context } from "./context.ts";
import { readDatabase } from "./database.ts";
import { plainDefaults } from "./plain-defaults.ts";
import { openProject, readProjectModels, type Project } from "./project.ts";
import { writeRevisionFiles } from "./write-revision.ts";
import { stamp } from "./stamp.ts";

export interface PullOptions {
  /** The models file; its ending says TypeScript or SQL. Default: the first file of `models` that is no pattern. */
  readonly out?: string | undefined;
  /** Write SQL where no file says it. */
  readonly sql?: boolean | undefined;
  /** Write over a models file that is there. */
  readonly force?: boolean | undefined;
  /** `false`: write the models alone, no revision and no stamp. */
  readonly baseline?: boolean | undefined;
  readonly message?: string | undefined;
  readonly revisionId?: string | undefined;
  /** PostgreSQL schemas to read. Default: all but the system's. */
  readonly schemas?: readonly string[] | undefined;
}

export interface PullResult {
  readonly models: string;
  /** The baseline, where one was written; the database stands at it now. */
  readonly revision?: string;
  readonly file?: string;
  /** What was found, in the words of operations. */
  readonly operations: readonly string[];
  /** What the models say differently than the database: nothing, unless something has no words in them. */
  readonly differences: readonly string[];
}

/**
 * Writes the schema of a live database as models, and a baseline revision at which the database is stamped: from then on the
 * project goes on with revisions. Nothing in the database changes but the history.
 */
export async function pull(context: Context, options: PullOptions = {}): Promise<PullResult> {
  const project = await openProject(context);
  const models = modelsFile(project.config, options);
  const replaces = options.force === true;
  if (!replaces && existsSync(models)) throw new GravenError("FIL-002", `The file ${models} is there already; it was not touched.`, { hint: "Name another one with --out, or say --force to write over it." });
  const { schema, dialect } = await readDatabase(context, project.config, async ({ connection, dialect: present, history }) => {
    const read = await present.readCatalogue(connection.query, { ignoreTables: [history.key], ...(project.config.privileges && { privileges: true }), ...(options.schemas?.length && { schemas: options.schemas }) });
    if (present.leftOutSql !== undefined) tellLeftOut(context, await connection.query<{ noun: string; name: string }>(present.leftOutSql));
    return { schema: plainDefaults(read, present), dialect: present };
  });
  const { ParsedQueries } = await import("../readers/sql/query-reader.ts");
  const operations = diffSchemas(emptySchema, schema, { comparison: dialect, queries: new ParsedQueries(dialect.name).read });
  if (!operations.length) throw new GravenError("PUL-001", "The database is empty: there is nothing to pull.", { hint: "Is it the right one? --url names another." });
  const text = models.endsWith(".sql") ? sqlText(dialect, operations) : await typescriptText(project, schema, dialect, models);
  const written = await write(context, project, options, { path: models, text, replace: replaces }, operations);
  const differences = await differencesOf(project, schema, models, context);
  return { models, ...written, operations: operations.map(describeOperation), differences };
}

/** One note on what the models do not say, as they have no words for it. */
function tellLeftOut(context: Context, things: readonly { readonly noun: string; readonly name: string }[]): void {
  if (!things.length) return;
  const some = things.slice(0, 5).map(({ noun, name }) => `${noun} ${name}`).join(", ");
  context.report({ kind: "note", message: `Left out: ${some}${things.length > 5 ? ` and ${things.length - 5} more` : ""}.`, hint: 'A model has no words for it. It stays in the database; for others, create it in a revision with op.execute(…), or in an SQL file with unsupported: "raw" in the config.' });
}

function modelsFile({ folder, models }: LoadedConfig, { out, sql }: PullOptions): string {
  if (out !== undefined) return resolve(folder, out);
  const isFile = (path: string) => (sql ? /\.sql$/ : /\.(?:ts|mts|sql)$/).test(path) && !/[*?{[!(]/.test(path);
  return resolve(folder, models.find(isFile) ?? (sql ? "schema.sql" : "src/models.ts"));
}

async function typescriptText({ config }: Project, schema: Schema, dialect: Dialect, path: string): Promise<string> {
  const [{ writeModels }, { resolvePrettierConfig }] = await Promise.all([import("../codegen/models.ts"), import("../codegen/index.ts")]);
  return writeModels(schema, { naming: { ...dialect.naming, convention: config.naming }, prettier: await resolvePrettierConfig(path) });
}

/** The statements that make the schema, each as the database's own client takes it. */
function sqlText(dialect: Dialect, operations: readonly Operation[]): string {
  const plan = dialect.plan(operations, emptySchema);
  const statements = plan.steps.flatMap((step) => (step.kind === "sql" ? [clientText(dialect, step.sql)] : []));
  return `${statements.join("\n\n")}\n`;
}

/** Where the client splits at semicolons within a body, it is told of another sign. */
function clientText({ syntax }: Dialect, sql: string): string {
  if (!syntax.delimiterCommand || !sql.includes(";")) return `${sql};`;
  return `DELIMITER ;;\n${sql};;\nDELIMITER ;`;
}

async function write(context: Context, project: Project, options: PullOptions, models: { readonly path: string; readonly text: string; readonly replace: boolean }, operations: readonly Operation[]): Promise<{ revision?: string; file?: string }> {
  const { graph } = project.store;
  if (options.baseline === false || graph.revisions.size > 0) {
    await context.files.writeAll([models]);
    context.report({ kind: "wrote", file: models.path });
    if (options.baseline !== false) context.report({ kind: "note", message: "The project has revisions already, so no baseline was written.", hint: "`gen revision --autogenerate` writes what the models have now and the revisions have not." });
    return {};
  }
  const given = { message: options.message ?? "baseline", revisionId: options.revisionId };
  const written = await writeRevisionFiles(context, project, given, { parents: [], needed: [], branchLabels: [], dependsOn: [] }, operations, emptySchema, [models]);
  context.report({ kind: "wrote", file: models.path });
  try {
    await stamp(context, { revisions: [written.revision] });
  } catch (error) {
    context.report({ kind: "note", message: "The files are written, but the database is not stamped.", hint: `Run \`gen stamp ${written.revision}\`.` });
    throw error;
  }
  return written;
}

/** What the written models say differently than the database that they were written from. */
async function differencesOf(project: Project, schema: Schema, path: string, context: Context): Promise<readonly string[]> {
  const { findModelFiles } = await import("../readers/models/find-files.ts");
  const files = await findModelFiles(project.config.models, project.config.folder).catch((): readonly string[] => []);
  if (!files.includes(path)) {
    context.report({ kind: "note", message: `${path} is not among the \`models\` of the config.`, hint: "Add it there, so that the next revision compares it." });
    return [];
  }
  const read = await readProjectModels(project);
  const { operations } = await findChanges(schema, read, project.dialect, {}, { rename: async () => null, backfill: async () => undefined });
  return operations.map(describeOperation);
}
