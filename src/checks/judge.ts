import { GravenError, messageOf, type Place } from "../base/errors.ts";
import { placesIn } from "../base/trace.ts";
import type { Dialect } from "../dialects/dialect.ts";
import type { ReviewKnowledge } from "../dialects/knowledge.ts";
import { keyLike } from "../dialects/ansi/schema-lookup.ts";
import { applyOperation } from "../operations/apply.ts";
import { isGroup, type Operation } from "../operations/index.ts";
import { draftOf } from "../schema/edit.ts";
import { keyOf } from "../schema/key.ts";
import type { Schema } from "../schema/types.ts";
import type { ActionScene, Found, Limits, Report, RevisionScene, Rule, Scene, SceneOperation, StatementScene } from "./rule.ts";
import { effectsOf, stepsByOperation, walk, type ReviewStep, type Walk } from "./walk.ts";

/** What is to be judged: one revision, in one direction, on one database. */
export interface Judged {
  readonly operations: readonly { readonly operation: Operation; readonly place?: Place | undefined }[];
  readonly before: Schema;
  readonly dialect: Dialect;
  readonly knowledge: ReviewKnowledge;
  /** As the config has it: `14.2`. */
  readonly version?: string | undefined;
  readonly downgrade?: readonly Operation[] | undefined;
  readonly hasDowngrade: boolean;
  /** What the config limits every statement to. */
  readonly limits?: Limits | undefined;
  readonly placeOf?: ((operation: Operation) => Place | undefined) | undefined;
}

/** A rule's word about one place, before severities and suppressions. */
export interface Verdict extends Report {
  readonly rule: Rule;
}

export interface Judgement {
  /** One operation each, those within `withoutTransaction` on their own. */
  readonly operations: readonly (SceneOperation & { readonly place?: Place | undefined })[];
  readonly walk: Walk;
  readonly after: Schema;
  readonly verdicts: readonly Verdict[];
}

/** Asks every rule about a revision. Pure; the rules are asked in the order of their codes, the places in theirs. */
export function judge(judged: Judged, rules: readonly Rule[]): Judgement {
  const flat = judged.operations.flatMap(({ operation, place }) => flattened(operation, judged.limits ?? {}).map((each) => ({ ...each, place: judged.placeOf?.(each.operation) ?? place })));
  const planned = flat.map(({ operation, transaction }): Operation => (transaction ? operation : { kind: "withoutTransaction", operations: [operation] }));
  const version = judged.version ?? String(judged.knowledge.assumedVersion);
  const walked = walk(planned, judged.before, judged.dialect, judged.knowledge, version);
  const operations = flat.map((each, index) => ({ ...each, index, before: walked.schemas[index]!, after: walked.schemas[index + 1]! }));
  const after = walked.schemas.at(-1)!;
  const made = new Set([...flat.map(({ operation }) => operation), ...walked.steps.flatMap((step) => step.operations)].flatMap((operation) => (operation.kind === "createTable" ? [keyOf(operation.table)] : [])));
  const { dialect } = judged;
  const scene: RevisionScene = {
    dialect: { name: dialect.name, title: dialect.title, transactionalDdl: dialect.capabilities.transactionalDdl, onlineConstraints: dialect.capabilities.onlineConstraints, nameLimit: dialect.naming.limit, sameExpression: dialect.sameExpression },
    placeOf: judged.placeOf ?? (() => undefined),
    version: Number.parseInt(version, 10),
    fullVersion: version,
    before: judged.before,
    after,
    operations,
    steps: walked.steps,
    downgrade: judged.downgrade,
    hasDowngrade: judged.hasDowngrade,
    isNew: (table) => made.has(table) && !Object.hasOwn(judged.before.tables, table),
    setup: walked.plan?.setup ?? [],
  };
  const asked = rules.filter((rule) => rule.dialects.includes(dialect.name));
  return { operations, walk: walked, after, verdicts: [...verdictsOf(scene, asked)] };
}

interface Flat {
  readonly operation: Operation;
  readonly transaction: boolean;
  readonly limits: Limits;
}

function flattened(operation: Operation, limits: Limits, transaction = true): readonly Flat[] {
  if (!isGroup(operation)) return [{ operation, transaction, limits }];
  const within = operation.kind === "withTimeouts" ? { ...limits, ...operation.options } : limits;
  return operation.operations.flatMap((inner) => flattened(inner, within, transaction && operation.kind !== "withoutTransaction"));
}

