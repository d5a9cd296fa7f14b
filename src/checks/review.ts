import { formatPlace, GravenError, type Place } from "../base/errors.ts";
import { counted, didYouMean } from "../base/text.ts";
import type { Dialect, DialectName } from "../dialects/dialect.ts";
import { strongestBlock, type Effects } from "../dialects/effects.ts";
import type { ReviewKnowledge } from "../dialects/knowledge.ts";
import { describeOperation, invertOperations } from "../operations/apply.ts";
import { isRowOperation, type Operation } from "../operations/index.ts";
import type { Schema } from "../schema/types.ts";
import type { Allowance } from "./allowances.ts";
import { differenceOf, type ObjectDifference } from "./difference.ts";
import { judge, type Judgement, type Verdict } from "./judge.ts";
import { ownCodes } from "./own-codes.ts";
import type { Rule, Severity } from "./rule.ts";

export interface Finding {
  readonly code: string;
  readonly severity: Exclude<Severity, "off">;
  readonly message: string;
  /** Why it matters, and what to do in its place. */
  readonly why: string;
  readonly place?: Place;
  /** The index of the operation, where there is one. */
  readonly operation?: number;
  readonly table?: string;
  /** The safer form, as code to paste. */
  readonly safer?: string;
  readonly manual?: string;
  /** The databases on which it was found. */
  readonly dialects: readonly DialectName[];
  /** What the database itself says of it. */
  readonly seen?: string;
  /** Why it is allowed, as a graven-allow comment says. */
  readonly allowed?: string;
}

export interface StepReview {
  readonly sql: string;
  readonly effects: Effects;
  /** What others cannot do meanwhile. */
  readonly blocks: ReturnType<typeof strongestBlock>;
  readonly transaction: boolean;
  /** How long it may take on the database that was asked. */
  readonly estimate?: string;
}

export interface OperationReview {
  readonly text: string;
  readonly kind: Operation["kind"];
  readonly place?: Place;
  readonly transaction: boolean;
  /** Whether it has a way back by itself, and what that does not bring back. */
  readonly reversible: { readonly whole: boolean; readonly reason?: string };
  /** Its statements, by database. */
  readonly steps: { readonly [K in DialectName]?: readonly StepReview[] };
}

/** Rows that a revision writes, as a table. */
export interface RowsReview {
  readonly table: string;
  readonly change: "inserted" | "updated" | "deleted" | "upserted";
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly more: number;
}

export interface RevisionReview {
  readonly revision: string;
  readonly message: string;
  readonly file?: string;
  readonly dialects: readonly DialectName[];
  readonly summary: string;
  readonly difference: readonly ObjectDifference[];
  readonly before: Schema;
  readonly after: Schema;
  readonly operations: readonly OperationReview[];
  readonly rows: readonly RowsReview[];
  readonly findings: readonly Finding[];
  /** Whether the downgrade leads back, and if not, why. */
  readonly downgrade: { readonly whole: boolean; readonly reason?: string };
}

export interface RevisionInput {
  readonly revision: string;
  readonly message: string;
  readonly file?: string | undefined;
  readonly operations: readonly { readonly operation: Operation; readonly place?: Place | undefined }[];
  readonly placeOf?: ((operation: Operation) => Place | undefined) | undefined;
  readonly before: Schema;
  readonly downgrade?: readonly Operation[] | undefined;
  readonly hasDowngrade: boolean;
  readonly allowances: readonly Allowance[];
}

export interface ReviewSettings {
  readonly rules: readonly Rule[];
  /** Severities of the config, by code. */
  readonly severities: Readonly<Record<string, Severity>>;
  readonly on: readonly { readonly dialect: Dialect; readonly knowledge: ReviewKnowledge; readonly version?: string | undefined }[];
}

/** Reviews one revision on one database or several. Pure. */
export function reviewRevision(input: RevisionInput, settings: ReviewSettings): RevisionReview {
  const asked = settings.rules.filter((rule) => severityOf(rule, settings) !== "off");
  const judgements = settings.on.map(({ dialect, knowledge, version }) => ({ dialect, judgement: judge({ ...input, dialect, knowledge, version }, asked) }));
  const [{ judgement: first }] = judgements as [(typeof judgements)[number]];
  const found = [...mergedFindings(input, judgements, settings), ...refusals(input, judgements)];
  const findings = inOrder(withAllowances(input, found, settings));
  const difference = differenceOf(input.before, first.after);
  const reviewed: RevisionReview = {
    revision: input.revision,
    message: input.message,
    ...(input.file !== undefined && { file: input.file }),
    dialects: settings.on.map(({ dialect }) => dialect.name),
    summary: summaryOf(difference, first, input),
    difference,
    before: input.before,
    after: first.after,
    operations: first.operations.map((each) => operationReview(each, judgements)),
    rows: first.operations.flatMap(({ operation }) => rowsReview(operation)),
    findings,
    downgrade: downgradeReview(input),
  };
  reviewedOperations.set(reviewed, first.operations);
  return reviewed;
}

