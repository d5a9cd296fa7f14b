import { GravenError, type Place } from "../base/errors.ts";
import type { Confirm } from "../operations/confirm.ts";
import { isGroup, type Operation } from "../operations/index.ts";
import { findRevision } from "../revisions/graph.ts";
import { splitKey } from "../schema/key.ts";
import type { Context } from "./context.ts";
import type { OpenDatabase } from "./database.ts";
import type { Project } from "./project.ts";
import { recordRevision } from "./record.ts";
import type { RunOptions } from "./run-options.ts";

/** For how many seconds nobody may have written the old form. */
const QUIET = 600;

/** What follows the id in `--confirm <id>:anyway`. */
const ANYWAY = ":anyway";

interface Waiting {
  readonly id: string;
  readonly message: string;
  readonly place: Place;
  readonly writtenAt: NonNullable<NonNullable<Confirm["options"]>["writtenAt"]>;
}

/**
 * The part of a path that may run: up to the first revision that waits for somebody's word (`op.confirm`). Where the path was asked for by
 * name and not as far as it goes, it is refused instead (RUN-063). One that has the word is refused all the same while its old form is still
 * written (RUN-065), unless `--confirm <id>:anyway` says so. A database without any revision is made from nothing: no code uses it yet.
 */
export async function confirmedPath(context: Context, { store, config }: Project, database: OpenDatabase, path: readonly string[], applied: ReadonlySet<string>, { target, confirm = [] }: RunOptions): Promise<readonly string[]> {
  const words = [...confirm, ...(config.confirmed ?? [])].map((id) => id.trim());
  for (const id of confirm) if (!store.graph.order.some((each) => each.startsWith(named(id)))) throw new GravenError("RUN-064", `--confirm names "${named(id)}", which is no revision.`, { hint: "`gen history` lists them all." });
  if (!applied.size) return path;
  for (const [at, id] of path.entries()) {
    const own = words.filter((word) => named(word) && id.startsWith(named(word)));
    if (own.some((word) => word.endsWith(ANYWAY))) continue;
    const waiting = await waitingFor(store, id, context.args);
    if (!waiting) continue;
    const last = await lastWritten(database, waiting);
    if (own.length) {
      refuseInUse(waiting, last, context.now());
      continue;
    }
    const told = last === undefined ? "" : last ? ` The old form was last written ${ago(last, context.now())}.` : " Nobody has written the old form since both stand.";
    const message = `Revision "${id}" waits for your word: ${waiting.message}${told}`;
    if (target !== undefined) throw new GravenError("RUN-063", message, { place: waiting.place, hint: `Once that is so: --confirm ${id}, or confirmed: ["${id}"] in the config. Nothing was run.` });
    context.report({ kind: "warning", code: "RUN-063", message, hint: `The run ends before it. Once that is so: gen upgrade --confirm ${id}.` });
    return path.slice(0, at);
  }
  return path;
}

function named(word: string): string {
  return word.endsWith(ANYWAY) ? word.slice(0, -ANYWAY.length) : word;
}

async function waitingFor(store: Project["store"], id: string, args: Context["args"]): Promise<Waiting | undefined> {
  const source = store.sources.get(id);
  if (source !== undefined && !source.includes("confirm(")) return undefined;
  for (const { operation, place } of await recordRevision(store, id, "upgrade", args)) {
    const found = confirmIn(operation);
    if (found) return { id, message: found.message, place: place ?? { file: findRevision(store.graph, id).file }, writtenAt: found.options?.writtenAt ?? [] };
  }
  return undefined;
}

function confirmIn(operation: Operation): Confirm | undefined {
  if (operation.kind === "confirm") return operation;
  return isGroup(operation) ? operation.operations.map(confirmIn).find((found) => found !== undefined) : undefined;
}

/** The second at which the old form was written last, and 0 for never; nothing where no column tells, or it does not stand yet. */
async function lastWritten({ connection, dialect }: OpenDatabase, { writtenAt }: Waiting): Promise<number | undefined> {
  let last: number | undefined;
  for (const { table, column } of writtenAt) {
    const { name, schema } = splitKey(table);
    if (!(await connection.hasTable(name, schema))) continue;
    const read = async () => (await connection.query<{ written: unknown }>(`SELECT max(${dialect.quote(column)}) AS written FROM ${dialect.tableName(table)}`))[0]?.written;
    const known = await read().catch(() => undefined);
    if (known !== undefined) last = Math.max(last ?? 0, Number(known ?? 0));
  }
  return last;
}

function refuseInUse({ id, place, message }: Waiting, last: number | undefined, now: Date): void {
  if (!last || now.getTime() / 1000 - last >= QUIET) return;
  throw new GravenError("RUN-065", `Revision "${id}" has your word, and its old form was last written ${ago(last, now)}. ${message}`, {
    place,
    hint: `Find who still writes it, and run again ${QUIET / 60} minutes after the last time. If that writer does not matter: --confirm ${id}${ANYWAY}. Nothing was run.`,
  });
}

/** `at 2026-01-31T12:00:00Z (3 minutes ago)`. */
function ago(second: number, now: Date): string {
  const passed = Math.max(0, Math.round(now.getTime() / 1000 - second));
  const [count, unit] = passed < 120 ? [passed, "second"] : passed < 7200 ? [Math.round(passed / 60), "minute"] : passed < 172_800 ? [Math.round(passed / 3600), "hour"] : [Math.round(passed / 86_400), "day"];
  return `at ${new Date(second * 1000).toISOString().replace(".000Z", "Z")} (${count} ${unit}${count === 1 ? "" : "s"} ago)`;
}
