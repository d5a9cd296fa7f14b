import { hash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { version } from "../../base/version.ts";
import type { DialectName } from "../../dialects/dialect.ts";
import type { StatementFact } from "./facts.ts";

/** Changes when a statement's facts take another form. */
const FORM = 1;

/**
 * What statements said, by the hash of their text, so that a second run reads only those that changed. It is kept in
 * `node_modules/.cache/graven`; where that cannot be written every run reads everything, which costs time only.
 */
export class StatementCache {
  private readonly path: string | undefined;
  private readonly known: Readonly<Record<string, StatementFact>>;
  private readonly used: Record<string, StatementFact> = {};
  private isChanged = false;

  constructor(folder: string, dialect: DialectName) {
    const modules = nearestModules(folder);
    this.path = modules && join(modules, ".cache", "graven", `sql-${dialect}-${version}-${FORM}-${hash("sha1", folder, "hex").slice(0, 8)}.json`);
    this.known = this.path === undefined ? {} : readCache(this.path);
  }

  /** The statement's facts, read anew where they are not known. */
  get(text: string, read: () => StatementFact): StatementFact {
    const key = hash("sha1", text, "base64");
    let fact = Object.hasOwn(this.known, key) ? this.known[key] : undefined;
    if (!fact) {
      fact = read();
      this.isChanged = true;
    }
    this.used[key] = fact;
    return fact;
  }

  /** Writes what this run used; what it did not use is forgotten. */
  save(): void {
    const isSame = !this.isChanged && Object.keys(this.known).length === Object.keys(this.used).length;
    if (this.path === undefined || isSame) return;
    const temporary = `${this.path}.${process.pid}.tmp`;
    try {
      mkdirSync(dirname(this.path), { recursive: true });
      writeFileSync(temporary, JSON.stringify(this.used));
      renameSync(temporary, this.path);
    } catch {
      rmSync(temporary, { force: true });
    }
  }
}

function readCache(path: string): Record<string, StatementFact> {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Record<string, StatementFact>;
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
