// What testing revisions costs: the whole built-in suite of `gen test` against one plain `gen upgrade`, over a history of many
// revisions, on SQLite in memory and on PostgreSQL; and against four plain passes of Alembic (what pytest-alembic's four default
// tests run at least) over the same history, where Debian's python3-alembic is installed.
//
// Options: --revisions 200, --runs 3. Run by `npm run bench`, or by itself: node test/bench/harness.mjs
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { databaseUrl, dropDatabase, freshDatabase, whyNoPostgres } from "./postgres.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const gen = join(root, "dist/cli/bin.js");

/** The history: every fourth revision makes a table, the others add a column, an index and rows to it. */
const steps = [
  {
    up: (t) => `op.createTable("t${t}", { id: integer().primaryKey(), name: varchar(80).notNull(), note: text(), amount: integer().notNull().default(0)${t ? `, parent_id: integer().references("t${t - 1}.id")` : ""} });`,
    down: (t) => `op.dropTable("t${t}");`,
    alembicUp: (t) => `op.create_table("t${t}", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(80), nullable=False), sa.Column("note", sa.Text), sa.Column("amount", sa.Integer, nullable=False, server_default="0")${t ? `, sa.Column("parent_id", sa.Integer, sa.ForeignKey("t${t - 1}.id"))` : ""})`,
    alembicDown: (t) => `op.drop_table("t${t}")`,
  },
  {
    up: (t) => `op.addColumn("t${t}", "email", varchar(120));`,
    down: (t) => `op.dropColumn("t${t}", "email");`,
    alembicUp: (t) => `op.add_column("t${t}", sa.Column("email", sa.String(120)))`,
    alembicDown: (t) => `op.drop_column("t${t}", "email")`,
  },
  {
    up: (t) => `op.createIndex("t${t}", index("ix_t${t}_email").on("email"));`,
    down: (t) => `op.dropIndex("t${t}", "ix_t${t}_email");`,
    alembicUp: (t) => `op.create_index("ix_t${t}_email", "t${t}", ["email"])`,
    alembicDown: (t) => `op.drop_index("ix_t${t}_email", "t${t}")`,
  },
  {
    up: (t) => `op.execute("INSERT INTO t${t} (id, name) VALUES (1, 'a'), (2, 'b')");`,
    down: (t) => `op.execute("DELETE FROM t${t} WHERE id IN (1, 2)");`,
    alembicUp: (t) => `op.execute("INSERT INTO t${t} (id, name) VALUES (1, 'a'), (2, 'b')")`,
    alembicDown: (t) => `op.execute("DELETE FROM t${t} WHERE id IN (1, 2)")`,
  },
];

const idOf = (at) => `r${String(at).padStart(5, "0")}`;

function writeHistory(folder, revisions) {
  mkdirSync(join(folder, "migrations"), { recursive: true });
  mkdirSync(join(folder, "alembic/versions"), { recursive: true });
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(root, join(folder, "node_modules/graven"));
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  writeFileSync(join(folder, "graven.config.ts"), 'export default { models: "./models.ts", url: "sqlite::memory:" };\n');
  const models = ['import { index, integer, table, text, varchar } from "graven/models";'];
  for (let at = 0; at < revisions; at++) {
    const [table, step] = [Math.floor(at / 4), steps[at % 4]];
    const parent = at ? idOf(at - 1) : undefined;
    writeFileSync(
      join(folder, `migrations/${idOf(at)}.ts`),
      `/**\n * step ${at}\n *\n * Revision  ${idOf(at)}\n * Created   2026-01-01T00:${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}Z\n */\nimport { index, integer, text, varchar, type Operations } from "graven/revision";\n\nexport const revision = "${idOf(at)}";\nexport const downRevision = ${parent ? `"${parent}"` : "null"};\nexport const branchLabels: string[] = [];\nexport const dependsOn: string[] = [];\nvoid [index, integer, text, varchar];\n\nexport function upgrade(op: Operations) {\n  ${step.up(table)}\n}\n\nexport function downgrade(op: Operations) {\n  ${step.down(table)}\n}\n`,
    );
    writeFileSync(join(folder, `alembic/versions/${idOf(at)}.py`), `from alembic import op\nimport sqlalchemy as sa\nrevision = "${idOf(at)}"\ndown_revision = ${parent ? `"${parent}"` : "None"}\nbranch_labels = None\ndepends_on = None\ndef upgrade():\n    ${step.alembicUp(table)}\ndef downgrade():\n    ${step.alembicDown(table)}\n`);
    if (at % 4 !== 0) continue;
    const has = (part) => at + part < revisions;
    models.push(
      `export const t${table} = table("t${table}", { id: integer().primaryKey(), name: varchar(80).notNull(), note: text(), amount: integer().notNull().default(0)${table ? `, parent_id: integer().references(() => t${table - 1}.id)` : ""}${has(1) ? ", email: varchar(120)" : ""} }, (t) => [${has(2) ? `index("ix_t${table}_email").on(t.email)` : "...(index && t ? [] : [])"}]);`,
    );
  }
  writeFileSync(join(folder, "models.ts"), `${models.join("\n")}\n`);
  writeFileSync(join(folder, "alembic.ini"), "[alembic]\nscript_location = alembic\n");
  // One database in memory for the whole pass: up, down, and up again are commands of one process, as pytest-alembic's are.
  writeFileSync(join(folder, "alembic/env.py"), 'from alembic import context\nconnection = context.config.attributes["connection"]\ncontext.configure(connection=connection, target_metadata=None)\nwith context.begin_transaction():\n    context.run_migrations()\n');
  writeFileSync(
    join(folder, "passes.py"),
    'from alembic import command\nfrom alembic.config import Config\nfrom sqlalchemy import create_engine\nfrom sqlalchemy.pool import StaticPool\nfor turn in range(4):\n    engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})\n    with engine.connect() as connection:\n        config = Config("alembic.ini")\n        config.attributes["connection"] = connection\n        command.upgrade(config, "head")\n',
  );
}

