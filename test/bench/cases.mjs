// What is measured. Each case has a state to start from, made anew before every run, and a command of graven and of its peer.
import { spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { databaseUrl, dropDatabase, freshDatabase, whyNoPostgres } from "./postgres.mjs";

/** Writing a revision from the models, against `drizzle-kit generate`. No database. */
export const generateCases = [
  {
    what: "first revision",
    goal: 2.0,
    prepare: (project) => {
      project.writeModels(0);
      project.clear();
    },
    // The history that the other cases start from.
    after: (project) => project.keep(),
    writes: 1,
  },
  {
    what: "nothing changed",
    goal: 0.6,
    prepare: (project) => {
      project.writeModels(0);
      project.restore();
    },
    writes: 0,
  },
  {
    what: "a column in ten tables",
    goal: 0.8,
    prepare: (project) => {
      project.writeModels(10);
      project.restore();
    },
    writes: 1,
  },
].map((each) => ({
  ...each,
  peer: "drizzle-kit",
  sides: ({ graven, drizzle }) =>
    [graven, drizzle].map((project) => {
      let before = 0;
      return {
        command: process.execPath,
        args: project.command,
        cwd: project.folder,
        prepare: () => {
          each.prepare(project);
          before = migrationFiles(project);
        },
        // A tool that failed quietly, or wrote where nothing changed, would be compared with work it did not do.
        verify: () => {
          const written = migrationFiles(project) - before;
          if (written !== each.writes) throw new Error(`${project.tool} wrote ${written} migrations where ${each.writes} was right; see ${project.folder}/bench.log`);
          each.after?.(project);
        },
      };
    }),
}));

function migrationFiles({ migrations }) {
  try {
    return readdirSync(migrations).filter((name) => /\.(ts|sql)$/.test(name)).length;
  } catch {
    return 0;
  }
}

const database = `graven_bench_${process.pid}`;

/**
 * The first revision on a PostgreSQL server, against psql that runs the SQL of `gen upgrade --sql`: the same statements, in the
 * same transactions, the history's row included. An empty database each time; the client's memory is told, not the server's.
 */
export const upgradeCase = {
  what: "upgrade on PostgreSQL",
  goal: 1.5,
  peer: "psql -f",
  skip: whyNoPostgres,
  sides: ({ graven }) => {
    const [gen] = graven.command;
    const script = join(graven.folder, "upgrade.sql");
    const { status, stdout, stderr } = spawnSync(process.execPath, [gen, "upgrade", "head", "--sql"], { cwd: graven.folder, encoding: "utf8", maxBuffer: 2 ** 30 });
    if (status !== 0) throw new Error(`gen upgrade --sql failed:\n${stderr}`);
    writeFileSync(script, stdout);
    const side = (command, args) => ({ command, args, cwd: graven.folder, prepare: () => freshDatabase(database), verify: () => dropDatabase(database) });
    return [
      side(process.execPath, [gen, "upgrade", "head", "--url", databaseUrl(database)]),
      side("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", databaseUrl(database), "-f", script]),
    ];
  },
  before: ({ graven }) => {
    graven.writeModels(0);
    graven.restore();
  },
  // Where a run failed its database is still there.
  end: () => dropDatabase(database),
};
