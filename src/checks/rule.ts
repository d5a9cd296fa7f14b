import type { Place } from "../base/errors.ts";
import type { AlterAction, Statement, StatementOf } from "../dialects/ansi/statement.ts";
import type { DialectName } from "../dialects/dialect.ts";
import type { Effects } from "../dialects/effects.ts";
import type { Operation, OperationKind, OperationOf } from "../operations/index.ts";
import type { Schema } from "../schema/types.ts";
import type { ReviewStep } from "./walk.ts";

/** How much a finding weighs. `off`: the rule is not asked. */
export type Severity = "error" | "warn" | "info" | "off";
export const severities: readonly Severity[] = ["error", "warn", "info", "off"];

/**
 * A rule of the review: what it looks for, why that matters, and how to do it more safely. Each of its examples is a call of `op`, run by
 * the tests on each of its databases: the bad ones must be reported by this rule, the good ones must not.
 */
export interface Rule {
  /** A stable word, as it stands in the config and in `graven-allow` comments. */
  readonly code: string;
  /** The severity where the config says nothing. */
  readonly severity: Severity;
  readonly dialects: readonly DialectName[];
  /** What is reported, as one sentence. */
  readonly title: string;
  /** Why it matters, and what to do in its place. */
  readonly why: string;
  /** The page of the manual on which it rests, by database; `any` where there is one for all of them. */
  readonly manual?: { readonly [K in DialectName | "any"]?: string };
  readonly bad: readonly string[];
  readonly good: readonly string[];
  /** Asked about tables that the revision makes itself, too. Nobody waits for those and nothing is lost with them, so that is rare. */
  readonly onNewTables?: true;
  /** Asked about each operation, and about each that a statement of raw SQL stands for. */
  readonly operation?: { readonly [K in OperationKind]?: (operation: OperationOf<K>, scene: Scene) => Found };
  /** Asked about each statement that runs: those of the plan, and those that an author wrote. */
  readonly statement?: { readonly [K in Statement["kind"]]?: (statement: StatementOf<K>, scene: StatementScene) => Found };
  /** Asked about each action of an ALTER TABLE. */
  readonly action?: { readonly [K in AlterAction["kind"]]?: (action: Extract<AlterAction, { kind: K }>, scene: ActionScene) => Found };
  /** Asked once, about the revision as a whole. */
  readonly revision?: (revision: RevisionScene) => Found;
}

export type Found = Report | readonly Report[] | undefined;

/** What a rule says of one place. */
export interface Report {
  /** A sentence with its subject. */
  readonly message: string;
  /** The safer form, as code to paste. */
  readonly safer?: string;
  /** The table that it is about. */
  readonly table?: string;
  /** The index of the operation that it is about, where the whole revision was asked. */
  readonly operation?: number;
  readonly place?: Place;
}

/** What every rule may look at. */
export interface RevisionScene {
  readonly dialect: { readonly name: DialectName; readonly title: string; readonly transactionalDdl: boolean; readonly onlineConstraints: boolean; readonly nameLimit: number; readonly sameExpression: (a: string, b: string) => boolean };
  /** Where the author called an operation, those of the downgrade too. */
  readonly placeOf: (operation: Operation) => Place | undefined;
  /** The server's version: its major number, and the rest as the config has it. */
  readonly version: number;
  readonly fullVersion: string;
  readonly before: Schema;
  readonly after: Schema;
  /** All operations in order, those within `withoutTransaction` in their place. */
  readonly operations: readonly SceneOperation[];
  readonly steps: readonly ReviewStep[];
  /** What the downgrade records; absent where there is none, or where it cannot be read. */
  readonly downgrade: readonly Operation[] | undefined;
  readonly hasDowngrade: boolean;
  /** Whether a table is made by the revision itself. */
  readonly isNew: (table: string) => boolean;
  /** The words before the transaction, such as a PRAGMA of the plan. */
  readonly setup: readonly string[];
}

/** For how many seconds a lock is waited for, and a statement runs, at most. */
export interface Limits {
  readonly lockTimeout?: number | undefined;
  readonly statementTimeout?: number | undefined;
}

export interface SceneOperation {
  readonly operation: Operation;
  /** Its place among the operations of the revision. */
  readonly index: number;
  readonly transaction: boolean;
  /** Those of the config, and of the `op.withTimeouts` around it. */
  readonly limits: Limits;
  readonly before: Schema;
  readonly after: Schema;
}

export interface Scene extends RevisionScene {
  /** The schema just before and just after the operation. */
  readonly present: Schema;
  readonly reached: Schema;
  readonly index: number;
  readonly transaction: boolean;
  /** Whether it stands for SQL that an author wrote. */
  readonly isSql: boolean;
  /** What it locks, reads and writes. */
  readonly effects: Effects;
}

export interface StatementScene extends Scene {
  readonly step: ReviewStep;
  readonly sql: string;
}

export interface ActionScene extends StatementScene {
  readonly table: string;
}

/** Types a rule, whether graven's or a project's own. */
export function defineRule(rule: Rule): Rule {
  return rule;
}

export const everywhere: readonly DialectName[] = ["postgres", "sqlite", "mysql", "mariadb"];
export const mysqlAndMariadb: readonly DialectName[] = ["mysql", "mariadb"];
export const servers: readonly DialectName[] = ["postgres", "mysql", "mariadb"];
export const postgres: readonly DialectName[] = ["postgres"];

/** Pages of the manuals. */
export const pg = (page: string) => `https://www.postgresql.org/docs/current/${page}`;
export const my = (page: string) => `https://dev.mysql.com/doc/refman/8.0/en/${page}`;
export const lite = (page: string) => `https://www.sqlite.org/${page}`;
