import { GravenError } from "../base/errors.ts";
import type { Dialect, Plan, Step } from "../dialects/dialect.ts";
import { describeOperation } from "../operations/apply.ts";
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
export function printRevision(dialect: Dialect, work: RevisionWork): string {
  const plan = planRevision(dialect, work);
  const body = [...stepTexts(dialect, work, plan), ...plan.verify.map(({ query, message }) => `-- This must find no rows: ${oneLine(message)}\n${terminated(query)}`), terminated(historySql(work, plan))];
  return paragraphs([
    `-- ${work.direction === "upgrade" ? "Upgrade" : "Downgrade"} ${work.revision}${work.message === undefined ? "" : `: ${oneLine(work.message)}`}`,
    ...plan.setup.map(terminated),
    ...inTransaction(dialect, body),
    ...plan.cleanup.map(terminated),
  ]);
}

/**
 * The statements of a plan alone, for a preview of what operations do: no history row, and a function only as a comment.
 * @example offlineSteps(dialect.plan(operations, before))
 */
export function offlineSteps(plan: Plan): string {
  const texts = plan.steps.map((step) => (step.kind === "run" ? "-- A function runs here, on the open database." : printStep(step)));
  return paragraphs([...plan.setup.map(terminated), ...texts, ...plan.cleanup.map(terminated)]);
}

/** The steps, each operation under a comment of its own; steps that refuse a transaction stand between two. */
function stepTexts(dialect: Dialect, work: RevisionWork, plan: Plan): string[] {
  const texts: string[] = [];
  let operation: number | undefined;
  for (const step of plan.steps) {
    const recorded = operationOf(work, step);
    const heading = step.operation === operation || !recorded ? "" : `-- ${oneLine(describeOperation(recorded.operation))}\n`;
    operation = step.operation;
    if (step.kind === "run") throw refusedFunction(step, work);
    const text = heading + printStep(step);
    texts.push(step.transaction || !dialect.capabilities.transactionalDdl ? text : `COMMIT;\n\n${text}\n\nBEGIN;`);
  }
  return texts;
}

type PrintableStep = Exclude<Step, { readonly kind: "run" }>;

const printers: { readonly [K in PrintableStep["kind"]]: (step: Extract<PrintableStep, { kind: K }>) => string } = {
  sql: ({ sql }) => terminated(sql),
  keep: ({ name, query }) => `-- Warning: online, graven remembers the texts that this finds (${oneLine(name)}). Run it, and run its texts where the next warning stands.\n${commented(query)}`,
  restore: ({ name }) => `-- Warning: run here the texts that were found above (${oneLine(name)}).`,
};

function printStep(step: PrintableStep): string {
  return printers[step.kind](step as never);
}

function refusedFunction(step: Step, work: RevisionWork): GravenError {
  return new GravenError("RUN-040", `Revision "${work.revision}" runs a function, which cannot be written as SQL.`, {
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
