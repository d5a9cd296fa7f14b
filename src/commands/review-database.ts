import { bytesText, estimateOf, type TableSize } from "../checks/estimate.ts";
import { ownCodes } from "../checks/own-codes.ts";
import { questionsAbout } from "../checks/questions.ts";
import { operationsBehind, type Finding, type OperationReview, type RevisionReview } from "../checks/review.ts";
import { loadReviewKnowledge } from "../dialects/knowledge.ts";
import { findRevision } from "../revisions/graph.ts";
import type { Context } from "./context.ts";
import { readApplied, withDatabase, type OpenDatabase } from "./database.ts";
import type { Project } from "./project.ts";

/** A table from which on rows should be written in batches. */
const LARGE = 100_000;

/** Adds to reviews what the database says: rows, sizes, what would fail, how long it may take. Every query reads only. */
export async function askDatabase(context: Context, project: Project, reviews: readonly RevisionReview[]): Promise<RevisionReview[]> {
  return withDatabase(context, project.config, async (database) => {
    const sizes = await readSizes(database);
    const edited = await editedRevisions(database, project);
    const asked: RevisionReview[] = [];
    for (const review of reviews) asked.push(await askAbout(database, review, sizes, edited));
    return asked;
  });
}

async function readSizes({ connection, dialect }: OpenDatabase): Promise<ReadonlyMap<string, TableSize>> {
  const { sizesSql } = await loadReviewKnowledge(dialect.name);
  if (sizesSql === undefined) return new Map();
  const rows = await connection.query<{ key: string; rows: unknown; bytes: unknown }>(sizesSql);
  return new Map(rows.map(({ key, rows: count, bytes }) => [key, { ...(count !== null && { rows: Number(count) }), ...(bytes !== null && { bytes: Number(bytes) }) }]));
}

/** Applied revisions whose file has changed since. */
async function editedRevisions(database: OpenDatabase, { store }: Project): Promise<ReadonlySet<string>> {
  const { connection, history } = database;
  if (!(await connection.hasTable(history.key))) return new Set();
  return new Set((await readApplied(database, store)).edited.filter((id) => findRevision(store.graph, id)));
}

async function askAbout(database: OpenDatabase, review: RevisionReview, sizes: ReadonlyMap<string, TableSize>, edited: ReadonlySet<string>): Promise<RevisionReview> {
  const { connection, dialect } = database;
  const { dependentsSql } = await loadReviewKnowledge(dialect.name);
  const answers = new Map<number, { readonly codes: readonly string[]; readonly text: string; readonly isSettled: boolean; readonly n: number }[]>();
  const add = (index: number, answer: { readonly codes: readonly string[]; readonly text: string; readonly isSettled: boolean; readonly n: number }) => answers.set(index, [...(answers.get(index) ?? []), answer]);
  for (const { operation, before, index } of operationsBehind(review)) {
    for (const { sql, say, codes, settles } of questionsAbout(operation, before, dialect)) {
      const n = await countOf(connection, sql);
      if (n !== undefined) add(index, { codes, text: `${say(n)}.`, isSettled: settles && n === 0, n });
    }
    const table = "table" in operation && typeof operation.table === "string" ? operation.table : undefined;
    const isHeld = operation.kind === "dropTable" || operation.kind === "dropColumn" || operation.kind === "renameTable" || (operation.kind === "alterColumn" && operation.changes.type !== undefined);
    if (dependentsSql && isHeld && table !== undefined) {
      const views = (await connection.query<{ name: string }>(dependentsSql(table))).map(({ name }) => name);
      if (views.length) add(index, { codes: ["drop-table", "drop-column", "change-column-type", "rename-table", "lossy-type-change"], text: `Read by ${views.map((name) => `view "${name}"`).join(", ")}, which the database does not let go of.`, isSettled: false, n: views.length });
    }
  }
  const findings = review.findings.map((finding): Finding => {
    const own = (finding.operation === undefined ? [] : (answers.get(finding.operation) ?? [])).filter(({ codes }) => codes.includes(finding.code));
    const size = finding.table === undefined ? undefined : sizes.get(finding.table);
    const words = [...own.map(({ text }) => text), ...(size ? [sizeText(finding.table!, size)] : [])].filter(Boolean).join(" ");
    const isSettled = own.length > 0 && own.every((answer) => answer.isSettled);
    const isLarge = finding.code === "backfill-in-ddl-tx" && (size?.rows ?? 0) >= LARGE;
    return { ...finding, ...(words && { seen: words }), ...(isSettled && { severity: "info" as const }), ...(isLarge && { severity: "error" as const }) };
  });
  // What no rule reports is told all the same where it makes the revision fail.
  const failing = [...answers].flatMap(([index, some]) =>
    some.filter(({ codes, n, isSettled }) => n > 0 && !isSettled && codes.some((code) => code === "add-check-validating" || code === "add-fk-validating") && !findings.some(({ code, operation }) => operation === index && codes.includes(code))).map(({ text }): Finding => {
      const place = operationsBehind(review)[index]?.place;
      return { code: ownCodes.rowsRefuse, severity: "error", message: text, why: "The rows that stand make this fail. Mend them first.", operation: index, ...(place && { place }), dialects: [dialect.name] };
    }),
  );
  const changed: Finding[] = edited.has(review.revision) ? [{ code: ownCodes.editedRevision, severity: "error", message: `Revision "${review.revision}" was edited after this database had applied it.`, why: "The database holds what it did then; another one will hold what it does now. Put the change into a new revision.", ...(review.file !== undefined && { place: { file: review.file } }), dialects: [dialect.name] }] : [];
  const operations = review.operations.map((operation): OperationReview => ({ ...operation, steps: Object.fromEntries(Object.entries(operation.steps).map(([name, steps]) => [name, (steps ?? []).map((step) => withEstimate(step, sizes))])) }));
  return { ...review, findings: [...changed, ...failing, ...findings], operations };
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
