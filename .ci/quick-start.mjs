// Packs the package, installs the tarball into an empty project, and runs there what the README's quick start says.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const folder = process.argv[2];
mkdirSync(folder, { recursive: true });

const [{ filename }] = JSON.parse(execFileSync("npm", ["pack", "--json", "--pack-destination", folder], { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }));
const section = /<!-- quick start -->([\s\S]*?)<!-- \/quick start -->/.exec(readFileSync(join(root, "README.md"), "utf8"))?.[1];
const commands = /```sh\n([\s\S]*?)```/.exec(section ?? "")?.[1].split("\n").map((line) => line.replace(/^\$ /, "").replace(/\s+#.*$/, "")).filter(Boolean);
if (!commands?.length) throw new Error("README.md has no quick start.");

writeFileSync(join(folder, "package.json"), '{ "name": "quick-start", "private": true, "type": "module" }\n');
for (const command of commands) {
  // The client is taken from this clone, where it is compiled already (and must not be compiled again); everything else comes with the tarball.
  const line = command.startsWith("npm install ") ? `npm install --no-audit --no-fund --ignore-scripts ./${filename} ${join(root, "node_modules/better-sqlite3")}` : command;
  console.log(`$ ${line}`);
  const { status } = spawnSync(line, { cwd: folder, shell: true, stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) throw new Error(`"${line}" ended with exit code ${status}.`);
}

const revisions = readdirSync(join(folder, "migrations")).filter((name) => name.endsWith(".ts"));
if (revisions.length !== 1) throw new Error(`The quick start should write one revision; it wrote ${revisions.length}.`);
if (!existsSync(join(folder, "dev.db"))) throw new Error("The quick start should make dev.db.");
for (const heavy of ["@faker-js/faker", "pg", "mysql2", "@electric-sql/pglite"]) {
  if (existsSync(join(folder, "node_modules", heavy))) throw new Error(`${heavy} came along, and it should not.`);
}
console.log("The quick start works.");
