import type { Place } from "./errors.ts";

/** Where a call was made. V8 formats the stack only when it is read, so keeping a trace is cheap. */
export interface Trace {
  readonly stack?: string;
  /** Where it is known without a call, as in a file that was read. */
  readonly place?: Place;
}

/** Frames that a trace keeps: the caller's, and one more where the engine's own stand between, as in `names.map(text)`. */
const TRACE_DEPTH = 2;

/** Keeps the place from which `calledFunction` was called. */
export function traceCall(calledFunction: (...args: never[]) => unknown): Trace {
  const trace: { stack?: string } = {};
  const depth = Error.stackTraceLimit;
  Error.stackTraceLimit = TRACE_DEPTH;
  Error.captureStackTrace?.(trace, calledFunction);
  Error.stackTraceLimit = depth;
  return trace;
}

/** The first frame of a trace that stands in a file, or nothing where the engine keeps no stacks. */
export function placeOf(trace: Trace | undefined): Place | undefined {
  return trace?.place ?? placesIn(trace?.stack ?? "")[0];
}

/** Every frame of a stack text that stands in a file, innermost first. */
export function placesIn(stack: string): Place[] {
  const places: Place[] = [];
  for (const line of stack.split("\n")) {
    const match = /\(?((?:file:\/\/)?\/?[^()\s][^()]*?):(\d+):(\d+)\)?$/.exec(line.trim().replace(/^at (?:async )?(?:.*? \()?/, ""));
    if (!match || /^node:|^<anonymous>/.test(match[1]!)) continue;
    places.push({ file: filePath(match[1]!), line: Number(match[2]), column: Number(match[3]) });
  }
  return places;
}

/** `file:///a%20b.ts?x=1` as `/a b.ts`; a path stays as it is. */
export function filePath(urlOrPath: string): string {
  if (!urlOrPath.startsWith("file://")) return urlOrPath;
  const path = decodeURIComponent(urlOrPath.slice("file://".length).replace(/[?#].*$/, ""));
  return /^\/[A-Za-z]:\//.test(path) ? path.slice(1) : path;
}

/** Where this package's code lies, compiled or not: two floors above this file, whatever it was joined into. */
const ownFolder = filePath(import.meta.url).replace(/[^/]*\/[^/]*$/, "");

/** Whether a file of a stack is this package's own. */
export function isOwnFile(file: string): boolean {
  return file.startsWith(ownFolder);
}
