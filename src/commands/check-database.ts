import { GravenError, messageOf } from "../base/errors.ts";
import { byText } from "../base/text.ts";
import type { Dialect, DialectName } from "../dialects/dialect.ts";
import { diffSchemas } from "../diff/index.ts";
import { describeOperation } from "../operations/apply.ts";
import type { ReadSchema } from "../models/build.ts";
import { schemaAt } from "../revisions/store.ts";
import { followsFromDefaults } from "../schema/privileges.ts";
import { emptySchema, type Schema } from "../schema/types.ts";
import type { CheckResult, Finding } from "./check.ts";
import type { Context } from "./context.ts";
import { readApplied, readDatabase } from "./database.ts";
import { rowFindings } from "./check-rows.ts";
import { openProject, readProjectModels, type Project } from "./project.ts";

export interface DatabaseCheckOptions {
  /** An empty database in which the revisions' schema is built for comparison, so that the server itself spells it. */
  readonly scratch?: string | undefined;
}

/** An embedded database that reads a schema back as its server would, with the extensions that it needs. */
const ownScratch: Readonly<Record<DialectName, (extensions: readonly string[]) => string | undefined>> = {
  postgres: (extensions) => `pglite:?extensions=${extensions.join(",")}`,
  sqlite: () => "sqlite::memory:",
  mysql: () => undefined,
  mariadb: () => undefined,
};

/**
 * Whether the database has what its revisions made and nothing else. What differs is told in the words of operations: what was done
 * to the database by other hands. Nothing in it changes.
 */
export async function checkDatabase(context: Context, options: DatabaseCheckOptions = {}): Promise<CheckResult> {
  const project = await openProject(context);
  const { actual, dialect, heads, half, schema, rows } = await readDatabase(context, project.config, async (database) => {
    const { heads: present, halfApplied } = await readApplied(database, project.store);
    const { schema: recorded } = await schemaAt(project.store, present);
    const catalogue = await database.dialect.readCatalogue(database.connection.query, { ignoreTables: [database.history.key], recorded: recorded.objects, ...(project.config.privileges && { privileges: true }) });
    return {
      dialect: database.dialect,
      heads: present,
      half: halfApplied?.revision,
      schema: recorded,
      actual: catalogue,
      rows: await rowFindings(database.connection, database.dialect, recorded, catalogue, await rowOptionsOf(project, recorded)),
    };
  });
  if (half !== undefined) return { findings: [{ code: "CHK-003", message: `Revision "${half}" stopped in the middle, so the database stands between two schemas.`, hint: "Run `gen upgrade` to end it, then check again." }], changes: [] };
  // A scratch database lacks the roles, and what is granted is spelled in one way only.
  const [recorded, present] = [withoutGrants(schema), withoutImplied(withoutGrants(actual), schema)];
  const { ParsedQueries } = await import("../readers/sql/query-reader.ts");
  const queries = new ParsedQueries(dialect.name, project.config.folder);
  const differences = (expected: Schema, found: Schema) => diffSchemas(withGrants(expected, recorded.grants, project), { ...withGrants(found, present.grants, project), requiredRows: expected.requiredRows }, { comparison: dialect, queries: queries.read }).filter(({ kind }) => kind !== "todo").map(describeOperation);
  const spelled = await withScratch(context, project, dialect, { ...options, schemas: [recorded.bare, present.bare] }, async (readBack) => {
    const expected = await readBack(recorded.bare);
    const found = differences(expected, present.bare);
    if (!found.length) return found;
    // Another version of the server spells the same in other words: what it says is put into the scratch database as well.
    return readBack(present.bare).then(
      (again) => differences(expected, again),
      () => found,
    );
  });
  // Where no server spelled it, both sides take the dialect's own form.
  const changes = spelled ?? differences(dialect.physical({ ...recorded.bare, requiredRows: {} }), dialect.physical(present.bare));
  queries.save();
  const at = heads.length ? heads.join(", ") : "base";
  return { changes, findings: [...changes.map((message): Finding => ({ code: "CHK-002", message: `The database differs from revision ${at}: ${message}.`, hint: "Undo it in the database, or bring it into the models and write a revision." })), ...rows] };
}

function withoutGrants(schema: Schema): { readonly bare: Schema; readonly grants: Schema["objects"] } {
  const isGrant = ([, { kind }]: readonly [string, { readonly kind: string }]) => kind === "grant";
  const objects = Object.entries(schema.objects);
  return { bare: { ...schema, objects: Object.fromEntries(objects.filter((each) => !isGrant(each))) }, grants: Object.fromEntries(objects.filter(isGrant)) };
}

