import { GravenError } from "../base/errors.ts";
import { didYouMean } from "../base/text.ts";
import type { Operations, RevisionContext } from "./facade.ts";

/** A revision file once it is loaded and found sound. */
export interface RevisionModule {
  readonly revision: string;
  /** The parents: none for a base, several for a merge. */
  readonly downRevision: readonly string[];
  readonly branchLabels: readonly string[];
  readonly dependsOn: readonly string[];
  readonly upgrade: (op: Operations, context: RevisionContext) => unknown;
  /** Absent where the file has none: then there is no way back. */
  readonly downgrade?: (op: Operations, context: RevisionContext) => unknown;
}

const exportNames = ["revision", "downRevision", "branchLabels", "dependsOn", "upgrade", "downgrade"] as const satisfies readonly (keyof RevisionModule)[];

/** Checks the exports of a revision file. Throws REV-040 for a missing id, REV-041 for an export of the wrong type, REV-042 for a missing `upgrade`. */
export function revisionModule(exports: Readonly<Record<string, unknown>>, path: string): RevisionModule {
  const { revision, upgrade, downgrade } = exports;
  if (revision === undefined) throw fault("REV-040", `"${path}" exports no \`revision\`.`, path, nearMiss("revision", exports) ?? 'A revision file begins with: export const revision = "…";');
  if (typeof revision !== "string" || revision === "") throw wrong("revision", "a text", path);
  if (upgrade === undefined) throw fault("REV-042", `Revision "${revision}" exports no \`upgrade\`.`, path, nearMiss("upgrade", exports) ?? "Write: export function upgrade(op: Operations) { … }");
  if (typeof upgrade !== "function") throw wrong("upgrade", "a function", path);
  if (downgrade !== undefined && typeof downgrade !== "function") throw wrong("downgrade", "a function", path);
  return {
    revision,
    downRevision: names("downRevision", exports["downRevision"] ?? [], path),
    branchLabels: names("branchLabels", exports["branchLabels"] ?? [], path),
    dependsOn: names("dependsOn", exports["dependsOn"] ?? [], path),
    upgrade: upgrade as RevisionModule["upgrade"],
    ...(downgrade !== undefined && { downgrade: downgrade as RevisionModule["upgrade"] }),
  };
}

function names(key: string, value: unknown, path: string): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (list.some((each) => typeof each !== "string" || each === "")) throw wrong(key, "a text, a list of texts, or null", path);
  return list as string[];
}

function nearMiss(name: string, exports: Readonly<Record<string, unknown>>): string | undefined {
  return didYouMean(name, Object.keys(exports).filter((key) => !(exportNames as readonly string[]).includes(key)));
}

function wrong(key: string, expected: string, path: string): GravenError {
  return fault("REV-041", `\`${key}\` of "${path}" is not ${expected}.`, path);
}

function fault(code: string, message: string, path: string, hint?: string): GravenError {
  return new GravenError(code, message, { place: { file: path }, hint });
}