const reviewedOperations = new WeakMap<RevisionReview, Judgement["operations"]>();

/** The operations behind a review, for those who ask a database about them. */
export function operationsBehind(review: RevisionReview): Judgement["operations"] {
  return reviewedOperations.get(review) ?? [];
}

function severityOf(rule: Rule, { severities }: ReviewSettings): Severity {
  return severities[rule.code] ?? rule.severity;
}

type Judged = readonly { readonly dialect: Dialect; readonly judgement: Judgement }[];

/** One finding for what several databases have in common. */
function mergedFindings(input: RevisionInput, judgements: Judged, settings: ReviewSettings): Finding[] {
  const merged = new Map<string, Finding>();
  for (const { dialect, judgement } of judgements) {
    for (const verdict of judgement.verdicts) {
      const key = [verdict.rule.code, verdict.operation, verdict.table, verdict.message.replaceAll(dialect.title, "")].join("\0");
      const present = merged.get(key);
      if (present) merged.set(key, present.dialects.includes(dialect.name) ? present : { ...present, dialects: [...present.dialects, dialect.name] });
      else merged.set(key, findingOf(verdict, judgement, dialect, input, severityOf(verdict.rule, settings)));
    }
  }
  return [...merged.values()];
}

function findingOf({ rule, message, safer, table, operation, place }: Verdict, judgement: Judgement, dialect: Dialect, input: RevisionInput, severity: Severity): Finding {
  const where = place ?? (operation === undefined ? undefined : judgement.operations[operation]?.place) ?? (input.file === undefined ? undefined : { file: input.file });
  const manual = rule.manual?.[dialect.name] ?? rule.manual?.any ?? (dialect.name === "mariadb" ? rule.manual?.mysql : undefined);
  return {
    code: rule.code,
    severity: severity as Finding["severity"],
    message,
    why: rule.why,
    ...(where && { place: where }),
    ...(operation !== undefined && { operation }),
    ...(table !== undefined && { table }),
    ...(safer !== undefined && { safer }),
    ...(manual !== undefined && { manual }),
    dialects: [dialect.name],
  };
}

/** What the database cannot do at all. */
function refusals(input: RevisionInput, judgements: Judged): Finding[] {
  return judgements.flatMap(({ dialect, judgement }): Finding[] => {
    const { refusal } = judgement.walk;
    if (!refusal) return [];
    const place = refusal.place ?? (input.file === undefined ? undefined : { file: input.file });
    return [{ code: ownCodes.doesNotRun, severity: "error", message: `${dialect.title} cannot run it: ${refusal.message}`, why: refusal.hint ?? "The revision would fail before its first statement.", ...(place && { place }), dialects: [dialect.name] }];
  });
}

function withAllowances(input: RevisionInput, findings: readonly Finding[], settings: ReviewSettings): Finding[] {
  const used = new Set<string>();
  const judged = findings.map((finding): Finding => {
    const allowance = input.allowances.find(({ codes, covers, reason }) => reason !== "" && codes.includes(finding.code) && (covers === "file" || covers === finding.place?.line || finding.place?.line === undefined));
    if (!allowance) return finding;
    used.add(`${allowance.line} ${finding.code}`);
    return { ...finding, allowed: allowance.reason };
  });
  const known = settings.rules.map(({ code }) => code);
  const dialects = settings.on.map(({ dialect }) => dialect.name);
  const about = (code: string, severity: "error" | "warn", line: number, message: string, why: string): Finding => ({ code, severity, message, why, place: { file: input.file ?? "", line }, dialects });
  const own = input.allowances.flatMap(({ codes, reason, line }) => [
    ...(reason === "" ? [about(ownCodes.allowWithoutReason, "error", line, `graven-allow ${codes.join(", ")} gives no reason.`, `Write: // graven-allow ${codes.join(", ")}: why it is fine here`)] : []),
    ...codes.filter((code) => !known.includes(code)).map((code) => about(ownCodes.unknownRule, "error", line, `graven-allow names "${code}", which is no rule.`, didYouMean(code, known) ?? "docs/rules.md lists them all.")),
    ...(reason === "" ? [] : codes.filter((code) => known.includes(code) && !used.has(`${line} ${code}`)).map((code) => about(ownCodes.unusedAllow, "warn", line, `graven-allow ${code} allows nothing: the rule finds nothing here.`, "Remove it, so that it does not hide what comes later."))),
  ]);
  return [...judged, ...own];
}

const ranks = { error: 0, warn: 1, info: 2 } as const;