/** What ALTER DEFAULT PRIVILEGES made the server grant on later things is no drift. */
function withoutImplied({ bare, grants }: ReturnType<typeof withoutGrants>, { objects }: Schema): ReturnType<typeof withoutGrants> {
  const recorded = Object.values(objects).flatMap((object) => (object.kind === "grant" ? [object] : []));
  return { bare, grants: Object.fromEntries(Object.entries(grants).filter(([key, grant]) => key in objects || grant.kind !== "grant" || !followsFromDefaults(grant, recorded))) };
}

function withGrants(schema: Schema, grants: Schema["objects"], { config }: Project): Schema {
  return config.privileges ? { ...schema, objects: { ...schema.objects, ...grants } } : schema;
}

/** What the models leave to the users; nothing where they cannot be read, as the database is compared with its revisions. */
async function rowOptionsOf(project: Project, { requiredRows }: Schema): Promise<ReadSchema["rowOptions"]> {
  if (!Object.keys(requiredRows).length) return new Map();
  return readProjectModels(project).then(
    ({ rowOptions }) => rowOptions,
    () => new Map(),
  );
}

/** Gives work a way to have a schema as a server spells it once it was built there. Nothing where there is no scratch database that can hold it. */
async function withScratch<T>(context: Context, project: Project, dialect: Dialect, { scratch, schemas }: DatabaseCheckOptions & { readonly schemas: readonly Schema[] }, work: (readBack: (schema: Schema) => Promise<Schema>) => Promise<T>): Promise<T | undefined> {
  const url = scratch ?? ownScratch[dialect.name](extensionsOf(schemas));
  if (url === undefined) return undefined;
  const { openDatabase } = await import("../drivers/index.ts");
  try {
    const connection = await openDatabase({ url }, { base: project.config.folder });
    try {
      const present = await dialect.readCatalogue(connection.query);
      if (Object.keys(present.tables).length) throw new GravenError("CHK-004", `The scratch database holds tables: ${Object.keys(present.tables).slice(0, 3).join(", ")}.`, { hint: "Give an empty one with --scratch: what is built there is taken away again." });
      // A policy wants its roles; in a database that another one lent they are not ours to make.
      if (scratch === undefined) for (const role of rolesOf(schemas)) await connection.execute(`CREATE ROLE ${dialect.quote(role)}`);
      return await work((schema) => builtIn(connection, dialect, schema));
    } finally {
      await connection.close();
    }
  } catch (error) {
    // What was asked for by name must work; what graven chose by itself may lack an extension, or may not be installed.
    if (scratch !== undefined) throw error instanceof GravenError ? error : new GravenError("CHK-008", `The revisions' schema cannot be built in the scratch database: ${messageOf(error)}`, { hint: "Name one of the same server, which has the extensions and roles that the schema uses.", cause: error });
    context.report({ kind: "note", message: `The schema could not be built in a scratch database (${messageOf(error).split("\n")[0]!.replace(/\.$/, "")}), so spellings are compared by graven's own rules: what is told below may be the same in other words.`, hint: "Make an empty database beside this one, and name it with --scratch." });
    return undefined;
  }
}

function extensionsOf(schemas: readonly Schema[]): string[] {
  const names = schemas.flatMap(({ objects }) => Object.values(objects).flatMap(({ kind, name }) => (kind === "extension" ? [name] : [])));
  return [...new Set(names)].sort(byText);
}

function rolesOf(schemas: readonly Schema[]): string[] {
  const names = schemas.flatMap(({ objects }) => Object.values(objects).flatMap((object) => (object.kind === "policy" ? (object.roles ?? []) : [])));
  return [...new Set(names)].filter((name) => !/^(?:public|current_user|current_role|session_user|postgres)$/i.test(name)).sort(byText);
}

async function builtIn(connection: { query: Parameters<Dialect["readCatalogue"]>[0]; execute(sql: string): Promise<void>; begin(): Promise<void>; rollback(): Promise<void> }, dialect: Dialect, schema: Schema): Promise<Schema> {
  const bare = { ...schema, requiredRows: {} };
  const { ParsedQueries } = await import("../readers/sql/query-reader.ts");
  const run = async (before: Schema, after: Schema) => {
    const { setup, steps } = dialect.plan(diffSchemas(before, after, { comparison: dialect, queries: new ParsedQueries(dialect.name).read }), before);
    for (const sql of [...setup, ...steps.flatMap((step) => (step.kind === "sql" ? [step.sql] : []))]) await connection.execute(sql);
  };
  const readBack = () => dialect.readCatalogue(connection.query, { recorded: schema.objects });
  if (dialect.capabilities.transactionalDdl) {
    await connection.begin();
    try {
      await run(emptySchema, bare);
      return await readBack();
    } finally {
      await connection.rollback();
    }
  }
  await run(emptySchema, bare);
  try {
    return await readBack();
  } finally {
    await run(bare, emptySchema);
  }
}