/** Seconds of a command, from spawn to exit. */
function timed(command, args, cwd, allowed = [0]) {
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" }, maxBuffer: 1 << 28 });
  if (!allowed.includes(status)) throw new Error(`${[command, ...args].join(" ")} ended with ${status}:\n${stdout}\n${stderr}`);
  return (performance.now() - begun) / 1000;
}

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

/** Takes turns, so that whatever else the machine does falls on both. */
function ratioOf(what, goal, runs, plain, suite) {
  const [plains, suites] = [[], []];
  for (let turn = 0; turn < runs; turn++) {
    plains.push(plain());
    suites.push(suite());
  }
  const ratio = median(suites) / median(plains);
  const verdict = goal === undefined ? "" : ratio <= goal ? `, goal ${goal}: met` : `, goal ${goal}: MISSED`;
  console.log(`${what}: ${median(suites).toFixed(2)} s against ${median(plains).toFixed(2)} s, ${ratio.toFixed(2)} times${verdict}`);
}

export function benchHarness({ revisions, runs }) {
  const folder = mkdtempSync(join(tmpdir(), "graven-bench-harness-"));
  try {
    writeHistory(folder, revisions);
    timed(process.execPath, [gen, "snapshot"], folder);
    console.log(`\nTesting ${revisions} revisions, ${runs} runs each, load ${loadavg()[0].toFixed(1)}`);
    const upgrade = (...args) => timed(process.execPath, [gen, "upgrade", ...args], folder);
    const test = (...args) => timed(process.execPath, [gen, "test", ...args], folder);
    upgrade();
    ratioOf("gen test on SQLite in memory, against one gen upgrade", 10, runs, () => upgrade(), () => test("--database", "sqlite:"));
    const name = `graven_bench_harness_${process.pid}`;
    const reason = whyNoPostgres();
    if (reason) console.log(`gen test on PostgreSQL: skipped, ${reason}`);
    else {
      ratioOf(
        "gen test on PostgreSQL, against one gen upgrade",
        8,
        runs,
        () => {
          freshDatabase(name);
          try {
            return upgrade("--url", databaseUrl(name));
          } finally {
            dropDatabase(name);
          }
        },
        () => {
          freshDatabase(name);
          try {
            return test("--database", databaseUrl(name));
          } finally {
            dropDatabase(name);
          }
        },
      );
    }
    const alembic = spawnSync("/usr/bin/python3", ["-c", "import alembic"], { stdio: "ignore" });
    if (alembic.status !== 0) console.log("gen test against four passes of Alembic: skipped, Debian's python3-alembic is not installed");
    else ratioOf("gen test on SQLite in memory, against four plain passes of Alembic", undefined, runs, () => timed("/usr/bin/python3", ["passes.py"], folder), () => test("--database", "sqlite:"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { revisions: { type: "string", default: "200" }, runs: { type: "string", default: "3" } } });
  benchHarness({ revisions: Number(values.revisions), runs: Number(values.runs) });
}