function* verdictsOf(scene: RevisionScene, rules: readonly Rule[]): Generator<Verdict> {
  const stepsOf = stepsByOperation(scene.steps);
  for (const each of scene.operations) {
    const steps = stepsOf.get(each.index) ?? [];
    const isSql = each.operation.kind === "execute";
    const around: Scene = { ...scene, present: each.before, reached: each.after, index: each.index, transaction: each.transaction, isSql, effects: effectsOf(steps) };
    yield* asOperation(each.operation, around, rules);
    for (const step of steps) {
      const stepScene: StatementScene = { ...around, present: isSql ? step.before : around.present, effects: step.effects, step, sql: step.sql, before: isSql ? step.before : scene.before, transaction: step.transaction };
      if (isSql) yield* asOperations(step, stepScene, rules);
      yield* asStatement(step, stepScene, rules);
    }
  }
  for (const rule of rules) if (rule.revision) yield* verdicts(rule, asked(rule, () => rule.revision!(scene)), undefined);
}

function* asOperation(operation: Operation, scene: Scene, rules: readonly Rule[]): Generator<Verdict> {
  const tables = tablesOf(operation);
  for (const rule of rules) {
    const ask = rule.operation?.[operation.kind] as ((operation: Operation, scene: Scene) => Found) | undefined;
    if (ask && (rule.onNewTables || !tables.some(scene.isNew))) yield* verdicts(rule, asked(rule, () => ask(operation, scene)), scene.index);
  }
}

/** The operations that a statement of an author's stands for, each on the schema that the one before leaves. */
function* asOperations(step: ReviewStep, scene: StatementScene, rules: readonly Rule[]): Generator<Verdict> {
  let present = step.before;
  for (const operation of step.operations) {
    const reached = draftOf(present);
    try {
      applyOperation(reached, operation);
    } catch {
      // The schema may not know what the SQL is about; the rules are asked all the same.
    }
    yield* asOperation(operation, { ...scene, present, reached }, rules);
    present = reached;
  }
}

function* asStatement({ statement }: ReviewStep, scene: StatementScene, rules: readonly Rule[]): Generator<Verdict> {
  const tables = [...("table" in statement && statement.table !== undefined ? [statement.table] : []), ...("tables" in statement ? statement.tables : [])].map((table) => (scene.isNew(table) ? table : keyLike(scene.present, table)));
  for (const rule of rules) {
    if (!rule.onNewTables && tables.some(scene.isNew)) continue;
    const ask = rule.statement?.[statement.kind] as ((given: typeof statement, scene: StatementScene) => Found) | undefined;
    if (ask) yield* verdicts(rule, asked(rule, () => ask(statement, scene)), scene.index);
    if (statement.kind !== "alterTable" || !rule.action) continue;
    for (const action of statement.actions) {
      const askAction = rule.action[action.kind] as ((given: typeof action, scene: ActionScene) => Found) | undefined;
      if (askAction) yield* verdicts(rule, asked(rule, () => askAction(action, { ...scene, table: tables[0]! })), scene.index);
    }
  }
}

/** What a rule says; a rule may be a project's own. Throws RVW-007 where it throws. */
function asked(rule: Rule, ask: () => Found): Found {
  try {
    return ask();
  } catch (error) {
    if (error instanceof GravenError) throw error;
    throw new GravenError("RVW-007", `The rule "${rule.code}" throws: ${messageOf(error)}`, { place: placesIn(error instanceof Error ? (error.stack ?? "") : "")[0], hint: "Correct it where it is defined.", cause: error });
  }
}

function tablesOf(operation: Operation): string[] {
  if (operation.kind === "createTable") return [keyOf(operation.table)];
  if (operation.kind === "renameTable") return [operation.from];
  return "table" in operation && typeof operation.table === "string" ? [operation.table] : [];
}

function verdicts(rule: Rule, found: Found, index: number | undefined): Verdict[] {
  const reports = found === undefined ? [] : Array.isArray(found) ? (found as readonly Report[]) : [found as Report];
  return reports.map((report) => ({ ...report, rule, ...(report.operation === undefined && index !== undefined && { operation: index }) }));
}
