// What `npm test` and `npm run demo` need on a fresh clone: the dependencies and the build, each made only when it is missing or old.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Runs a command and ends with its exit code when it fails. */
function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], shell: process.platform === "win32" });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

const installed = `${root}node_modules/.package-lock.json`;
const isInstalled = existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${root}package-lock.json`).mtimeMs - 1000;
if (!isInstalled) {
  console.error("Installing the dependencies…");
  run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
  // better-sqlite3 12, the last one for Node 20, aborts on Node 24 whenever a statement is collected; 13 needs Node 22.
  if (Number(process.versions.node.split(".")[0]) >= 22) run("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "better-sqlite3@13"]);
  else run("npm", ["rebuild", "better-sqlite3"]);
}
run(process.execPath, [`${root}.ci/build.mjs`]);
