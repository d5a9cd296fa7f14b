import { formatPlace, GravenError, GravenErrors, messageOf } from "../../base/errors.ts";
import type { TestProject } from "../project.ts";
import type { Suite } from "../suite.ts";

/** Tells a person what a test noticed that is no failure. */
export type Warn = (message: string) => void;

/** A test that needs no database, or one that runs on each. */
export type BuiltInTest =
  | { readonly scope: "project"; readonly run: (project: TestProject, warn: Warn) => Promise<void> }
  | { readonly scope: "database"; readonly run: (suite: Suite, warn: Warn) => Promise<void> };

/** A failure of a built-in test: a sentence, and what to do. The lines of `details` follow the sentence. */
export function failure(code: string, message: string, { hint, details = [], place, cause }: { readonly hint?: string | undefined; readonly details?: readonly string[]; readonly place?: GravenError["place"]; readonly cause?: unknown }): GravenError {
  return new GravenError(code, [message, ...details].join("\n"), { hint, place, cause });
}

/** The whole text of a fault, as a test runner shows it: code, sentence, place and next step. */
export function faultText(error: unknown): string {
  if (error instanceof GravenErrors) return error.errors.map(faultText).join("\n\n");
  if (!(error instanceof GravenError)) return messageOf(error);
  return [`${error.code}  ${error.message}`, error.place && `at ${formatPlace(error.place)}`, error.hint].filter(Boolean).join("\n");
}

/** The same as lines of another failure, with the fault's code. */
export function causeLines(error: unknown): readonly string[] {
  return faultText(error).split("\n");
}
