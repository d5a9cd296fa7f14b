import { testNames, type TestName, type TestOptions } from "../commands/test-options.ts";

/** A built-in test as it is declared, before anything heavy is loaded. */
export interface WantedTest {
  readonly name: TestName;
  readonly title: string;
  readonly scope: "project" | "database";
}

/** What each built-in test says, and whether it needs a database. */
export const testTitles: { readonly [N in TestName]: Omit<WantedTest, "name"> } = {
  singleHead: { scope: "project", title: "the history has a single head" },
  upgrade: { scope: "database", title: "base upgrades to the heads" },
  modelsMatch: { scope: "database", title: "the models match the revisions, on the database and on the snapshots" },
  requiredRows: { scope: "database", title: "the declared rows are there at the heads" },
  upDownConsistency: { scope: "database", title: "every revision goes up, down, and up again" },
  downgradeLeavesNoTrace: { scope: "database", title: "each downgrade leads back to the schema from before its upgrade" },
  noDataLost: { scope: "database", title: "no rows are lost on the way up, down, and up again" },
  offlineSql: { scope: "database", title: "the SQL of `gen upgrade --sql` does what the upgrade does" },
  snapshotsMatchReplay: { scope: "project", title: "each snapshot is what its revision's operations give" },
  frozen: { scope: "project", title: "revisions import nothing that changes, and say the same each time" },
  modelsRegistered: { scope: "project", title: "every file that declares tables is among the models" },
};

/** The tests that options want, in their order: those of `include` or all, without those of `exclude`. */
export function wantedNames({ include = testNames, exclude = [] }: Pick<TestOptions, "include" | "exclude">): readonly WantedTest[] {
  return testNames.filter((name) => include.includes(name) && !exclude.includes(name)).map((name) => ({ name, ...testTitles[name] }));
}
