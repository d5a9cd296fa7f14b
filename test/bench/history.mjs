// A long history: what a command costs as it grows, and 200 small revisions on PostgreSQL against psql and Alembic.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { databaseUrl, dropDatabase, freshDatabase, whyNoPostgres } from "./postgres.mjs";
import { root } from "./project.mjs";

export const gen = join(root, "dist/cli/bin.js");
const database = `graven_bench_history_${process.pid}`;
const id = (at) => `r${String(at).padStart(5, "0")}`;

/** A project of so many revisions, each of which makes a table or nothing. */
export function makeHistory(folder, count, body) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "migrations"), { recursive: true });
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(root, join(folder, "node_modules", "graven"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  writeFileSync(join(folder, "models.ts"), "export {};\n");
  writeFileSync(join(folder, "graven.config.ts"), 'export default { models: "./models.ts", dialect: "postgres" };\n');
  for (let at = 1; at <= count; at++) {
    const { upgrade, downgrade } = body(at);
    writeFileSync(join(folder, "migrations", `${id(at)}.ts`), `/**\n * number ${at}\n *\n * Created   2026-01-01T00:00:00Z\n */\nimport { integer, varchar, type Operations } from "graven/revision";\n\nexport const revision = "${id(at)}";\nexport const downRevision = ${at > 1 ? `"${id(at - 1)}"` : "null"};\nexport const branchLabels: string[] = [];\nexport const dependsOn: string[] = [];\n\nexport function upgrade(op: Operations) {\n  ${upgrade}\n}\n\nexport function downgrade(op: Operations) {\n  ${downgrade}\n}\n`);
  }
  return folder;
}

const nothing = () => ({ upgrade: "void op;", downgrade: "void op;" });
const oneTable = (at) => ({ upgrade: `op.createTable("t${at}", { id: integer().primaryKey(), name: varchar(40).notNull() });`, downgrade: `op.dropTable("t${at}");` });

function must(command, args, cwd) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed:\n${stderr}${stdout}`);
  return stdout;
}

const plain = { prepare: () => {}, verify: () => {} };

export const historyCases = [
  {
    what: "gen heads over 5,000 revisions",
    goal: 3,
    peer: "over 50",
    sides: ({ graven }) => [5000, 50].map((count) => ({ command: process.execPath, args: [gen, "heads"], cwd: makeHistory(join(graven.folder, `history-${count}`), count, nothing), ...plain })),
  },
  {
    what: "200 small revisions on PostgreSQL",
    goal: 1.3,
    peer: "psql -f",
    skip: whyNoPostgres,
    sides: ({ graven }) => {
      const folder = makeHistory(join(graven.folder, "history-200"), 200, oneTable);
      must(process.execPath, [gen, "snapshot"], folder);
      writeFileSync(join(folder, "upgrade.sql"), must(process.execPath, [gen, "upgrade", "head", "--sql"], folder));
      const side = (command, args) => ({ command, args, cwd: folder, prepare: () => freshDatabase(database), verify: () => dropDatabase(database) });
      return [side(process.execPath, [gen, "upgrade", "head", "--url", databaseUrl(database)]), side("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", databaseUrl(database), "-f", join(folder, "upgrade.sql")])];
    },
    end: () => dropDatabase(database),
  },
  {
    what: "200 small revisions, against Alembic",
    goal: 1,
    peer: "alembic",
    skip: () => whyNoPostgres() ?? whyNoAlembic(),
    sides: ({ graven }) => {
      const folder = makeHistory(join(graven.folder, "history-alembic"), 200, oneTable);
      must(process.execPath, [gen, "snapshot"], folder);
      makeAlembic(join(folder, "alembic"));
      const side = (command, args, cwd) => ({ command, args, cwd, prepare: () => freshDatabase(database), verify: () => dropDatabase(database) });
      return [side(process.execPath, [gen, "upgrade", "head", "--url", databaseUrl(database)], folder), side("/usr/bin/python3", ["-m", "alembic", "upgrade", "head"], join(folder, "alembic"))];
    },
    end: () => dropDatabase(database),
  },
];

function whyNoAlembic() {
  const { status } = spawnSync("/usr/bin/python3", ["-c", "import alembic, psycopg2"]);
  return status === 0 ? undefined : "Debian's python3-alembic and python3-psycopg2 are not installed";
}

/** The same two hundred tables, as Alembic writes them. */
function makeAlembic(folder) {
  mkdirSync(join(folder, "scripts/versions"), { recursive: true });
  const url = new URL(databaseUrl(database));
  const target = `postgresql+psycopg2:///${database}?host=${url.searchParams.get("host") ?? url.hostname}&user=${url.searchParams.get("user") ?? url.username}`;
  writeFileSync(join(folder, "alembic.ini"), `[alembic]\nscript_location = scripts\nsqlalchemy.url = ${target.replaceAll("%", "%%")}\n`);
  writeFileSync(join(folder, "scripts/env.py"), 'from alembic import context\nfrom sqlalchemy import create_engine\nwith create_engine(context.config.get_main_option("sqlalchemy.url")).connect() as connection:\n    context.configure(connection=connection, transaction_per_migration=True)\n    with context.begin_transaction():\n        context.run_migrations()\n');
  for (let at = 1; at <= 200; at++) {
    writeFileSync(join(folder, "scripts/versions", `${id(at)}.py`), `import sqlalchemy as sa\nfrom alembic import op\nrevision = "${id(at)}"\ndown_revision = ${at > 1 ? `"${id(at - 1)}"` : "None"}\ndef upgrade():\n    op.create_table("t${at}", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(40), nullable=False))\ndef downgrade():\n    op.drop_table("t${at}")\n`);
  }
}
