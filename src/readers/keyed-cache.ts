import { hash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { codeStamp } from "./code-stamp.ts";

/** More is not kept of what a run did not ask for. */
const MOST_UNUSED = 5000;

/**
 * What texts were found to say, by their hash, in a file of `node_modules/.cache/graven`. Where that cannot be written every run
 * finds it again, which costs time only. The file is read when it is first asked for something; what another state of this code wrote
 * into it is not believed.
 */
export class KeyedCache<T> {
  private readonly path: string | undefined;
  private readonly keepsUnused: boolean;
  private loaded: Readonly<Record<string, T>> | undefined;
  private readonly used: Record<string, T> = {};
  private isChanged = false;
  /** How many of those that were known were asked for. */
  private met = 0;

  constructor(folder: string | undefined, name: string, { keepsUnused = false }: { readonly keepsUnused?: boolean } = {}) {
    const modules = folder === undefined ? undefined : nearestModules(folder);
    this.path = modules && join(modules, ".cache", "graven", `${name}-${hash("sha1", folder!, "hex").slice(0, 8)}.json`);
    this.keepsUnused = keepsUnused;
  }

  find(text: string): T | undefined {
    const key = keyOf(text);
    if (Object.hasOwn(this.used, key)) return this.used[key];
    const { known } = this;
    if (!Object.hasOwn(known, key)) return undefined;
    this.met++;
    return (this.used[key] = known[key]!);
  }

  add(text: string, value: T): T {
    this.isChanged = true;
    return (this.used[keyOf(text)] = value);
  }

  /** Writes what this run used; what it did not use is forgotten, unless it is kept. */
  save(): void {
    const isSame = !this.isChanged && (this.keepsUnused || Object.keys(this.known).length === this.met);
    if (this.path === undefined || isSame) return;
    const kept = this.keepsUnused && Object.keys(this.known).length < MOST_UNUSED ? { ...this.known, ...this.used } : this.used;
    const temporary = `${this.path}.${process.pid}.tmp`;
    try {
      mkdirSync(dirname(this.path), { recursive: true });
      writeFileSync(temporary, JSON.stringify({ code: codeStamp(), values: kept }));
      renameSync(temporary, this.path);
    } catch {
      // Nothing is there to remove where the folder could not be made.
      if (existsSync(temporary)) rmSync(temporary);
    }
  }

  private get known(): Readonly<Record<string, T>> {
    return (this.loaded ??= this.path === undefined ? {} : readCache(this.path));
  }
}

const keyOf = (text: string) => hash("sha1", text, "base64");

function readCache<T>(path: string): Record<string, T> {
  try {
    const { code, values } = JSON.parse(readFileSync(path, "utf8")) as { readonly code?: string; readonly values?: Record<string, T> };
    return code === codeStamp() && values !== null && typeof values === "object" ? values : {};
  } catch {
    // None yet, or one that a full disk cut short: it is made anew.
    return {};
  }
}

/** The nearest `node_modules` at or above the folder. */
function nearestModules(folder: string): string | undefined {
  const here = join(folder, "node_modules");
  if (existsSync(here)) return here;
  const above = dirname(folder);
  return above === folder ? undefined : nearestModules(above);
}
