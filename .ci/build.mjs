// Compiles src to dist, unless dist is newer than every source file.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const stamp = join(root, "dist", ".built");

function newest(folder) {
  return Math.max(0, ...readdirSync(folder, { withFileTypes: true }).map((entry) => (entry.isDirectory() ? newest(join(folder, entry.name)) : statSync(join(folder, entry.name)).mtimeMs)));
}

const sources = Math.max(newest(join(root, "src")), statSync(join(root, "tsconfig.build.json")).mtimeMs, statSync(join(root, "package.json")).mtimeMs);
if (!existsSync(stamp) || statSync(stamp).mtimeMs < sources) {
  // Made beside its place and then put there, so that a command that runs meanwhile keeps its files, and a failed build changes nothing.
  const fresh = join(root, `dist-${process.pid}`);
  const former = join(root, `dist-${process.pid}-former`);
  const { status } = spawnSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.build.json", "--outDir", fresh], { cwd: root, stdio: "inherit" });
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    process.exit(status ?? 1);
  }
  chmodSync(join(fresh, "cli/bin.js"), 0o755);
  writeFileSync(join(fresh, ".built"), "");
  if (existsSync(join(root, "dist"))) renameSync(join(root, "dist"), former);
  renameSync(fresh, join(root, "dist"));
  rmSync(former, { recursive: true, force: true });
}
