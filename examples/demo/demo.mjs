// The main job, from nothing to a filled database and back, in a scratch folder on SQLite. `npm run demo`, with `-- --keep` to look around afterwards.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";

const root = fileURLToPath(new URL("../../", import.meta.url));
const isKept = process.argv.includes("--keep");
const folder = mkdtempSync(join(tmpdir(), "graven-demo-"));

const coloured = !process.env.NO_COLOR && (Boolean(process.env.FORCE_COLOR) || (process.stdout.isTTY && process.env.TERM !== "dumb"));
const paint = (code) => (text) => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text);
const [bold, cyan] = [paint(1), paint(36)];

try {
  story();
} catch (error) {
  console.error(`\nThe demo stopped: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  if (isKept) console.log(`\nThe project is in ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
}

function story() {
  makeProject();

  say("Models are TypeScript:");
  show(
    "src/models.ts",
    `
import { integer, table, timestamp, varchar } from "graven/models";

export const listType = table("list_type", {
  id: integer().primaryKey().autoIncrement(),
  name: varchar(80).notNull().unique(),
});

export const job = table("job", {
  id: integer().primaryKey().autoIncrement(),
  listTypeId: integer("list_type_id").notNull().references(() => listType.id),
  title: varchar(120).notNull(),
  createdAt: timestamp("created_at").notNull().defaultNow(),
});
`,
  );

  say("A revision is written from them, with the tables frozen in it and the way back:");
  gen("revision", "--autogenerate", "-m", "create jobs");
  showRevision("create_jobs");
  gen("upgrade");
  gen("seed", "--fake", "5");
  rows("job", "id, list_type_id, title");

  say("The models change: a new name, a column with a default, a required column:");
  edit("src/models.ts", (text) =>
    text
      .replace("title: varchar(120).notNull(),", 'headline: varchar(120).notNull(),\n  priority: integer().notNull().default(3),\n  slug: varchar(120).notNull(),'),
  );
  gen("revision", "--autogenerate", "-m", "headlines", "--rename", "job.title:headline", "--backfill", "job.slug=lower(replace(headline, ' ', '-'))");
  showRevision("headlines");
  gen("upgrade");
  rows("job", "id, headline, priority, slug");

  say("And back, with every row:");
  gen("downgrade");
  rows("job", "id, list_type_id, title");
  gen("history");
  gen("check");
}

/** What `npm init` and `npm install graven` leave, without the network. */
function makeProject() {
  mkdirSync(join(folder, "src"));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(root, join(folder, "node_modules", "graven"), process.platform === "win32" ? "junction" : "dir");
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  writeFileSync(join(folder, "graven.config.ts"), 'import { defineConfig } from "graven";\n\nexport default defineConfig({ models: "./src/models.ts", url: "sqlite:dev.db" });\n');
}

function say(text) {
  console.log(`\n${bold(text)}`);
}

/** Writes a file and shows it as a person would look at it. */
function show(path, text) {
  writeFileSync(join(folder, path), text.trimStart());
  command(`cat ${path}`);
  print(text.trim());
}

function edit(path, change) {
  const before = readFileSync(join(folder, path), "utf8");
  const after = change(before);
  if (after === before) throw new Error(`${path} did not change.`);
  writeFileSync(join(folder, path), after);
  const old = new Set(before.split("\n"));
  print(after.split("\n").filter((line) => !old.has(line)).map((line) => `+ ${line.trim()}`).join("\n"));
}

function gen(...args) {
  command(`npx gen ${args.map((arg) => (/^[\w.:+-]+$/.test(arg) ? arg : `"${arg}"`)).join(" ")}`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "dist/cli/bin.js"), ...args], { cwd: folder, encoding: "utf8", env: coloured ? { ...process.env, FORCE_COLOR: "1" } : process.env });
  print(`${stderr}${stdout}`.trimEnd());
  if (status !== 0) throw new Error(`gen ${args[0]} ended with exit code ${status}.`);
}

function command(line) {
  console.log(`\n${cyan("$")} ${line}`);
}

function print(text) {
  console.log(text.split("\n").map((line) => `  ${line}`.trimEnd()).join("\n"));
}

/** A revision file without its header. */
function showRevision(name) {
  const file = readdirSync(join(folder, "migrations")).find((each) => each.endsWith(`_${name}.ts`));
  const lines = readFileSync(join(folder, "migrations", file), "utf8").trimEnd().split("\n");
  const start = lines.findIndex((line) => line.startsWith("// Frozen") || line.startsWith("export function upgrade"));
  command(`tail -n +${start + 1} migrations/${file}`);
  print(lines.slice(start).join("\n"));
}

/** A table's rows, as `sqlite3 -box` shows them. */
function rows(table, columns) {
  command(`sqlite3 dev.db "SELECT ${columns} FROM ${table}"`);
  const database = new Database(join(folder, "dev.db"), { readonly: true });
  try {
    const statement = database.prepare(`SELECT ${columns} FROM ${table} ORDER BY id`).raw();
    const lines = [statement.columns().map(({ name }) => name), ...statement.all().map((row) => row.map((value) => shortened(String(value))))];
    const widths = lines[0].map((_, at) => Math.max(...lines.map((line) => line[at].length)));
    print(lines.map((line) => line.map((cell, at) => cell.padEnd(widths[at])).join("  ")).join("\n"));
  } finally {
    database.close();
  }
}

function shortened(text) {
  return text.length > 36 ? `${text.slice(0, 35)}…` : text;
}
