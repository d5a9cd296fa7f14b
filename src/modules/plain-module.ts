import { createRequire } from "node:module";
import { readFileSync, realpathSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Script } from "node:vm";
import { ownModule } from "./own-package.ts";
import { maskedText, plainScript, type MaskedText, type PlainImport, type PlainScript } from "./plain-script.ts";
import { withoutPlainTypes } from "./plain-types.ts";
import { withoutTypes } from "./without-types.ts";

type Exports = Record<string, unknown>;

/**
 * A module whose only imports are graven's own, ready to run in this thread as its import would run it: in strict mode, with the same
 * lines and columns. Nothing for any other, and for one with a fault, of which the import tells.
 */
export async function plainModule(file: string, source?: string): Promise<(() => Promise<Exports>) | undefined> {
  for (const text of readings(file, source)) {
    const script = text && plainScript(text);
    const run = script && (await runnable(script, file));
    if (run) return run;
  }
  return undefined;
}

/** The module as JavaScript: at a glance where its types are few and in their usual places, else by the parser, which takes ten times as long. */
function* readings(file: string, given: string | undefined): Generator<MaskedText | undefined> {
  try {
    const source = given ?? readFileSync(file, "utf8");
    const text = maskedText(source);
    if (!/\.m?ts$/.test(file)) return yield text;
    yield text && withoutPlainTypes(text);
    yield maskedText(withoutTypes(source, file, false));
  } catch {
    // What cannot be read, or does not parse: whoever imports the module is told why.
    yield undefined;
  }
}

/** The script with its imports at hand; nothing where it is no JavaScript, or asks for what is not there. */
async function runnable({ code, prefix, imports }: PlainScript, file: string): Promise<(() => Promise<Exports>) | undefined> {
  const imported = await Promise.all(imports.map((each) => ownExports(each, file)));
  if (imported.some((each) => each === undefined)) return undefined;
  try {
    const run = new Script(code, { filename: pathToFileURL(file).href, columnOffset: -prefix.length }).runInThisContext() as (...modules: readonly unknown[]) => Promise<Exports>;
    return () => run(...imported);
  } catch {
    return undefined;
  }
}

const ownModules = new Map<string, Promise<Exports>>();

/** Imports a module of graven once: each further import would ask the hooks again. */
function importOwn(url: string): Promise<Exports> {
  let module = ownModules.get(url);
  if (!module) ownModules.set(url, (module = import(/* @vite-ignore */ url) as Promise<Exports>));
  return module;
}

/** What graven itself exports under a name, where the file would get this very copy of it and everything that it asks for is there. */
async function ownExports({ specifier, names }: PlainImport, file: string): Promise<Exports | undefined> {
  const own = ownModule(specifier);
  if (own === undefined || !meansThisCopy(specifier, own, dirname(file))) return undefined;
  const exported = await importOwn(own);
  return names.every((name) => name in exported) ? exported : undefined;
}

const answers = new Map<string, boolean>();

function meansThisCopy(specifier: string, own: string, folder: string): boolean {
  const key = `${specifier}\n${folder}`;
  let answer = answers.get(key);
  if (answer === undefined) answers.set(key, (answer = isThisCopy(specifier, own, folder)));
  return answer;
}

function isThisCopy(specifier: string, own: string, folder: string): boolean {
  try {
    return createRequire(`${folder}/`).resolve(specifier) === realpathSync(fileURLToPath(own));
  } catch (error) {
    // A project that has not installed it gets this copy.
    return (error as { code?: unknown }).code === "MODULE_NOT_FOUND";
  }
}
