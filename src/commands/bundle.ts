import { dirname, relative, resolve, sep } from "node:path";
import { GravenError } from "../base/errors.ts";
import { checksumOf } from "../revisions/store.ts";
import { bundleText } from "./bundled.ts";
import type { Context } from "./context.ts";
import { openHistory } from "./project.ts";

export interface BundleResult {
  readonly file: string;
  readonly revisions: readonly string[];
  /** Whether the file said something else before, or was not there. */
  readonly changed: boolean;
}

/** Writes a module that lists every revision, for a program that runs them at its start without their folder. Throws CFG-009 where a revision stands for others. */
export async function bundle(context: Context, { out = "migrations.bundle.ts" }: { readonly out?: string | undefined } = {}): Promise<BundleResult> {
  const { config, store } = await openHistory(context);
  const [replacement] = store.replaced.replacements;
  if (replacement) throw new GravenError("CFG-009", `Revision "${replacement.revision}" replaces others, which a bundle cannot hold.`, { hint: "Take its `replaces` out once every database is past them, and remove the replaced files." });
  const file = resolve(config.folder, out);
  const specifier = (path: string) => {
    const way = relative(dirname(file), path).split(sep).join("/");
    return way.startsWith(".") ? way : `./${way}`;
  };
  const text = bundleText(store, specifier, (id) => checksumOf(store, id));
  const changed = (await context.files.read(file)) !== text;
  if (changed) await context.files.writeAll([{ path: file, text, replace: true }]);
  if (changed) context.report({ kind: "wrote", file });
  return { file, revisions: store.graph.order, changed };
}
