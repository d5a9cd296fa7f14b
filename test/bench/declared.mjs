// What 50,000 declared rows cost a revision that does not touch them: the processor's time of `gen revision --autogenerate` with them, from
// an imported JSON file and from a CSV file, against the same with five of them. The first run after a change of the rows is not counted: it finds
// their hash, which is kept beside the other caches.
//
// Options: --rows 50000, --runs 5. Run by `npm run bench`, or by itself after `npm run build`.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { median } from "./table.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** An import of JSON has a price of its own, however short it is. */
const FEW = 5;
const kinds = {
  json: 'import rows from "./rows.json" with { type: "json" };\nrequiredRows(place, { key: "code" }, rows);\n',
  csv: 'requiredRows(place, { key: "code" }, rowsFromCsv("./rows.csv"));\n',
};

export function benchDeclared({ rows, runs }) {
  const folder = mkdtempSync(join(tmpdir(), "graven-bench-declared-"));
  console.log(`\nA revision that does not touch ${rows.toLocaleString("en-US")} declared rows of 6 columns, ${runs} runs each, load ${loadavg()[0].toFixed(1)}`);
  try {
    const projects = Object.keys(kinds).flatMap((kind) => [rows, FEW].map((count) => ({ kind, count, folder: join(folder, `${kind}-${count}`), times: [] })));
    for (const each of projects) writeProject(each.folder, each.kind, each.count);
    for (let turn = 0; turn <= runs; turn++) {
      for (const each of projects) {
        const seconds = generate(each.folder, "--sql");
        if (turn > 0) each.times.push(seconds);
      }
    }
    for (const kind of Object.keys(kinds)) {
      const [many, few] = [rows, FEW].map((count) => median(projects.find((each) => each.kind === kind && each.count === count).times));
      console.log(`  ${kind.padEnd(4)} ${many.toFixed(2)} s of the processor, with ${FEW} rows ${few.toFixed(2)} s: ${(many / few).toFixed(2)} times`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A project whose first revision holds the rows, and whose models have a table more since. */
function writeProject(folder, kind, count) {
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  symlinkSync(root, join(folder, "node_modules/graven"));
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  writeFileSync(join(folder, "graven.config.ts"), 'export default { models: "./models.ts", dialect: "postgres" };\n');
  const rows = Array.from({ length: count }, (_, at) => ({ code: `c${at}`, name: `Place number ${at}`, country: `C${at % 200}`, population: at * 7, active: at % 2 === 0, since: "2020-01-01" }));
  if (kind === "json") writeFileSync(join(folder, "rows.json"), JSON.stringify(rows));
  if (kind === "csv") writeFileSync(join(folder, "rows.csv"), `${[Object.keys(rows[0]), ...rows.map((row) => Object.values(row))].map((cells) => cells.join(",")).join("\n")}\n`);
  const models = (more) => writeFileSync(join(folder, "models.ts"), `import { boolean, date, integer, requiredRows, rowsFromCsv, table, varchar } from "graven/models";\nvoid [requiredRows, rowsFromCsv];\nexport const place = table("place", { code: varchar(20).primaryKey(), name: varchar(80).notNull(), country: varchar(4).notNull(), population: integer().notNull(), active: boolean().notNull(), since: date().notNull() });\n${kinds[kind]}${more}`);
  models("");
  generate(folder);
  models('export const other = table("other", { id: integer().primaryKey() });\n');
}

/** Seconds of the processor that the command used, its threads included. */
function generate(folder, ...flags) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", new URL("cpu-time.mjs", import.meta.url).href, join(root, "dist/cli/bin.js"), "revision", "--autogenerate", "-m", "bench", ...flags], { cwd: folder, encoding: "utf8", maxBuffer: 1e9 });
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
  return Number(/cpu seconds: ([\d.]+)/.exec(stderr)[1]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { rows: { type: "string", default: "50000" }, runs: { type: "string", default: "5" } } });
  benchDeclared({ rows: Number(values.rows), runs: Number(values.runs) });
}
