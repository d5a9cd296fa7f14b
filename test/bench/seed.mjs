// `npm run bench:seed`: made-up rows against drizzle-seed, and against the raw load of the same rows, on users (9 columns, unique email) and
// posts (6 columns, a foreign key). Each side runs in a process of its own and takes turns with the other; memory is the process's peak.
//
// Options: --rows 100000 (of each table), --large 1000000 (0 leaves it out), --databases postgres,sqlite. Needs `npm run build`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { rows: { type: "string", default: "100000" }, large: { type: "string", default: "1000000" }, databases: { type: "string", default: "postgres,sqlite" } } });
const side = fileURLToPath(new URL("seed-side.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "graven-bench-seed-"));
const database = `graven_bench_seed_${process.pid}`;
const socket = "/var/run/postgresql";

console.log(`Node ${process.version}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)} at the start`);
try {
  for (const kind of values.databases.split(",")) {
    if (kind === "postgres" && run("createdb", [database]).status !== 0) {
      console.log("postgres: does not answer, left out");
      continue;
    }
    const url = kind === "postgres" ? `postgres:///${database}?host=${socket}` : `sqlite:${join(folder, "bench.db")}`;
    const rows = Number(values.rows);
    const [ours, theirs] = [measure("graven", url, rows), measure("drizzle-seed", url, rows)];
    tell(kind, rows, ours, "drizzle-seed", theirs, `${(theirs.seconds / ours.seconds).toFixed(1)} times as fast (goal: 5)`);
    const large = Number(values.large);
    if (large) {
      const [fast, raw] = [measure("graven-fast", url, large), measure("raw", url, large)];
      tell(kind, large, fast, "raw load", raw, `${(fast.seconds / raw.seconds).toFixed(1)} times the raw load (goal: 3), ${fast.megabytes} MB (goal: 250)`);
    }
  }
} finally {
  run("dropdb", ["--if-exists", database]);
  rmSync(folder, { recursive: true, force: true });
}

function measure(what, url, rows) {
  const { stdout, stderr, status } = run(process.execPath, [side, what, url, String(rows)]);
  if (status !== 0) throw new Error(`${what} on ${url}: ${stderr}`);
  return JSON.parse(stdout.trim().split("\n").at(-1));
}

function run(command, args) {
  return spawnSync(command, args, { encoding: "utf8", env: { ...process.env, PGHOST: socket, PGUSER: userInfo().username }, maxBuffer: 1e8 });
}

function tell(kind, rows, a, name, b, verdict) {
  const line = (label, { seconds, megabytes, cpu }) => `  ${label.padEnd(14)} ${seconds.toFixed(2).padStart(8)} s  ${Math.round((2 * rows) / seconds).toLocaleString("en-US").padStart(10)} rows/s  ${String(megabytes).padStart(5)} MB  ${cpu.toFixed(2)} s of processor`;
  console.log(`${kind}, 2 × ${rows.toLocaleString("en-US")} rows\n${line("graven", a)}\n${line(name, b)}\n  ${verdict}`);
}
