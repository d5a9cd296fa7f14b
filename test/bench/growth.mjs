// How the cost of comparing grows: ten times the tables with ten times the changes, in a process of its own each.
//
// Measured inside the process is what `gen revision` does between two schemas: renames, names, differences, order. Reading and
// writing are not in it. Run by `npm run bench`, or by itself: node test/bench/growth.mjs
import { spawnSync } from "node:child_process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { join } from "node:path";
import { median } from "./table.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const own = fileURLToPath(import.meta.url);
const goal = 5;

/** Compares two schemas of so many tables once and tells the milliseconds that it took. */
async function compareOnce(tables, changes) {
  const load = (path) => import(pathToFileURL(join(root, "dist-modules", path)).href);
  const [{ integer, table, varchar, timestamptz, index }, { buildSchema }, { loadDialect }, { findChanges }, { declarationOf }] = await Promise.all([load("models/index.js"), load("models/build.js"), load("dialects/index.js"), load("commands/autogenerate.js"), load("models/table.js")]);
  const dialect = await loadDialect("postgres");
  const read = (changed) => {
    const declared = [];
    for (let number = 0; number < tables; number++) {
      const parent = declared.at(-1);
      const columns = { id: integer().primaryKey(), parent_id: integer().references(() => parent?.id), name: varchar(120).notNull(), email: varchar(200), amount: integer().notNull().default(0), created_at: timestamptz().notNull().defaultNow() };
      if (!parent) delete columns.parent_id;
      if (number < changed) columns.nickname = varchar(40);
      declared.push(table(`item_${number}`, columns, (t) => [index(`item_${number}_created_idx`).on(t.created_at)]));
    }
    return buildSchema(declared.map(declarationOf), [], dialect.naming);
  };
  const [before, after] = [read(0), read(changes)];
  const begun = performance.now();
  const { operations } = await findChanges(before.schema, after, dialect, {}, { rename: async () => null, backfill: async () => undefined });
  const milliseconds = performance.now() - begun;
  if (operations.length !== changes) throw new Error(`${operations.length} operations where ${changes} were right`);
  return milliseconds;
}

export function benchGrowth({ runs }) {
  const sizes = [[1000, 10], [10_000, 100]];
  const times = sizes.map(() => []);
  for (let turn = 0; turn <= runs; turn++) {
    for (const [at, size] of sizes.entries()) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [own, ...size.map(String)], { encoding: "utf8" });
      if (status !== 0) throw new Error(stderr);
      if (turn > 0) times[at].push(Number(stdout));
    }
  }
  const [small, large] = times.map(median);
  const ratio = large / small;
  console.log(`\nComparing 10,000 tables with 100 changes against 1,000 with 10: ${large.toFixed(0)} ms against ${small.toFixed(0)} ms, ${ratio.toFixed(2)} times, goal under ${goal}: ${ratio < goal ? "met" : "MISSED"}`);
}

if (process.argv[1] === own) {
  const [tables, changes] = process.argv.slice(2).map(Number);
  if (tables) console.log(await compareOnce(tables, changes));
  else benchGrowth({ runs: 5 });
}
