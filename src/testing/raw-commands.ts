import { branches } from "../commands/branches.ts";
import { check } from "../commands/check.ts";
import type { Context } from "../commands/context.ts";
import { current } from "../commands/current.ts";
import { ensureVersion } from "../commands/ensure-version.ts";
import { heads, history, show } from "../commands/history.ts";
import { merge } from "../commands/merge.ts";
import { revision } from "../commands/revision.ts";
import { downgrade, upgrade } from "../commands/run.ts";
import { seed } from "../commands/seed.ts";
import { snapshot } from "../commands/snapshot.ts";
import { stamp } from "../commands/stamp.ts";

/** The commands of `gen`, as functions of a context and their options. */
export const rawCommands = { branches, check, current, downgrade, ensureVersion, heads, history, merge, revision, seed, show, snapshot, stamp, upgrade } as const;

export type RawCommandName = keyof typeof rawCommands;
/** What a command takes behind its context. */
export type RawArguments<K extends RawCommandName> = (typeof rawCommands)[K] extends (context: Context, ...rest: infer Rest) => unknown ? Rest : never;
export type RawResult<K extends RawCommandName> = Awaited<ReturnType<(typeof rawCommands)[K]>>;
