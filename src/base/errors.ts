/** Where a fault stands, as a person can open it: a file, and a line and column counted from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** What a `GravenError` carries beside its sentence. */
export interface ErrorDetails {
  /** What the person can do next, as a sentence. */
  readonly hint?: string | undefined;
  readonly place?: Place | undefined;
  /** The line at the place, with a caret below it where it helps to see. */
  readonly excerpt?: string | undefined;
  readonly cause?: unknown;
}

/**
 * The one error class: a sentence with a subject, a stable code, a place and a next step.
 * @example throw new GravenError("MOD-003", 'Column "emial" is not in table "users".', { hint: 'Did you mean "email"?' });
 */
export class GravenError extends Error {
  override readonly name = "GravenError";
  readonly code: string;
  readonly hint: string | undefined;
  readonly place: Place | undefined;
  readonly excerpt: string | undefined;

  constructor(code: string, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.hint = details.hint;
    this.place = details.place;
    this.excerpt = details.excerpt;
  }
}

/** Several faults found in one pass, so that a person mends them in one go. */
export class GravenErrors extends GravenError {
  readonly errors: readonly GravenError[];

  constructor(errors: readonly GravenError[]) {
    const first = errors[0];
    if (!first) throw new RangeError("GravenErrors needs at least one error");
    super(first.code, errors.map((error) => error.message).join("\n"), { hint: first.hint, place: first.place });
    this.errors = errors;
  }
}

/** Throws nothing for no fault, the fault itself for one, and all of them together for several. */
export function throwAll(errors: readonly GravenError[]): void {
  const [first, second] = errors;
  if (!first) return;
  throw second ? new GravenErrors(errors) : first;
}

/** `file:line:column`, as terminals and editors make it a link. */
export function formatPlace(place: Place): string {
  return [place.file, place.line, place.column].filter((part) => part !== undefined).join(":");
}

/** The message of anything that was thrown. */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof AggregateError && !thrown.message) return thrown.errors.map(messageOf).join("; ");
  return thrown instanceof Error ? thrown.message : String(thrown);
}
