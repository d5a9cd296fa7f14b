import { splitStatements } from "../base/sql-statements.ts";
import { bytesText, estimateOf, type TableSize } from "../checks/estimate.ts";
import { ownCodes } from "../checks/own-codes.ts";
import { reachOf, reachOfCascade } from "../checks/cascades.ts";
import { questionsAbout, type Question } from "../checks/questions.ts";
import { rowsTaken } from "../checks/rows-taken.ts";
import { operationsBehind, type Finding, type OperationReview, type RevisionReview } from "../checks/review.ts";
import { keyLike } from "../dialects/ansi/schema-lookup.ts";
import { loadReviewKnowledge, type ReviewKnowledge } from "../dialects/knowledge.ts";
import { findRevision } from "../revisions/graph.ts";
import type { Context } from "./context.ts";
import { readApplied, readDatabase, type OpenDatabase } from "./database.ts";
import type { Project } from "./project.ts";
import { dependentFindings } from "./review-dependents.ts";

/** A table from which on rows should be written in batches. */
const LARGE = 100_000;

/** What a function or a block of code writes is not known. */
const anyTable = "*";

/** The rules whose rows, where the database has them, make the statement fail. */
const failing: ReadonlySet<string> = new Set(["set-not-null-data", "add-unique-data", "add-not-null-no-default"]);

interface Answer {
  readonly codes: readonly string[];
  readonly text: string;
  readonly isSettled: boolean;
  readonly n: number;
  readonly means: Question["means"];
}

/** Adds to reviews what the database says: rows, sizes, what would fail, how long it may take. Every query reads only. */
export async function askDatabase(context: Context, project: Project, reviews: readonly RevisionReview[]): Promise<RevisionReview[]> {
  return readDatabase(context, project.config, async (database) => {
    const knowledge = await loadReviewKnowledge(database.dialect.name);
    // A check may call a function that writes; the server refuses it then.
    const [on, off] = knowledge.readOnly;
    await database.connection.execute(on);
    try {
      const sizes = await readSizes(database, knowledge);
      const edited = await editedRevisions(database, project);
      const asked: RevisionReview[] = [];
      for (const review of reviews) {
        await addSizes(database, knowledge, review, sizes);
        asked.push(await askAbout(database, knowledge, review, sizes, edited));
      }
      return asked;
    } finally {
      await database.connection.execute(off);
    }
  });
}

async function readSizes({ connection }: OpenDatabase, { sizesSql }: ReviewKnowledge): Promise<Map<string, TableSize>> {
  if (sizesSql === undefined) return new Map();
  const rows = await connection.query<SizeRow & { key: string }>(sizesSql);
  return new Map(rows.map(({ key, ...row }) => [key, sizeOf(row)]));
}

type SizeRow = { readonly rows: unknown; readonly bytes: unknown };

function sizeOf({ rows, bytes }: SizeRow): TableSize {
  return { ...(rows !== null && { rows: Number(rows) }), ...(bytes !== null && { bytes: Number(bytes) }) };
}

/** Below these bytes rows that no catalogue tells of are counted. */
const COUNTED = 64_000_000;

/** The sizes of the tables that a review speaks of, where the catalogue has not told them. */
async function addSizes({ connection, dialect }: OpenDatabase, { sizeSql }: ReviewKnowledge, review: RevisionReview, sizes: Map<string, TableSize>): Promise<void> {
  const worked = review.operations.flatMap(({ steps }) => (steps[dialect.name] ?? []).flatMap(({ effects }) => effects.work.map(({ table }) => table)));
  for (const table of new Set([...worked, ...review.findings.flatMap(({ table: each }) => each ?? [])])) {
    const known = sizes.get(table);
    if (known?.rows !== undefined || (known?.bytes ?? 0) > COUNTED || !review.before.tables[table]) continue;
    const [row] = sizeSql ? await connection.query<SizeRow>(sizeSql(table)).catch(() => []) : [];
    const rows = row ? undefined : await countOf(connection, `SELECT count(*) AS n FROM ${dialect.tableName(table)}`);
    if (row || rows !== undefined) sizes.set(table, { ...known, ...(row ? sizeOf(row) : { rows: rows! }) });
  }
}

/** Applied revisions whose file has changed since. */
async function editedRevisions(database: OpenDatabase, { store }: Project): Promise<ReadonlySet<string>> {
  const { connection, history } = database;
  if (!(await connection.hasTable(history.key))) return new Set();
  return new Set((await readApplied(database, store)).edited.filter((id) => findRevision(store.graph, id)));
}

