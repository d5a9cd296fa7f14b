import { GravenError, messageOf, type Place } from "../base/errors.ts";
import { didYouMean } from "../base/text.ts";
import { isOwnFile, placeOf, placesIn, traceCall, type Trace } from "../base/trace.ts";
import { operations, type Operation, type OperationKind } from "../operations/index.ts";
import { Arguments } from "./arguments.ts";
import { converters } from "./converters.ts";
import type { Operations, RevisionContext } from "./facade.ts";

/** An operation, with the call that recorded it. */
export interface RecordedOperation {
  readonly operation: Operation;
  /** Where the author called it; absent where the engine keeps no stacks. */
  readonly place: Place | undefined;
}

export interface RecordOptions {
  /** The revision's file, for messages. */
  readonly path?: string | undefined;
  /** What the command line or the program hands to revisions. */
  readonly args?: Readonly<Record<string, string>> | undefined;
}

/**
 * Calls an author's `upgrade` or `downgrade` and gives the operations it names, in order. Nothing is run.
 * Throws RUN-010 when the function is async, RUN-012 when it throws, and RUN-011, RUN-013 or DAT-001 for a call that says nothing sound.
 */
export function record(upgrade: (op: Operations, context: RevisionContext) => unknown, options: RecordOptions = {}): RecordedOperation[] {
  const recorder = new Recorder();
  let result: unknown;
  try {
    result = upgrade(recorder.facade, { args: options.args ?? {} });
  } catch (error) {
    throw recordingFault(error, options.path);
  } finally {
    recorder.close();
  }
  if (isPromise(result)) {
    // What it still does is refused; that must not end the process as a rejection nobody handles.
    result.then(undefined, () => {});
    throw new GravenError("RUN-010", `${subjectOf(options.path)} is async, so what it does after its first await would be lost.`, {
      hint: "Calls of op are recorded, not run: leave out async and await. To read before writing, use op.run(async (db) => { … }).",
      ...(options.path !== undefined && { place: { file: options.path } }),
    });
  }
  return recorder.recorded;
}

/** Where each operation was called, those within another among them. */
const traces = new WeakMap<Operation, Trace>();

/** Where an author called an operation, also one that stands within `op.withoutTransaction`. */
export function placeOfOperation(operation: Operation): Place | undefined {
  return placeOf(traces.get(operation));
}

/** Gathers calls; one list per nesting, so that `withoutTransaction` receives what was called within it. */
class Recorder {
  readonly recorded: RecordedOperation[] = [];
  readonly facade: Operations;
  private lists: RecordedOperation[][] = [this.recorded];
  private closed = false;

  constructor() {
    const methods: Record<string, unknown> = {};
    // A revision calls few of them.
    this.facade = new Proxy(methods, { get: (_, key) => (typeof key === "string" && key !== "then" ? (methods[key] ??= Object.hasOwn(operations, key) ? this.methodFor(key as OperationKind) : unknownMethod(key)) : undefined) }) as unknown as Operations;
  }

  close(): void {
    this.closed = true;
  }

  /** Records what `calls` does apart from the rest, and gives its operations. */
  readonly nested = (calls: (op: Operations) => unknown): Operation[] => {
    const list: RecordedOperation[] = [];
    this.lists.push(list);
    try {
      if (isPromise(calls(this.facade))) throw new GravenError("RUN-010", "The function is async, so what it does after its first await would be lost.", { hint: "Calls of op are recorded, not run: leave out async and await." });
    } finally {
      this.lists.pop();
    }
    return list.map(({ operation }) => operation);
  };

  private methodFor(kind: OperationKind) {
    const method = (...values: unknown[]): unknown => {
      const trace = traceCall(method);
      if (this.closed) throw new GravenError("RUN-011", `op.${kind}() is called after the revision's function has returned.`, { place: placeOf(trace), hint: "Leave out async, await and timers: calls are recorded, not run." });
      try {
        return this.recordCall(kind, values, trace);
      } catch (error) {
        throw placed(error, trace);
      }
    };
    return method;
  }

  private recordCall(kind: OperationKind, values: readonly unknown[], trace: Trace): unknown {
    const given = new Arguments(kind, values, this.nested);
    const operation: Record<string, unknown> = { kind };
    for (const [field, parameter] of Object.entries(operations[kind].parameters)) {
      const value = converters[parameter](given, field);
      if (value !== undefined) operation[field] = value;
    }
    given.finish();
    this.add(operation as unknown as Operation, trace);
    for (const follower of given.followers) this.add(follower, trace);
    return given.result;
  }

  private add(operation: Operation, trace: Trace): void {
    traces.set(operation, trace);
    this.lists.at(-1)!.push({
      operation,
      // Read late: formatting a stack costs more than all else of a recorded call.
      get place() {
        return placeOf(trace);
      },
    });
  }
}

function unknownMethod(name: string): never {
  const place = placesIn(traceCall(unknownMethod).stack ?? "").find(({ file }) => !isOwnFile(file));
  throw new GravenError("RUN-013", `op has no method "${name}".`, { place, hint: didYouMean(name, Object.keys(operations)) });
}

/** The error with the place of the author's call, unless it knows a closer one in the author's file. */
function placed(error: unknown, trace: Trace): unknown {
  if (!(error instanceof GravenError)) return error;
  const place = error.place && !isOwnFile(error.place.file) ? error.place : placeOf(trace);
  return new GravenError(error.code, error.message, { hint: error.hint, place, cause: error.cause });
}

function recordingFault(error: unknown, path: string | undefined): GravenError {
  if (error instanceof GravenError) return error;
  const places = placesIn(error instanceof Error ? (error.stack ?? "") : "").filter(({ file }) => !isOwnFile(file));
  const place = places.find(({ file }) => file === path) ?? places[0] ?? (path === undefined ? undefined : { file: path });
  return new GravenError("RUN-012", `${subjectOf(path)} throws: ${messageOf(error)}`, { place, cause: error });
}

function subjectOf(path: string | undefined): string {
  return path === undefined ? "The revision's function" : `The function of "${path}"`;
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}
