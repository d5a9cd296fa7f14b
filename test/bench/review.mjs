// What a review costs: of a first revision against writing it, and of a small revision at the end of a long history against `gen --help`.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gen, makeHistory } from "./history.mjs";

const plain = { prepare: () => {}, verify: () => {} };
const tenOperations = (at) => Array.from({ length: 10 }, (_, index) => `op.addColumn("t1", "c${at}_${index}", varchar(40));`).join("\n  ");
const tenBack = (at) => Array.from({ length: 10 }, (_, index) => `op.dropColumn("t1", "c${at}_${index}");`).join("\n  ");
const oneTable = (at) => ({ upgrade: `op.createTable("t${at}", { id: integer().primaryKey(), name: varchar(40).notNull() });`, downgrade: `op.dropTable("t${at}");` });

/** A command that found nothing would be compared with work it did not do. */
const saysSo = (cwd, pattern) => () => {
  if (!pattern.test(readFileSync(join(cwd, "bench.log"), "utf8"))) throw new Error(`The review in ${cwd} did not say ${pattern}.`);
};

export const reviewCases = [
  {
    what: "review of a first revision",
    goal: 2,
    peer: "writing it",
    sides: ({ graven }) => [
      { command: process.execPath, args: [gen, "review", "--fail-on", "never"], cwd: graven.folder, prepare: () => (graven.writeModels(0), graven.restore()), verify: saysSo(graven.folder, /create table/) },
      { command: process.execPath, args: graven.command, cwd: graven.folder, prepare: () => (graven.writeModels(0), graven.clear()), verify: () => {} },
    ],
  },
  {
    what: "review of ten operations after 1,000 revisions",
    // Seconds more than the peer takes.
    more: 1,
    peer: "gen --help",
    sides: ({ graven }) => {
      const folder = makeHistory(join(graven.folder, "history-review"), 1001, (at) => (at <= 1000 ? oneTable(at) : { upgrade: tenOperations(at), downgrade: tenBack(at) }));
      const { status, stderr } = spawnSync(process.execPath, [gen, "snapshot"], { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 30 });
      if (status !== 0) throw new Error(`gen snapshot failed:\n${stderr}`);
      if (readdirSync(join(folder, "migrations/snapshots")).length !== 1001) throw new Error("A snapshot is missing.");
      writeFileSync(join(folder, "bench.log"), "");
      return [
        { ...plain, command: process.execPath, args: [gen, "review", "--fail-on", "never"], cwd: folder, verify: saysSo(folder, /in 10 operations/) },
        { ...plain, command: process.execPath, args: [gen, "--help"], cwd: folder },
      ];
    },
  },
];