async function askAbout(database: OpenDatabase, knowledge: ReviewKnowledge, review: RevisionReview, sizes: ReadonlyMap<string, TableSize>, edited: ReadonlySet<string>): Promise<RevisionReview> {
  const { connection, dialect } = database;
  const answers = new Map<number, Answer[]>();
  const written = new Set<string>();
  const ask = async (index: number, { table, sql, say, codes, settles, means }: Question) => {
    const n = await countOf(connection, sql);
    // Rows that the revision itself writes before may be mended by then; what a rule says of that is enough.
    const stands = !written.has(table) && !written.has(anyTable);
    if (n !== undefined) answers.set(index, [...(answers.get(index) ?? []), { codes, text: `${say(n)}.`, isSettled: settles && n === 0, n, means: stands ? means : undefined }]);
  };
  for (const { operation, before, index } of operationsBehind(review)) {
    for (const question of questionsAbout(operation, before, dialect)) await ask(index, question);
    for (const { sql } of review.operations[index]!.steps[dialect.name] ?? []) {
      const statement = knowledge.readStatement(splitStatements(sql)[0]?.tokens ?? []);
      const taken = statement.kind === "delete" || statement.kind === "update" ? rowsTaken(sql) : [];
      for (const each of taken) for (const question of reachOf(each, before, dialect, (table) => written.has(table))) await ask(index, question);
      if (knowledge.cascades) for (const question of reachOfCascade(statement, before, dialect)) await ask(index, question);
      for (const { table } of taken) written.add(keyLike(before, table));
      if (statement.kind === "delete" || statement.kind === "update" || statement.kind === "insert") written.add(keyLike(before, statement.table));
      if (statement.kind === "block") written.add(anyTable);
    }
    if (operation.kind === "run") written.add(anyTable);
    if (operation.kind === "backfill") written.add(operation.table);
  }
  const findings = review.findings.map((finding): Finding => {
    const own = (finding.operation === undefined ? [] : (answers.get(finding.operation) ?? [])).filter(({ codes }) => codes.includes(finding.code));
    const size = finding.table === undefined ? undefined : sizes.get(finding.table);
    const words = [...own.map(({ text }) => text), ...(size ? [sizeText(finding.table!, size)] : [])].filter(Boolean).join(" ");
    const isSettled = own.length > 0 && own.every((answer) => answer.isSettled);
    // What may fail anywhere does fail here.
    const isFailing = failing.has(finding.code) && own.some(({ n, isSettled: settled }) => n > 0 && !settled);
    const isLarge = finding.code === "backfill-in-ddl-tx" && (size?.rows ?? 0) >= LARGE;
    return { ...finding, ...(words && { seen: words }), ...(isSettled && { severity: "info" as const }), ...((isLarge || isFailing) && { severity: "error" as const }) };
  });
  // What no rule reports is told all the same: what makes the revision fail, and rows that go along.
  const told = (index: number, { codes }: Answer) => findings.some(({ code, operation }) => operation === index && codes.includes(code));
  const refusing = [...answers].flatMap(([index, some]) =>
    some.filter((answer) => answer.n > 0 && answer.means !== undefined && !told(index, answer)).map(({ text, means }): Finding => {
      const place = operationsBehind(review)[index]?.place;
      const kind = means === "fails" ? { code: ownCodes.rowsRefuse, severity: "error" as const, why: "The rows that stand make this fail. Mend them first." } : { code: ownCodes.rowsCascade, severity: "warn" as const, why: "Foreign keys act on rows that no line of the revision names. Move or delete those rows in a step of their own, so that a person reads it." };
      return { ...kind, message: text, operation: index, ...(place && { place }), dialects: [dialect.name] };
    }),
  );
  const dependents = await dependentFindings(database, review, knowledge);
  const changed: Finding[] = edited.has(review.revision) ? [{ code: ownCodes.editedRevision, severity: "error", message: `Revision "${review.revision}" was edited after this database had applied it.`, why: "The database holds what it did then; another one will hold what it does now. Put the change into a new revision.", ...(review.file !== undefined && { place: { file: review.file } }), dialects: [dialect.name] }] : [];
  const operations = review.operations.map((operation): OperationReview => ({ ...operation, steps: Object.fromEntries(Object.entries(operation.steps).map(([name, steps]) => [name, (steps ?? []).map((step) => withEstimate(step, sizes))])) }));
  return { ...review, findings: [...changed, ...dependents, ...refusing, ...findings], operations };
}

function withEstimate<Step extends { readonly effects: Parameters<typeof estimateOf>[0] }>(step: Step, sizes: ReadonlyMap<string, TableSize>): Step {
  const estimate = estimateOf(step.effects, sizes);
  return estimate === undefined ? step : { ...step, estimate };
}

function sizeText(table: string, { rows, bytes }: TableSize): string {
  const parts = [...(rows === undefined ? [] : [`about ${rows.toLocaleString("en-US")} rows`]), ...(bytes === undefined ? [] : [bytesText(bytes)])];
  return parts.length ? `"${table}" has ${parts.join(", ")}.` : "";
}

/** The number that a question gives; nothing where the database does not know the table yet. */
async function countOf(connection: OpenDatabase["connection"], sql: string): Promise<number | undefined> {
  try {
    const [row] = await connection.query<{ n: unknown }>(sql);
    return Number(row?.n ?? 0);
  } catch {
    return undefined;
  }
}
