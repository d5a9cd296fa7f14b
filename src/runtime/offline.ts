import { GravenError } from "../base/errors.ts";
import type { Dialect, Plan, RowInspection, Step } from "../dialects/dialect.ts";
import { describeOperation } from "../operations/apply.ts";
import type { Operation } from "../operations/index.ts";
import type { History } from "./history.ts";
import { historyRow, operationOf, planRevision, type RevisionWork } from "./plan.ts";

/**
 * The SQL that makes the history's table, for a database that has had no revision yet.
 * @example printHistory(dialect, historyOf(dialect)) + works.map((work) => printRevision(dialect, work)).join("\n")
 */
export function printHistory(dialect: Dialect, history: History): string {
  return paragraphs(["-- The table that holds the history", ...inTransaction(dialect, history.createStatements().map(terminated))]);
}

/**
 * One revision as SQL that another tool can run: the same plan that `runRevision` runs, its history row included.
 * Throws RUN-040 for a function of `op.run`, and whatever planning throws.
 */
export function printRevision(dialect: Dialect, work: RevisionWork, plan = planRevision(dialect, work)): string {
  const steps = stepTexts(dialect, plan, work.operations.map(({ operation }) => operation), (step) => refuseFunction(step, work));
  const body = [...steps, ...plan.verify.map(({ query, message }) => `-- This must find no rows: ${oneLine(message)}\n${terminated(query)}`), terminated(historySql(work, plan))];
  return paragraphs([
    `-- ${work.direction === "upgrade" ? "Upgrade" : "Downgrade"} ${work.revision}${work.message === undefined ? "" : `: ${oneLine(work.message)}`}`,
    ...work.operations.flatMap(({ operation }) => (operation.kind === "confirm" ? [`-- Make sure of this before you run it: ${oneLine(operation.message)}`] : [])),
    ...(plan.setup.length ? plan.setup : dialect.running.scriptStart).map(terminated),
    ...(body.some((text) => text.includes("\r")) ? [carriageReturns] : []),
    ...inTransaction(dialect, body),
    ...plan.cleanup.map(terminated),
  ]);
}

/**
 * The statements of a plan alone, each operation under a comment of its own, for a preview: no history row, and a function only as a comment.
 * @example printPlan(dialect, dialect.plan(operations, before), operations)
 */
export function printPlan(dialect: Dialect, plan: Plan, operations: readonly Operation[]): string {
  const texts = stepTexts(dialect, plan, operations, () => "-- A function runs here, on the open database.");
  return paragraphs([...plan.setup.map(terminated), ...texts, ...plan.cleanup.map(terminated)]);
}

type RunStep = Extract<Step, { readonly kind: "run" }>;

/** The steps, each operation under a comment of its own; steps that refuse a transaction stand between two. */
function stepTexts(dialect: Dialect, plan: Plan, operations: readonly Operation[], printFunction: (step: RunStep) => string): string[] {
  const texts: string[] = [];
  let present: number | undefined;
  for (const step of plan.steps) {
    const operation = operations[step.operation];
    const heading = step.operation === present || !operation ? "" : `-- ${oneLine(describeOperation(operation))}\n`;
    present = step.operation;
    const text = heading + (step.kind === "run" ? printFunction(step) : printStep(step, dialect));
    texts.push(step.transaction || step.kind === "batches" || !dialect.capabilities.transactionalDdl ? text : `COMMIT;\n\n${text}\n\nBEGIN;`);
  }
  return texts;
}

/** The word that ends a statement with a body, for the shells of MySQL and MariaDB. */
const delimiter = "$$";

type PrintableStep = Exclude<Step, RunStep>;

const printers: { readonly [K in PrintableStep["kind"]]: (step: Extract<PrintableStep, { kind: K }>, dialect: Dialect) => string } = {
  sql: ({ sql }, dialect) => (dialect.running.needsDelimiter(sql) ? `DELIMITER ${delimiter}\n${sql.trim().replace(/;$/, "")}\n${delimiter}\nDELIMITER ;` : terminated(sql)),
  keep: ({ name, unknownQuery }) => `-- Warning: online, graven remembers the texts that this finds (${oneLine(name)}). Run it, and run its texts where the next warning stands.\n${commented(unknownQuery)}`,
  inspect: ({ query, inspection }) => `-- ${inspectionNotes[inspection.policy]}${inspection.doing === "insertNew" ? " It should find nothing." : " It should find 0 in each row's \"differs\"."}\n${inspection.policy === "fail" ? terminated(query) : commented(query)}`,
  batches: ({ batches }) => `-- Online this runs in batches of ${batches.size} rows, by the primary key.\n${terminated(batches.wholeSql)}`,
  load: ({ load }) => Array.from(load.statements(), ({ sql }) => sql.map(terminated).join("\n\n")).join("\n\n"),
  restore: ({ name, known }) => [...known.map(terminated), `-- Warning: run here the texts that were found above (${oneLine(name)}).`].join("\n\n"),
};

const inspectionNotes: Readonly<Record<RowInspection["policy"], string>> = {
  keep: "Online, rows that were changed by hand are reported, and kept. This finds them.",
  overwrite: "Online, rows that were changed by hand are reported, and overwritten. This finds them.",
  fail: "Online, rows that were changed by hand end the revision. This finds them.",
};

function printStep(step: PrintableStep, dialect: Dialect): string {
  return printers[step.kind](step as never, dialect);
}

function refuseFunction(step: RunStep, work: RevisionWork): never {
  throw new GravenError("RUN-040", `Revision "${work.revision}" runs a function, which cannot be written as SQL.`, {
    place: operationOf(work, step)?.place,
    hint: "Run this revision on the database itself, or say the same with op.execute.",
  });
}

function historySql(work: RevisionWork, plan: Plan): string {
  const { history, revision, direction } = work;
  const total = plan.steps.length;
  return direction === "downgrade" ? history.deleteSql(revision) : history.insertSql(historyRow(work, total, total));
}

function inTransaction(dialect: Dialect, texts: readonly string[]): string[] {
  return dialect.capabilities.transactionalDdl ? ["BEGIN;", ...texts, "COMMIT;"] : [...texts];
}

const carriageReturns = "-- Warning: what follows holds carriage returns, which the shells of SQLite and MySQL leave out of texts. Run it with a client that keeps them.";

/** A statement with its semicolon, which a comment at its end must not swallow. */
function terminated(sql: string): string {
  const text = sql.trimEnd();
  if (text.endsWith(";")) return text;
  const lastLine = text.slice(text.lastIndexOf("\n") + 1);
  return lastLine.includes("--") ? `${text}\n;` : `${text};`;
}

function commented(sql: string): string {
  return sql.split("\n").map((line) => `--   ${line}`).join("\n");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function paragraphs(texts: readonly string[]): string {
  return `${texts.join("\n\n")}\n`;
}
