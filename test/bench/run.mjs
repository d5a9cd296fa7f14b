// `npm run bench`: graven against drizzle-kit, psql and sql-parser-cst, on 1,000 tables of 12 columns with 3 indexes and a foreign key each,
// as TypeScript models and as an SQL file; and how comparing grows with the tables (growth.mjs).
//
// Measured is the wall time of whole commands, from spawn to exit, each in a process of its own, as a person waits for them. The two
// sides take turns, so that whatever else the machine does falls on both; the table tells medians, ranges and their ratio. One run
// of each side goes ahead and is not counted: it fills the disk's cache. Memory is the peak of the process with its children.
//
// Options: --tables 1000, --runs 5, --revisions 200 (of `gen test`), --only <part of a case's name>, --keep (leaves the scratch folder).
// The exit code is 0 whether goals are met or not: a busy machine is no fault. Nothing here is part of `npm test`.
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { spawnSync } from "node:child_process";
import { benchDeclared } from "./declared.mjs";
import { benchGrowth } from "./growth.mjs";
import { benchHarness } from "./harness.mjs";
import { generateCases, upgradeCase } from "./cases.mjs";
import { historyCases } from "./history.mjs";
import { measure } from "./measure.mjs";
import { makeProject } from "./project.mjs";
import { benchRows } from "./rows.mjs";
import { reviewCases } from "./review.mjs";
import { sqlCases } from "./sql.mjs";
import { missed, tableText } from "./table.mjs";

const { values } = parseArgs({ options: { tables: { type: "string", default: "1000" }, runs: { type: "string", default: "5" }, only: { type: "string", default: "" }, keep: { type: "boolean", default: false }, revisions: { type: "string", default: "200" } } });
const [tables, runs] = [whole("tables", 10), whole("runs", 1)];

const folder = mkdtempSync(join(tmpdir(), "graven-bench-"));
const projects = { graven: makeProject("graven", folder, tables), drizzle: makeProject("drizzle", folder, tables) };
const results = [];
console.log(`${tables} tables, ${runs} runs each, Node ${process.version}, ${cpus().length} cores, load ${load()} at the start`);
try {
  // The first case always runs once, as the others start from what it writes.
  for (const each of [...generateCases, ...sqlCases(folder, tables, firstRevision), ...reviewCases, upgradeCase, ...historyCases]) {
    const isWanted = each.what.includes(values.only);
    if (isWanted || each === generateCases[0]) results.push(...(await runCase(each, isWanted ? runs : 0)));
  }
} finally {
  if (values.keep) console.log(`The scratch folder stays: ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${tableText(results)}\n\nload ${load()} at the end`);
if ("op.bulkInsert".includes(values.only)) benchRows({ rows: 100_000, runs, databases: ["postgres", "mariadb", "sqlite"] });
if ("declared rows".includes(values.only)) benchDeclared({ rows: 50_000, runs });
if ("comparing".includes(values.only)) benchGrowth({ runs });
if ("gen test".includes(values.only)) benchHarness({ revisions: Number(values.revisions), runs: Math.min(runs, 3) });
const late = missed(results);
if (late.length) console.log(`Goals missed: ${late.join(", ")}.`);

/** Writes the first revision of a project, which is not measured. */
function firstRevision({ folder: cwd, command }) {
  const { status, stderr } = spawnSync(process.execPath, command, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`The first revision failed:\n${stderr}`);
}

/** Runs both sides of a case in turn. With no runs it is only made ready for the cases after it. */
async function runCase(each, count) {
  const { what, peer, goal, more } = each;
  const skipped = each.skip?.();
  if (skipped) return [{ what, peer, goal, more, skipped }];
  each.before?.(projects);
  try {
    return await runSides(each, count);
  } finally {
    each.end?.();
  }
}

async function runSides(each, count) {
  const { what, peer, goal, more } = each;
  const sides = each.sides(projects);
  const runsOf = sides.map(() => []);
  for (let turn = 0; turn <= count; turn++) {
    for (const [index, { command, args, cwd, prepare, verify }] of sides.entries()) {
      prepare();
      const run = await measure(command, args, { cwd, env: { NO_COLOR: "1" } });
      verify();
      if (turn > 0) runsOf[index].push(run);
    }
    if (turn > 0) console.log(`${what}, run ${turn} of ${count}: graven ${told(runsOf[0])}, ${peer} ${told(runsOf[1])}`);
  }
  const [graven, other] = runsOf.map((side) => ({ times: side.map(({ milliseconds }) => milliseconds), memory: side.some(({ memory }) => memory) ? Math.max(...side.map(({ memory }) => memory ?? 0)) : undefined }));
  return count ? [{ what, peer, goal, more, graven, other }] : [];
}

function told(side) {
  return `${(side.at(-1).milliseconds / 1000).toFixed(2)} s`;
}

function load() {
  return loadavg()[0].toFixed(1);
}

function whole(name, least) {
  const number = Number(values[name]);
  if (Number.isInteger(number) && number >= least) return number;
  console.error(`--${name} takes a whole number from ${least} up, not "${values[name]}".`);
  process.exit(2);
}
