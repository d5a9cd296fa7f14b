import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rules } from "../../src/checks/rules/index.ts";
import { objectsPage } from "./objects-page.ts";
import { rulesPage } from "./rules-page.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const scratch = join(root, "test/docs/scratch");
const guides = readdirSync(join(root, "docs/guides")).map((name) => `docs/guides/${name}`);
const read = (path: string) => readFileSync(join(root, path), "utf8");

beforeAll(() => {
  execFileSync(process.execPath, [join(root, ".ci/build.mjs")]);
}, 180_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test("every error code of the source has its line in docs/guides/errors.md, and no line is left over", () => {
  const documented = [...read("docs/guides/errors.md").matchAll(/^\| ([A-Z]{3}-\d{3}) \|/gm)].map((match) => match[1]!);
  expect(documented.sort()).toEqual([...codesInSource()].sort());
});

test("every code that a page names exists", () => {
  const known = codesInSource();
  const named = ["README.md", "CONTRIBUTING.md", "docs/architecture.md", ...guides].flatMap((path) => [...read(path).matchAll(/\b[A-Z]{3}-\d{3}\b/g)].map(([code]) => `${path}: ${code}`));
  expect(named.filter((each) => !known.has(each.slice(-7)))).toEqual([]);
});

test("docs/guides/cli.md is what --help prints", { timeout: 120_000 }, async () => {
  const verbs = ["", ...[...help("").matchAll(/^ {2}gen ([\w-]+)/gm)].map((match) => match[1]!)];
  const sections = verbs.map((verb) => `## gen${verb && ` ${verb}`}\n\n\`\`\`text\n${help(verb)}\n\`\`\`\n`);
  const intro = "# Command line\n\nThe help text of every command, as `gen <command> --help` prints it. A test writes this page: `npx vitest run test/docs -u`.\n";
  await expect([intro, ...sections].join("\n")).toMatchFileSnapshot(join(root, "docs/guides/cli.md"));
});

test("every command and flag that the page for users of Alembic names is one of graven's", () => {
  const sections = new Map(read("docs/guides/cli.md").split(/^## /m).slice(1).map((section) => [section.slice(0, section.indexOf("\n")), section]));
  const rows = [...read("docs/guides/from-alembic.md").split("## Identifiers")[0]!.matchAll(/^\| (`.*) \| (.*) \|$/gm)];
  const missing = rows.flatMap(([, , here = ""]) => {
    const verb = /`(gen [a-z-]+)/.exec(here)?.[1] ?? "gen";
    const flags = [...here.matchAll(/--[a-z][a-z-]+|(?<=`)-x\b/g)].map(([flag]) => flag);
    return [...(sections.has(verb) ? [] : [verb]), ...flags.filter((flag) => !sections.get(verb)?.includes(` ${flag} `)).map((flag) => `${verb} ${flag}`)];
  });
  expect(rows.length).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});

test("docs/rules.md is what the rules say", async () => {
  await expect(rulesPage(rules)).toMatchFileSnapshot(join(root, "docs/rules.md"));
});

test("docs/objects.md is what the cases prove", { timeout: 120_000 }, async () => {
  await expect(await objectsPage()).toMatchFileSnapshot(join(root, "docs/objects.md"));
});

test("the TypeScript of README and guides compiles", { timeout: 300_000 }, () => {
  const files = ["README.md", ...guides].flatMap(writeBlocks);
  expect(files.length).toBeGreaterThan(10);
  expect(faultsOf(files)).toEqual([]);
});

test("the README's quick start is one block of commands, one a line", () => {
  const section = /<!-- quick start -->([\s\S]*?)<!-- \/quick start -->/.exec(read("README.md"))?.[1]?.trim();
  const lines = section?.split("\n") ?? [];
  expect([lines[0], lines.at(-1)]).toEqual(["```sh", "```"]);
  expect(lines.slice(1, -1)).toEqual(["npm install graven better-sqlite3", "npx gen init", 'npx gen revision --autogenerate -m "first"', "npx gen upgrade"]);
});

test("the pages link to files that are there", () => {
  const pages = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/architecture.md", ...guides];
  const missing = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)/g)].filter(([, target]) => !isFile(join(dirname(join(root, page)), target!))).map(([, target]) => `${page}: ${target}`),
  );
  expect(missing).toEqual([]);
});

function isFile(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}

/** The codes that stand as strings in the source; comments do not count. */
function codesInSource(): Set<string> {
  const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  return new Set(sources.flatMap((name) => [...read(join("src", name)).replace(/^\s*(?:\/\/|\/?\*).*$/gm, "").matchAll(/"([A-Z]{3}-\d{3})"/g)].map((match) => match[1]!)));
}

function help(verb: string): string {
  const { CI: _, FORCE_COLOR: __, ...environment } = process.env;
  const text = execFileSync(process.execPath, [join(root, "dist/cli/bin.js"), ...(verb ? [verb] : []), "--help"], { encoding: "utf8", env: { ...environment, NO_COLOR: "1" } });
  return text.replace(/[ \t]+$/gm, "").trim();
}

/**
 * The blocks of a page that are whole files (```ts; a fragment says ```ts fragment), each in a folder of its own. A block whose
 * first line names its file (`// src/models.ts`) takes that name, and the blocks after it may import it.
 */
function writeBlocks(page: string): string[] {
  const named = new Map<string, string>();
  return [...read(page).matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match, at) => {
    const text = match[1]!;
    const name = /^\/\/ (\S+\.ts)\n/.exec(text)?.[1] ?? "block.ts";
    const folder = join(scratch, page.replace(/\W+/g, "_"), String(at + 1));
    for (const [other, source] of named) write(join(folder, other), source);
    if (name !== "block.ts") named.set(name, text);
    return write(join(folder, name), text);
  });
}

function write(path: string, text: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

function faultsOf(files: readonly string[]): string[] {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), (path) => readFileSync(path, "utf8")) as { config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files }, ts.sys, root);
  const program = ts.createProgram(files, options);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file && start !== undefined ? `:${file.getLineAndCharacterOfPosition(start).line + 1}` : "";
    return `${file ? relative(scratch, file.fileName) : ""}${line} ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
}
