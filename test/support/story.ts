import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Runs a story: a text of file sections (`-- path --`, up to the next section or command) and commands (`$ gen …`), each with
 * the output it is expected to give and, when it is not 0, its exit code. Gives the same text with the output that came.
 */
export function tellStory(text: string, environment: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "graven-story-"));
  try {
    prepare(folder);
    const told: string[] = [];
    for (const block of blocksOf(text)) {
      if (block.kind === "prose") told.push(...block.lines);
      else if (block.kind === "file") {
        const path = join(folder, block.path);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, `${block.lines.join("\n").replace(/\n+$/, "")}\n`);
        told.push(`-- ${block.path} --`, ...block.lines);
      } else told.push(`$ ${block.command}`, ...runCommand(folder, block.command, environment), "");
    }
    return `${told.join("\n").replace(/\n+$/, "")}\n`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Block = { kind: "prose"; lines: string[] } | { kind: "file"; path: string; lines: string[] } | { kind: "command"; command: string };

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: { lines: string[] } | undefined;
  for (const line of text.split("\n")) {
    const file = /^-- (\S+) --$/.exec(line);
    const command = /^\$ (.*)$/.exec(line);
    if (file) {
      const block = { kind: "file" as const, path: file[1]!, lines: [] };
      blocks.push(block);
      open = block;
    } else if (command) {
      blocks.push({ kind: "command", command: command[1]! });
      // What follows a command is its former output, up to the next block.
      open = { lines: [] };
    } else if (line.startsWith("# ") && open?.lines.at(-1) === "" || (!open && line.startsWith("#"))) {
      const block = { kind: "prose" as const, lines: [line] };
      blocks.push(block);
      open = block;
    } else if (open) open.lines.push(line);
    else if (line) throw new Error(`A story begins with prose (#), a file or a command, not with: ${line}`);
  }
  return blocks;
}

function prepare(folder: string): void {
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(root, join(folder, "node_modules", "graven"));
  symlinkSync(join(root, "node_modules", "better-sqlite3"), join(folder, "node_modules", "better-sqlite3"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  mkdirSync(join(folder, ".bin"));
  tool(folder, "gen", `exec "${process.execPath}" "${join(root, "dist/cli/bin.js")}" "$@"`);
  tool(folder, "sqlite", `exec "${process.execPath}" -e 'const [file, sql] = process.argv.slice(1); const d = new (require("${join(root, "node_modules/better-sqlite3")}"))(file); const s = d.prepare(sql); if (s.reader) for (const row of s.all()) console.log(JSON.stringify(row)); else s.run();' "$@"`);
}

function tool(folder: string, name: string, script: string): void {
  const path = join(folder, ".bin", name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

function runCommand(folder: string, command: string, environment: Readonly<Record<string, string>>): string[] {
  const { CI: _, FORCE_COLOR: __, ...inherited } = process.env;
  const { stdout, status } = spawnSync("/bin/sh", ["-c", `(${command}) 2>&1`], {
    cwd: folder,
    encoding: "utf8",
    env: { ...inherited, NO_COLOR: "1", PATH: `${join(folder, ".bin")}:${process.env["PATH"]}`, ...environment },
    timeout: 60_000,
  });
  const lines = normalised(stdout, folder).replace(/\n+$/, "").split("\n");
  return [...(lines.length === 1 && lines[0] === "" ? [] : lines), ...(status === 0 ? [] : [`[exit ${status}]`])];
}

/** Leaves out what differs from run to run: the folder, times, dates. */
function normalised(text: string, folder: string): string {
  return text
    .replaceAll(new RegExp(`(/private)?${folder}`, "g"), ".")
    .replace(/\b\d+(\.\d)? (ms|s)$/gm, "<time>")
    .replace(/"milliseconds":\d+(\.\d+)?/g, '"milliseconds":<time>')
    .replace(/(INSERT INTO "graven_revisions" .*)'20\d\d-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?'/g, "$1'<moment>'")
    .replace(/\b20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, "<moment>")
    // A parser's words, and the column where types were taken out before it, differ between versions of Node.
    .replace(/(does not parse|is no JSON): .*$/gm, "$1: <the parser's words>")
    .replace(/(\.ts:\d+):\d+/g, "$1")
    .replace(/[ \t]+$/gm, "");
}

export function readStory(path: string): string {
  return readFileSync(path, "utf8");
}
