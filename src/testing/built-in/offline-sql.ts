import type { Schema } from "../../schema/types.ts";
import { differences } from "../differences.ts";
import type { Ascent } from "../suite.ts";
import type { DatabaseRows } from "../table-rows.ts";
import { causeLines, failure, type BuiltInTest } from "./built-in-test.ts";
import { reachHeads } from "./upgrade.ts";

export const offlineSql: BuiltInTest = {
  scope: "database",
  run: async (suite, warn) => {
    const online = await reachHeads("TST-109", suite);
    let offline: Ascent;
    try {
      offline = await suite.ascendOffline();
    } catch (error) {
      throw failure("TST-109", "The SQL that `gen upgrade --sql` prints does not run from base to the heads.", { details: causeLines(error), hint: "Run that script on a scratch database to see more.", cause: error });
    }
    const { stand } = offline.pass;
    const functions = stand.offline?.functions ?? [];
    if (functions.length) warn(`Offline SQL cannot hold what op.run does, so ${functions.map((id) => `"${id}"`).join(", ")} ran online.`);
    await suite.release(stand);
    const found = [...differences(offline.catalogue, online.catalogue, stand.dialect), ...rowDifferences(online.rows, offline.rows, stand.schema)];
    if (found.length) throw failure("TST-109", "The SQL that `gen upgrade --sql` prints leads to another database than the upgrade. To be the same, it would have to:", { details: found.map((each) => `  ${each}`), hint: "Say with operations of op, or with SQL that does not look at the database, what the revision does." });
  },
};

/** Tables whose rows differ; values that the database makes by itself are none of it. */
function rowDifferences(online: DatabaseRows, offline: DatabaseRows, schema: Schema): readonly string[] {
  return [...online].flatMap(([key, rows]) => {
    const others = offline.get(key) ?? [];
    if (rows.length !== others.length) return [`hold ${rows.length} rows of ${key}, and not ${others.length}`];
    const told = (schema.tables[key]?.columns ?? []).filter((column) => !isMadeByTheDatabase(column)).map(({ name }) => name);
    const texts = (all: typeof rows) => all.map((row) => JSON.stringify(told.map((column) => row[column]))).sort();
    const [left, right] = [texts(rows), texts(others)];
    const differing = left.filter((text, at) => text !== right[at]).length;
    return differing ? [`hold other values in ${differing} of the ${rows.length} rows of ${key}`] : [];
  });
}

function isMadeByTheDatabase({ type, default: standard, generated }: Schema["tables"][string]["columns"][number]): boolean {
  return generated !== undefined || (standard !== undefined && "sql" in standard) || ["timestamp", "timestamptz", "date", "time", "uuid"].includes(type.kind);
}
