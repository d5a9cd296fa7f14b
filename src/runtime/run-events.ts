import type { Place } from "../base/errors.ts";
import type { Operation } from "../operations/index.ts";
import type { Direction } from "./history.ts";
import type { Drift } from "./inspect.ts";

/** What happens while a revision runs, for a reporter. Steps count from 1. */
export type RunEvent =
  | { readonly kind: "started"; readonly revision: string; readonly direction: Direction; readonly steps: number }
  | { readonly kind: "step"; readonly revision: string; readonly step: number; readonly steps: number; readonly sql?: string; readonly operation: Operation | undefined; readonly place: Place | undefined }
  /** Another session keeps a statement waiting. */
  | { readonly kind: "blocked"; readonly revision: string; readonly step: number; readonly blockers: readonly string[] }
  /** A lock was not to be had in time; what can be rolled back was, and is tried again after a while. */
  | { readonly kind: "retry"; readonly revision: string; readonly step: number; readonly attempt: number; readonly milliseconds: number; readonly reason: string; readonly blockers: readonly string[] }
  /** Rows were changed by hand since a revision wrote them. */
  | { readonly kind: "drifted"; readonly revision: string; readonly drift: Drift; readonly place: Place | undefined }
  /** A step in batches has come so far, in rows. */
  | { readonly kind: "progress"; readonly revision: string; readonly table: string; readonly done: number; readonly total: number }
  | { readonly kind: "finished"; readonly revision: string; readonly direction: Direction; readonly steps: number };
