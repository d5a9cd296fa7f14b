import { GravenError } from "../base/errors.ts";
import { sameJson } from "../base/json.ts";
import type { ReadSchema } from "../models/build.ts";
import { sameObject } from "../schema/same.ts";
import type { Schema } from "../schema/types.ts";
import type { StoredRow } from "../schema/row-values.ts";
import { readProjectModels, type Project } from "./project.ts";

/**
 * Refuses required rows that are not the same twice, before they are frozen: by their text, where `requiredRows` is given what
 * reads a clock and the like, and by reading the models again. Rows that the last revision holds already were the same twice.
 * Throws MOD-046 with the place or the cell.
 */
export async function refuseChangingRows(project: Project, before: Schema, read: ReadSchema): Promise<void> {
  const tables = Object.keys(read.schema.requiredRows).filter((table) => !before.requiredRows[table] || !sameObject(before.requiredRows[table], read.schema.requiredRows[table]!));
  if (!tables.length) return;
  await refuseByText(project);
  await new Promise((resolve) => void setTimeout(resolve, TICK));
  const again = await readProjectModels(project, { fresh: true });
  for (const table of tables) {
    const [once, twice] = [read.schema.requiredRows[table]!, again.schema.requiredRows[table] ?? { rows: [] }];
    if (sameObject(once, twice)) continue;
    const [first, second] = [once.rows, twice.rows];
    throw new GravenError("MOD-046", `The required rows of table "${table}" are not the same twice: ${differenceOf(first, second)}.`, { place: read.places.get(`${table} rows`) ?? read.places.get(table), hint: "Write the values as literals, or let the database make them: sql`now()`." });
  }
}

/** Milliseconds between the two readings: a clock has moved on by then. */
const TICK = 2;

async function refuseByText({ config }: Project): Promise<void> {
  const [{ sourceFacts }, { readFile }, { findModelFiles }] = await Promise.all([import("../codegen/source-facts.ts"), import("node:fs/promises"), import("../readers/models/find-files.ts")]);
  for (const file of await findModelFiles(config.models, config.folder)) {
    if (file.endsWith(".sql")) continue;
    const { reads } = await sourceFacts(await readFile(file, "utf8"), file);
    const found = reads.find(({ within }) => within.some((path) => path === "requiredRows" || path.endsWith(".requiredRows")));
    if (!found) continue;
    throw new GravenError("MOD-046", `A required row reads ${nouns[found.of]}: \`${found.text}\` is not the same twice.`, { place: { file, line: found.line, column: found.column }, hint: "Write the value as a literal, or let the database make it: sql`now()`." });
  }
}

const nouns = { clock: "the clock", randomness: "randomness", environment: "the environment", network: "the network" } as const;

function differenceOf(first: readonly StoredRow[], second: readonly StoredRow[]): string {
  const at = first.findIndex((row, index) => !sameJson(row, second[index]));
  const [a, b] = [first[at], second[at]];
  if (!a || !b) return `they are ${first.length} rows at first, then ${second.length}`;
  const column = [...new Set([...Object.keys(a), ...Object.keys(b)])].find((each) => !sameJson(a[each], b[each]))!;
  return `"${column}" is ${JSON.stringify(a[column])} at first, then ${JSON.stringify(b[column])}`;
}
