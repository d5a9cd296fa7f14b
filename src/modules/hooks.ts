import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { candidatesFor } from "./candidates.ts";
import { encodeFault } from "./fault-code.ts";
import { lateJsonModule } from "./late-json.ts";
import { withoutTypes } from "./without-types.ts";

/** What Node hands a resolve hook, as far as it matters here. */
export interface ResolveContext {
  readonly parentURL?: string | undefined;
  readonly conditions?: readonly string[];
  readonly importAttributes?: Readonly<Record<string, string>>;
}

export interface Resolved {
  readonly url: string;
  readonly format?: string | null | undefined;
  readonly importAttributes?: Readonly<Record<string, string>>;
  readonly shortCircuit?: boolean;
}

export interface Loaded {
  readonly format: string;
  readonly source?: string | NodeJS.ArrayBufferView | ArrayBuffer | undefined;
  readonly shortCircuit?: boolean;
}

/** Node's resolve hook: as usual first, then by what authors mean. */
export async function resolve(specifier: string, context: ResolveContext, next: (specifier: string, context?: ResolveContext) => Promise<Resolved>): Promise<Resolved> {
  let failure: unknown;
  for (const candidate of attempts(specifier, context)) {
    try {
      return finished(await next(candidate, context), context);
    } catch (error) {
      failure = noted(failure, error);
    }
  }
  throw missing(failure, specifier, context);
}

/** The same for hooks that run in the thread of the modules. */
export function resolveSync(specifier: string, context: ResolveContext, next: (specifier: string, context?: ResolveContext) => Resolved): Resolved {
  let failure: unknown;
  for (const candidate of attempts(specifier, context)) {
    try {
      return finished(next(candidate, context), context);
    } catch (error) {
      failure = noted(failure, error);
    }
  }
  throw missing(failure, specifier, context);
}

interface LoadContext {
  readonly format?: string | null;
  readonly conditions?: readonly string[];
}

/** Node's load hook: takes the types out of TypeScript, and puts off the parsing of long JSON. */
export async function load(url: string, context: LoadContext, next: (url: string, context?: object) => Promise<Loaded>): Promise<Loaded> {
  return loadedHere(url, context) ?? next(url, context);
}

export function loadSync(url: string, context: LoadContext, next: (url: string, context?: object) => Loaded): Loaded {
  return loadedHere(url, context) ?? next(url, context);
}

function loadedHere(url: string, { conditions }: LoadContext): Loaded | undefined {
  if (!url.startsWith("file:") || isInstalled(url)) return undefined;
  const path = url.replace(/[?#].*$/, "");
  if (/\.[cm]?ts$/.test(path)) return loadedTypeScript(fileURLToPath(path));
  // What `require` asks for stays Node's.
  const source = path.endsWith(".json") && !conditions?.includes("require") ? lateJsonModule(fileURLToPath(path)) : undefined;
  return source === undefined ? undefined : { format: "module", source, shortCircuit: true };
}

function* attempts(specifier: string, { parentURL }: ResolveContext): Generator<string> {
  yield specifier;
  yield* candidatesFor(specifier, parentURL);
}

/** Keeps the first failure, which is about what the author wrote; anything but a module that is not found ends the search. */
function noted(first: unknown, error: unknown): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  if (code === "ERR_MODULE_NOT_FOUND" || code === "ERR_UNSUPPORTED_DIR_IMPORT" || code === "MODULE_NOT_FOUND" || code === "ERR_PACKAGE_PATH_NOT_EXPORTED" || code === "ERR_INVALID_MODULE_SPECIFIER") return first ?? error;
  throw error;
}

/** Node writes the file it looked for; the author wrote a specifier. */
function missing(failure: unknown, specifier: string, { parentURL }: ResolveContext): unknown {
  const { code } = failure as { code?: unknown };
  if ((code !== "ERR_MODULE_NOT_FOUND" && code !== "ERR_UNSUPPORTED_DIR_IMPORT") || !parentURL?.startsWith("file:") || isInstalled(parentURL)) return failure;
  return Object.assign(new Error(encodeFault({ kind: "missing", specifier, importer: fileURLToPath(parentURL) })), { code: "ERR_MODULE_NOT_FOUND" });
}

function finished(resolved: Resolved, { parentURL }: ResolveContext): Resolved {
  const { url } = resolved;
  if (!url.startsWith("file:") || isInstalled(url)) return resolved;
  const path = url.replace(/[?#].*$/, "");
  // A module that is loaded afresh takes the author's modules it imports with it.
  const fresh = /[?&](graven-fresh=\d+)/.exec(parentURL ?? "")?.[1];
  const fullUrl = fresh !== undefined && !/[?#]/.test(url) ? `${url}?${fresh}` : url;
  if (path.endsWith(".json")) return { ...resolved, url: fullUrl, format: "json", importAttributes: { type: "json" } };
  const format = typeScriptFormats[/\.[cm]?ts$/.exec(path)?.[0] ?? ""];
  // Said here, so that a package.json without "type" neither turns a revision into CommonJS nor makes Node warn.
  return format === undefined ? { ...resolved, url: fullUrl } : { ...resolved, url: fullUrl, format };
}

const typeScriptFormats: Readonly<Record<string, string>> = { ".ts": "module-typescript", ".mts": "module-typescript", ".cts": "commonjs-typescript" };

function isInstalled(url: string): boolean {
  return url.includes("/node_modules/");
}

/** The module without its types, unless Node itself can take them out. */
function loadedTypeScript(file: string): Loaded | undefined {
  const source = readFileSync(file, "utf8");
  const commonJs = file.endsWith(".cts");
  if (stripsTypes && !commonJs && !MORE_THAN_TYPES.test(source)) return undefined;
  return { format: commonJs ? "commonjs" : "module", source: withoutTypes(source, file, commonJs), shortCircuit: true };
}

const stripsTypes = Boolean((process.features as { typescript?: unknown }).typescript);

/** What may be syntax that Node's own stripping refuses: it needs code in its place. Too wide a guess costs a few milliseconds, and no more. */
const MORE_THAN_TYPES = /\b(?:enum|namespace|module)\s+[\w"'$.]+\s*\{|\bconstructor\s*\([^)]*\b(?:public|private|protected|readonly|override)\b|\b(?:import\s+[\w$]+|export)\s*=/;
