// What `op.bulkInsert` of many rows costs: one revision that inserts 100,000 rows of 6 columns, against the fastest loader of each database that
// reads them from a file that is there already (psql's COPY, the client's LOAD DATA LOCAL) or from memory (one prepared statement of SQLite).
// Both run in one transaction on an empty table. The time of the loaders' programs is told without that of their start. Memory is how far the
// process grew from before it made the rows to its peak.
//
// Options: --rows 100000, --runs 5, --databases postgres,mariadb,sqlite. Run by `npm run bench`, or by itself after `npm run build`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { databaseUrl, dropDatabase, freshDatabase, whyNoPostgres } from "./postgres.mjs";
import { rowsText } from "./rows-data.mjs";
import { median } from "./table.mjs";

const side = fileURLToPath(new URL("rows-side.mjs", import.meta.url));
const name = `graven_bench_rows_${process.pid}`;
const memoryGoal = 100;

/** Runs all sides in turn and tells medians, their ratio and the goals. */
export function benchRows({ rows, runs, databases }) {
  const folder = mkdtempSync(join(tmpdir(), "graven-bench-rows-"));
  console.log(`\nop.bulkInsert of ${rows.toLocaleString("en-US")} rows of 6 columns, ${runs} runs each, load ${loadavg()[0].toFixed(1)}`);
  try {
    for (const kind of databases) {
      const { goal, peer, skip, open } = kinds[kind];
      const reason = skip();
      if (reason) {
        console.log(`  ${kind}: skipped, ${reason}`);
        continue;
      }
      const { url, raw, close } = open(folder, rows);
      try {
        const [own, other, growth] = [[], [], []];
        // The first run of each is not counted: it fills the disk's cache.
        for (let turn = 0; turn <= runs; turn++) {
          const graven = ownSide("graven", url, rows);
          const loader = raw();
          if (turn === 0) continue;
          own.push(graven.milliseconds);
          other.push(loader);
          growth.push(graven.growth / 2 ** 20);
        }
        const ratio = median(own) / median(other);
        const memory = Math.round(Math.max(...growth));
        console.log(`  ${kind.padEnd(9)} graven ${shown(own)}, ${peer} ${shown(other)}: ${ratio.toFixed(2)} times (goal ≤ ${goal}, ${ratio <= goal ? "met" : "missed"}), memory grew by ${memory} MB (goal < ${memoryGoal}, ${memory < memoryGoal ? "met" : "missed"})`);
      } finally {
        close();
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function shown(times) {
  return `${(median(times) / 1000).toFixed(2)} s (${(Math.min(...times) / 1000).toFixed(2)}–${(Math.max(...times) / 1000).toFixed(2)})`;
}

function ownSide(what, url, rows) {
  const { stdout } = must(process.execPath, ["--expose-gc", side, what, url, String(rows)]);
  return JSON.parse(stdout.trim().split("\n").at(-1));
}

const kinds = {
  postgres: {
    goal: 3,
    peer: "COPY",
    skip: whyNoPostgres,
    open: (folder, rows) => {
      freshDatabase(name);
      const url = databaseUrl(name);
      const file = join(folder, "rows.copy");
      writeFileSync(file, rowsText(rows, ["t", "f"]));
      const psql = (...commands) => must("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", url, ...commands.flatMap((command) => ["-c", command])]);
      const load = () => psql("BEGIN", `\\copy item (id, name, amount, price, active, created_at) from '${file}'`, "COMMIT");
      return { url, raw: () => withoutStart(() => psql("TRUNCATE item"), load, () => psql("BEGIN", "SELECT 1", "COMMIT")), close: () => dropDatabase(name) };
    },
  },
  mariadb: {
    goal: 3,
    peer: "LOAD DATA LOCAL",
    skip: () => (mariadb("", "SELECT 1").status === 0 ? undefined : "no MariaDB server answers, or its client is not installed"),
    open: (folder, rows) => {
      must("mariadb", mariadbArguments("", `CREATE DATABASE ${name} CHARACTER SET utf8mb4`));
      const file = join(folder, "rows.load");
      writeFileSync(file, rowsText(rows, ["1", "0"]));
      const run = (sql) => must("mariadb", mariadbArguments(name, sql));
      const load = () => run(`BEGIN; LOAD DATA LOCAL INFILE '${file}' INTO TABLE item CHARACTER SET utf8mb4 (id, name, amount, price, active, created_at); COMMIT`);
      return { url: mariadbUrl(), raw: () => withoutStart(() => run("TRUNCATE item"), load, () => run("SELECT 1")), close: () => must("mariadb", mariadbArguments("", `DROP DATABASE ${name}`)) };
    },
  },
  sqlite: {
    goal: 2,
    peer: "a prepared statement",
    skip: () => undefined,
    open: (folder, rows) => {
      const url = `sqlite:${join(folder, "rows.db")}`;
      return { url, raw: () => ownSide("raw", url, rows).milliseconds, close: () => {} };
    },
  },
};

/** The time of a client's load without that of starting the client. */
function withoutStart(empty, load, nothing) {
  empty();
  const start = timed(nothing);
  return timed(load) - start;
}

function timed(run) {
  const started = performance.now();
  run();
  return performance.now() - started;
}

const socket = "/run/mysqld/mysqld.sock";
/** GRAVEN_TEST_MARIADB names another server, as a URL without a database. */
const server = () => (process.env["GRAVEN_TEST_MARIADB"] ? new URL(process.env["GRAVEN_TEST_MARIADB"]) : undefined);

function mariadbUrl() {
  const url = server();
  if (url) return Object.assign(url, { pathname: `/${name}` }).href;
  return `mariadb://${encodeURIComponent(userInfo().username)}@${existsSync(socket) ? `/${name}?socketPath=${socket}` : `127.0.0.1/${name}`}`.replace("@/", "@localhost/");
}

function mariadbArguments(database, sql) {
  const url = server();
  const where = url ? ["-h", url.hostname, "-P", url.port || "3306", "-u", decodeURIComponent(url.username), ...(url.password ? [`-p${decodeURIComponent(url.password)}`] : [])] : [...(existsSync(socket) ? ["-S", socket] : ["-h", "127.0.0.1"]), "-u", userInfo().username];
  return [...where, "--local-infile=1", ...(database ? [database] : []), "-e", sql];
}

function mariadb(database, sql) {
  return spawnSync("mariadb", mariadbArguments(database, sql), { encoding: "utf8" });
}

function must(command, args) {
  const result = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1e8 });
  if (result.error ?? result.status !== 0) throw result.error ?? new Error(`${command}: ${result.stderr}`);
  return result;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { rows: { type: "string", default: "100000" }, runs: { type: "string", default: "5" }, databases: { type: "string", default: "postgres,mariadb,sqlite" } } });
  benchRows({ rows: Number(values.rows), runs: Number(values.runs), databases: values.databases.split(",") });
}
