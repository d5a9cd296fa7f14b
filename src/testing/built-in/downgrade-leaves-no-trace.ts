import type { BuiltInTest } from "./built-in-test.ts";
import { causeLines, failure } from "./built-in-test.ts";
import { reachHeads } from "./upgrade.ts";

export const downgradeLeavesNoTrace: BuiltInTest = {
  scope: "database",
  run: async (suite, warn) => {
    await reachHeads("TST-105", suite);
    const trips = await suite.roundTrips();
    for (const { revision, refusal } of trips) if (refusal) warn(`Revision "${revision}" refuses its downgrade, so it was not tried: ${refusal.message}`);
    const failed = trips.filter(({ failure: fault }) => fault !== undefined);
    const traced = trips.filter(({ trace }) => trace.length);
    if (!failed.length && !traced.length) return;
    const details = [
      ...traced.flatMap(({ revision, trace }) => [`The schema from before the upgrade to "${revision}" and from after its downgrade differ. The downgrade left the opposite of:`, ...trace.map((each) => `  ${each}`)]),
      ...failed.flatMap(({ revision, failure: fault }) => [`Revision "${revision}" did not go up, down and up again:`, ...causeLines(fault).map((line) => `  ${line}`)]),
    ];
    const names = [...traced, ...failed].map(({ revision }) => `"${revision}"`).join(", ");
    throw failure("TST-105", `The downgrade of ${names} leaves a trace or fails.`, { details, hint: "Let the downgrade undo each operation of the upgrade, the last one first." });
  },
};
