import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { unavailable, type DatabaseKind } from "../support/databases.ts";

/** Real schemas beside the repository, or where GRAVEN_CORPORA says. They are read from there, and no part of the project. */
export const corpora = process.env["GRAVEN_CORPORA"] ?? fileURLToPath(new URL("../../../shared/corpora/", import.meta.url));

export function corpus(...path: readonly string[]): string {
  return join(corpora, ...path);
}

/** Why a corpus cannot be tried on a database here, or nothing. */
export async function whyNot(name: string, kind: DatabaseKind, ...programs: readonly string[]): Promise<string | undefined> {
  if (!existsSync(corpus(name))) return `${corpus(name)} is not here`;
  const missing = programs.find((program) => spawnSync(program, ["--version"]).error);
  if (missing !== undefined) return `${missing} is not installed`;
  return unavailable(kind);
}

/** Runs a program and gives what it prints. Throws with its complaint when it fails. */
export function program(command: string, args: readonly string[], input?: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28, ...(input !== undefined && { input }) });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed:\n${stderr.slice(0, 4000)}`);
  return stdout;
}

/**
 * A dump by pg_dump in a form that two databases share which hold the same: the columns of a table and the objects are sorted,
 * as the order in which they came to be is no part of a schema that has grown by steps.
 */
export function comparableDump(url: string, ignored: readonly string[] = []): string[] {
  const dump = program("pg_dump", ["--schema-only", "--no-owner", "--no-privileges", ...ignored.map((table) => `--exclude-table=${table}`), "--dbname", url]);
  return dump
    .split(/^--\n-- Name: .*\n--$/m)
    .slice(1)
    .map((part) => sortedColumns(part.replace(/^(?:--|\\(?:un)?restrict ).*$/gm, "").trim()))
    // PostgreSQL's own words on its own schema.
    .filter((part) => part !== "" && part !== "COMMENT ON SCHEMA public IS 'Standard public schema';")
    .sort();
}

function sortedColumns(statement: string): string {
  const table = /^(CREATE (?:UNLOGGED )?TABLE \S+ \(\n)([\s\S]*?)(\n\)[\s\S]*)$/.exec(statement);
  if (!table) return statement;
  const columns = table[2]!.split("\n").map((line) => line.replace(/,$/, ""));
  return `${table[1]}${columns.sort().join(",\n")}${table[3]}`;
}
