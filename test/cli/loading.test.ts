import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const bin = join(root, "dist/cli/bin.js");

let folder: string;
beforeAll(() => {
  execFileSync(process.execPath, [join(root, ".ci/build.mjs")]);
  folder = mkdtempSync(join(tmpdir(), "graven-loading-"));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(root, join(folder, "node_modules", "graven"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "graven.config.ts"), 'import { defineConfig } from "graven";\nexport default defineConfig({ models: "./models.ts", url: "sqlite:dev.db" });\n');
  writeFileSync(join(folder, "models.ts"), 'import { integer, table } from "graven/models";\nexport const user = table("user", { id: integer().primaryKey() });\n');
  execFileSync(process.execPath, [bin, "revision", "-a", "-m", "one"], { cwd: folder, stdio: "ignore" });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The files that a command loads: those of this package, and the packages that others come from. */
function loadedBy(...args: string[]): { own: string[]; packages: string[] } {
  const reports = mkdtempSync(join(folder, "coverage-"));
  execFileSync(process.execPath, [bin, ...args], { cwd: folder, stdio: "ignore", env: { ...process.env, NODE_OPTIONS: "", NODE_V8_COVERAGE: reports } });
  const urls = readdirSync(reports).flatMap((name) => (JSON.parse(readFileSync(join(reports, name), "utf8")) as { result: { url: string }[] }).result.map(({ url }) => url));
  return {
    own: [...new Set(urls.flatMap((url) => /\/dist\/(.+)$/.exec(url.replace(/.*\/node_modules\/.*/, ""))?.[1] ?? []))].sort(),
    packages: [...new Set(urls.flatMap((url) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1] ?? []))].sort(),
  };
}

/** What is loaded from outside to parse a command line: yargs is joined with this package's own files. */
const parsing = ["picocolors"];
const client = ["better-sqlite3", "bindings", "file-uri-to-path"];

describe("what a command loads", () => {
  test("--help loads what parses the command line, and nothing else", () => {
    const { own, packages } = loadedBy("--help");
    expect(packages).toEqual(parsing);
    expect(own.length).toBeLessThan(10);
  });

  test("heads loads no differ, no runner and no rules, and for a config that imports graven alone no parser of TypeScript", () => {
    const { own, packages } = loadedBy("heads");
    expect(packages).toEqual(parsing);
    expect(own).toContain("chunks/core.js");
    expect(own.filter((name) => /runtime|rules|codegen|fixtures/.test(name))).toEqual([]);
    expect(own.length).toBeLessThan(30);
  });

  test("upgrade loads the client of its database besides", () => {
    const { own, packages } = loadedBy("upgrade");
    expect(packages.filter((name) => ![...parsing, ...client].includes(name))).toEqual([]);
    expect(packages).toContain("better-sqlite3");
    expect(own).toContain("chunks/runtime.js");
    expect(own.filter((name) => /rules|codegen|fixtures/.test(name))).toEqual([]);
    expect(own.length).toBeLessThan(60);
  });
});
