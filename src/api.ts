import { later, published, withContext } from "./commands/published.ts";

/**
 * Applies revisions up to a target.
 * @example await upgrade({ config: { revisions }, connection: pool });
 */
export const upgrade = published(async () => (await import("./commands/run.ts")).upgrade);
/** Undoes revisions down to a target. */
export const downgrade = published(async () => (await import("./commands/run.ts")).downgrade);
/** Says where the database stands, and runs nothing. */
export const stamp = published(async () => (await import("./commands/stamp.ts")).stamp);
/** Where the database stands. */
export const current = published(async () => (await import("./commands/current.ts")).current);
/** Whether models, revisions and snapshots agree. */
export const check = published(async () => (await import("./commands/check.ts")).check);
/** Makes the history table. */
export const ensureVersion = published(async () => (await import("./commands/ensure-version.ts")).ensureVersion);
/** The revisions, newest first. */
export const history = published(async () => (await import("./commands/history.ts")).history);
/** The revisions that nothing builds on. */
export const heads = published(async () => (await import("./commands/history.ts")).heads);
/** The revisions where the history forks. */
export const branches = published(async () => (await import("./commands/branches.ts")).branches);
/** Moves a branch that no database has on top of another head. */
export const rebase = published(async () => (await import("./commands/rebase.ts")).rebase);
/** Puts one revision in the place of a run of them. */
export const squash = published(async () => (await import("./commands/squash.ts")).squash);

/** Whether a database is what the revisions say. */
export const checkDatabase = withContext(async () => (await import("./commands/check-database.ts")).checkDatabase);
/** Writes the revisions as one TypeScript file, for programs without the folder. */
export const bundle = withContext(async () => (await import("./commands/bundle.ts")).bundle);
/** Adds to a revision that no database has. */
export const edit = withContext(async () => (await import("./commands/edit.ts")).edit);
/** One revision with its text. */
export const show = withContext(async () => (await import("./commands/history.ts")).show);
/** Begins a project. */
export const init = withContext(async () => (await import("./commands/init.ts")).init);
/** Joins heads, and their schemas, in one revision. */
export const merge = withContext(async () => (await import("./commands/merge.ts")).merge);
/** Writes a standing database as models. */
export const pull = withContext(async () => (await import("./commands/pull.ts")).pull);
/** What revisions do, and what they may break. */
export const review = withContext(async () => (await import("./commands/review.ts")).review);
/** A review in one of its formats. */
export const formatReview = later(async () => (await import("./commands/review-formats.ts")).formatReview);
/** Writes a revision. */
export const revision = withContext(async () => (await import("./commands/revision.ts")).revision);
/** Fills a database, or files, with made-up rows. */
export const seed = later(async () => (await import("./commands/seed.ts")).seed);
/** Writes the snapshots anew from the revisions. */
export const snapshot = withContext(async () => (await import("./commands/snapshot.ts")).snapshot);
