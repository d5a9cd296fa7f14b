import { formatPlace, GravenError, type Place } from "../base/errors.ts";
import { didYouMean } from "../base/text.ts";
import type { Dialect, DialectName } from "../dialects/dialect.ts";
import { strongestBlock, type Effects } from "../dialects/effects.ts";
import type { ReviewKnowledge } from "../dialects/knowledge.ts";
import { describeOperation, invertOperations } from "../operations/apply.ts";
import type { Operation } from "../operations/index.ts";
import type { Schema } from "../schema/types.ts";
import type { Allowance } from "./allowances.ts";
import { differenceOf, formerNames, type ObjectDifference } from "./difference.ts";
import { judge, type Judgement, type Verdict } from "./judge.ts";
import { operationsInOrder } from "./operations-in-order.ts";
import { ownCodes } from "./own-codes.ts";
import { rowsReview, type RowsReview } from "./rows-review.ts";
import { stepsByOperation } from "./walk.ts";
import { summaryOf } from "./summary.ts";
import type { Limits, Rule, Severity } from "./rule.ts";

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
  /** A file of SQL, of which nobody expects a way back. */
  readonly isScript?: true;
  readonly allowances: readonly Allowance[];
}

export interface ReviewSettings {
  readonly rules: readonly Rule[];
  /** Severities of the config, by code. */
  readonly severities: Readonly<Record<string, Severity>>;
  /** What the config limits every statement to. */
  readonly limits?: Limits;
  readonly on: readonly { readonly dialect: Dialect; readonly knowledge: ReviewKnowledge; readonly version?: string | undefined }[];
}

/** Reviews one revision on one database or several. Pure. */
export function reviewRevision(input: RevisionInput, settings: ReviewSettings): RevisionReview {
  const asked = settings.rules.filter((rule) => severityOf(rule, settings) !== "off");
  const judgements = settings.on.map(({ dialect, knowledge, version }) => ({ dialect, judgement: judge({ ...input, dialect, knowledge, version, limits: settings.limits }, asked) }));
  const [{ judgement: first }] = judgements as [(typeof judgements)[number]];
  const found = [...mergedFindings(input, judgements, settings), ...refusals(input, judgements)];
  const findings = inOrder(withAllowances(input, found, settings));
  const difference = differenceOf(input.before, first.after, formerNames(operationsInOrder({ operations: first.operations, steps: first.walk.steps }).map(({ operation }) => operation)));
  const reviewed: RevisionReview = {
    revision: input.revision,
    message: input.message,
    ...(input.file !== undefined && { file: input.file }),
    dialects: settings.on.map(({ dialect }) => dialect.name),
    summary: summaryOf(first, input),
    difference,
    before: input.before,
    after: first.after,
    operations: operationReviews(first, judgements),
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
  const manual = rule.manual?.[dialect.name] ?? rule.manual?.any ?? (dialect.kin && rule.manual?.[dialect.kin]);
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

function operationReviews(first: Judgement, judgements: Judged): OperationReview[] {
  const walks = judgements.map(({ dialect, judgement }) => ({ dialect, steps: stepsByOperation(judgement.walk.steps) }));
  return first.operations.map((each) => {
    const steps = Object.fromEntries(walks.map(({ dialect, steps: of }) => [dialect.name, (of.get(each.index) ?? []).map(({ sql, effects, transaction }): StepReview => ({ sql, effects, blocks: strongestBlock(effects), transaction }))]));
    return operationReview(each, steps);
  });
}

function operationReview(each: Judgement["operations"][number], steps: OperationReview["steps"]): OperationReview {
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

function downgradeReview({ downgrade, hasDowngrade, isScript }: RevisionInput): RevisionReview["downgrade"] {
  if (isScript) return { whole: false, reason: "A file of SQL has no downgrade." };
  if (!hasDowngrade) return { whole: false, reason: "There is no downgrade." };
  const refusal = downgrade?.find(({ kind }) => kind === "irreversible" || kind === "todo");
  if (refusal?.kind === "irreversible") return { whole: false, reason: refusal.reason };
  if (refusal?.kind === "todo") return { whole: false, reason: refusal.message };
  return { whole: true };
}

/** Whether findings reach a severity; those that are allowed do not count. */
export function reaches(findings: readonly Finding[], failOn: "error" | "warn" | "info" | "never"): boolean {
  return failOn !== "never" && findings.some(({ severity, allowed }) => allowed === undefined && ranks[severity] <= ranks[failOn]);
}

export function placeText(finding: Pick<Finding, "place">): string {
  return finding.place ? formatPlace(finding.place) : "";
}
