export { GravenError, GravenErrors, type Place } from "./base/errors.ts";
export {
  branches, bundle, check, checkDatabase, current, downgrade, edit, ensureVersion, formatReview, heads, history, init, merge, pull, rebase, review, revision,
  seed, show, snapshot, squash, stamp, upgrade,
} from "./api.ts";
export type { BranchPoint } from "./commands/branches.ts";
export type { CheckResult, Finding } from "./commands/check.ts";
export type { DatabaseCheckOptions } from "./commands/check-database.ts";
export { defineRule, type Found, type Report, type RevisionScene, type Rule, type Scene, type Severity } from "./checks/rule.ts";
export type { BundleResult } from "./commands/bundle.ts";
export type { BundledRevision } from "./commands/bundled.ts";
export type { DatabaseEntry } from "./commands/databases.ts";
export type { PlannedRevision, PlannedStep } from "./commands/dry-run.ts";
export { defineConfig, type Config } from "./commands/config.ts";
export type { CommandEvent, Questions } from "./commands/context.ts";
export type { CurrentResult } from "./commands/current.ts";
export type { EditResult } from "./commands/edit.ts";
export type { EnsuredVersion } from "./commands/ensure-version.ts";
export type { HistoryOptions, RevisionEntry, ShownRevision } from "./commands/history.ts";
export type { InitOptions, InitResult } from "./commands/init.ts";
export type { MergeOptions, MergeResult } from "./commands/merge.ts";
export { projectContext, type ProjectOptions } from "./commands/project-context.ts";
export type { PullOptions, PullResult } from "./commands/pull.ts";
export type { FailOn, ReviewOptions, ReviewResult } from "./commands/review.ts";
export type { ReviewFormat } from "./commands/review-formats.ts";
export type { ReviewConfig } from "./commands/review-settings.ts";
export type { RebaseOptions, RebaseResult } from "./commands/rebase.ts";
export type { RevisionOptions, RevisionResult } from "./commands/revision.ts";
export type { RunOptions, RunResult } from "./commands/run.ts";
export type { SeedOptions, SeedResult } from "./commands/seed.ts";
export type { SeedDatabaseOptions, SeededRows } from "./commands/seed-database.ts";
export type { SnapshotResult } from "./commands/snapshot.ts";
export type { SquashOptions, SquashResult } from "./commands/squash.ts";
export type { StampOptions, StampResult } from "./commands/stamp.ts";
export type { IncludedObject } from "./commands/extensions.ts";
export type { DialectName } from "./dialects/dialect.ts";
export type { Operation } from "./operations/index.ts";
export type { NamingConvention } from "./schema/names.ts";
export type { Schema } from "./schema/types.ts";