function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => ranks[a.severity] - ranks[b.severity] || (a.operation ?? Infinity) - (b.operation ?? Infinity) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

function operationReview(each: Judgement["operations"][number], judgements: Judged): OperationReview {
  const steps = Object.fromEntries(
    judgements.map(({ dialect, judgement }) => [
      dialect.name,
      judgement.walk.steps.filter(({ operation }) => operation === each.index).map(({ sql, effects, transaction }): StepReview => ({ sql, effects, blocks: strongestBlock(effects), transaction })),
    ]),
  );
  return { text: describeOperation(each.operation), kind: each.operation.kind, ...(each.place && { place: each.place }), transaction: each.transaction, reversible: reversibility(each.operation, each.before), steps };
}

const losing: { readonly [K in Operation["kind"]]?: string } = {
  dropTable: "The table comes back empty.",
  dropColumn: "The column comes back without its values.",
  backfill: "Values that were given stay.",
  todo: "It is still to decide.",
};

function reversibility(operation: Operation, before: Schema): OperationReview["reversible"] {
  let inverse: readonly Operation[];
  try {
    inverse = invertOperations([operation], before);
  } catch (error) {
    if (!(error instanceof GravenError)) throw error;
    return { whole: false, reason: error.message };
  }
  const refusal = inverse.find(({ kind }) => kind === "irreversible");
  if (refusal?.kind === "irreversible") return { whole: false, reason: refusal.reason };
  const reason = losing[operation.kind];
  return reason === undefined ? { whole: true } : { whole: false, reason };
}

function downgradeReview({ downgrade, hasDowngrade }: RevisionInput): RevisionReview["downgrade"] {
  if (!hasDowngrade) return { whole: false, reason: "There is no downgrade." };
  const refusal = downgrade?.find(({ kind }) => kind === "irreversible" || kind === "todo");
  if (refusal?.kind === "irreversible") return { whole: false, reason: refusal.reason };
  if (refusal?.kind === "todo") return { whole: false, reason: refusal.message };
  return { whole: true };
}

const ROWS_SHOWN = 20;
const changes = { bulkInsert: "inserted", updateRows: "updated", deleteRows: "deleted", upsertRows: "upserted" } as const;

function rowsReview(operation: Operation): RowsReview[] {
  if (!isRowOperation(operation)) return [];
  const columns = [...new Set(operation.rows.flatMap((row) => Object.keys(row)))];
  const shown = operation.rows.slice(0, ROWS_SHOWN).map((row) => columns.map((column) => cellText(row[column])));
  return [{ table: operation.table, change: changes[operation.kind], columns, rows: shown, more: operation.rows.length - shown.length }];
}

function cellText(value: unknown): string {
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  return JSON.stringify(value, (_, each: unknown) => (typeof each === "bigint" ? String(each) : each));
}

/** The revision in one sentence or two. */
function summaryOf(difference: readonly ObjectDifference[], { operations, walk }: Judgement, { downgrade, hasDowngrade, operations: given }: RevisionInput): string {
  const tables = difference.filter(({ kind }) => kind === "table");
  const say = (mark: ObjectDifference["mark"], verb: string) => {
    const some = tables.filter((each) => each.mark === mark).map(({ name }) => name);
    return some.length > 3 ? [`${verb} ${counted(some.length, "table")}`] : some.length ? [`${verb} ${some.join(", ")}`] : [];
  };
  const others = difference.filter(({ kind }) => kind !== "table").length;
  const rows = operations.filter(({ operation }) => isRowOperation(operation)).length;
  const sql = operations.filter(({ operation }) => operation.kind === "execute" || operation.kind === "run").length;
  const parts = [...say("added", "makes"), ...say("changed", "changes"), ...say("removed", "drops"), ...(others ? [`changes ${counted(others, "other object")}`] : []), ...(rows ? [`writes rows in ${counted(rows, "operation")}`] : []), ...(sql ? [`runs SQL or code of its own in ${counted(sql, "place")}`] : [])];
  const did = parts.length ? `It ${parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : parts[0]}` : given.length ? "It leaves the schema as it is" : "It does nothing";
  const back = !hasDowngrade || downgrade?.some(({ kind }) => kind === "irreversible") ? "There is no way back." : "There is a way back.";
  return `${did}, in ${counted(operations.length, "operation")} and ${counted(walk.steps.length, "statement")}. ${back}`;
}

/** Whether findings reach a severity; those that are allowed do not count. */
export function reaches(findings: readonly Finding[], failOn: "error" | "warn" | "info" | "never"): boolean {
  return failOn !== "never" && findings.some(({ severity, allowed }) => allowed === undefined && ranks[severity] <= ranks[failOn]);
}

export function placeText(finding: Pick<Finding, "place">): string {
  return finding.place ? formatPlace(finding.place) : "";
}
