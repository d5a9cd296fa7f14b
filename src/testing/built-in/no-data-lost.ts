import type { Loss } from "../losses.ts";
import { failure, type BuiltInTest } from "./built-in-test.ts";
import { reachHeads } from "./upgrade.ts";

export const noDataLost: BuiltInTest = {
  scope: "database",
  run: async (suite, warn) => {
    await reachHeads("TST-111", suite);
    const trips = await suite.roundTrips();
    if (!suite.hasRows) warn("Only rows that the revisions insert were looked at: give `fakeRows: 20`, or rows with `beforeRevisionData`.");
    const found = trips.filter(({ revision }) => !suite.project.sets.mayLoseData.has(revision)).flatMap(({ revision, losses }) => losses.map((loss) => ({ revision, loss })));
    if (!found.length) return;
    const names = [...new Set(found.map(({ revision }) => `"${revision}"`))];
    throw failure("TST-111", `${names.length > 1 ? "Revisions" : "Revision"} ${names.join(", ")} ${names.length > 1 ? "lose" : "loses"} data.`, {
      details: found.map(({ revision, loss }) => `  "${revision}" ${described(loss)} ${loss.when}`),
      hint: "Copy the rows where a table is rebuilt, and let the downgrade bring values back. Where the loss is meant, name the revision in `mayLoseData`.",
    });
  },
};

function described({ table, column, lost, of }: Loss): string {
  return column === undefined ? `loses ${lost} of the ${of} rows of "${table}"` : `loses or changes ${lost} of the ${of} values of "${table}.${column}"`;
}
