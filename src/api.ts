import { branches as branchesOf } from "./commands/branches.ts";
import { check as checkProject } from "./commands/check.ts";
import { current as currentOf } from "./commands/current.ts";
import { ensureVersion as ensure } from "./commands/ensure-version.ts";
import { heads as headsOf, history as historyOf } from "./commands/history.ts";
import { published } from "./commands/published.ts";
import { rebase as move } from "./commands/rebase.ts";
import { downgrade as down, upgrade as up } from "./commands/run.ts";
import { squash as join } from "./commands/squash.ts";
import { stamp as mark } from "./commands/stamp.ts";

/**
 * Applies revisions up to a target.
 * @example await upgrade({ config: { revisions }, connection: pool });
 */
export const upgrade = published(up);
/** Undoes revisions down to a target. */
export const downgrade = published(down);
/** Says where the database stands, and runs nothing. */
export const stamp = published(mark);
/** Where the database stands. */
export const current = published(currentOf);
/** Whether models, revisions and snapshots agree. */
export const check = published(checkProject);
/** Makes the history table. */
export const ensureVersion = published(ensure);
/** The revisions, newest first. */
export const history = published(historyOf);
/** The revisions that nothing builds on. */
export const heads = published(headsOf);
/** The revisions where the history forks. */
export const branches = published(branchesOf);
/** Moves a branch that no database has on top of another head. */
export const rebase = published(move);
/** Puts one revision in the place of a run of them. */
export const squash = published(join);
