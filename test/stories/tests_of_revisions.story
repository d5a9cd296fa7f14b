# gen test proves the revisions without a test file; a test that fails tells what to do.

-- graven.config.ts --
import { defineConfig } from "graven";
export default defineConfig({
  models: "./models.ts",
  url: "sqlite:dev.db",
  test: { exclude: ["modelsRegistered"], atRevisionData: { head: { __tablename__: "author", id: 1, name: "ann" } } },
});

-- models.ts --
import { integer, table, text } from "graven/models";
export const author = table("author", { id: integer().primaryKey(), name: text().notNull() });

$ gen revision --autogenerate -m authors --rev-id a1a1
  · create table author
migrations/a1a1_authors.ts

$ gen test --list
singleHead: the history has a single head
snapshotsMatchReplay: each snapshot is what its revision's operations give
frozen: revisions import nothing that changes, and say the same each time
upgrade: base upgrades to the heads (sqlite)
modelsMatch: the models match the revisions, on the database and on the snapshots (sqlite)
requiredRows: the declared rows are there at the heads (sqlite)
upDownConsistency: every revision goes up, down, and up again (sqlite)
downgradeLeavesNoTrace: each downgrade leads back to the schema from before its upgrade (sqlite)
noDataLost: no rows are lost on the way up, down, and up again (sqlite)
offlineSql: the SQL of `gen upgrade --sql` does what the upgrade does (sqlite)

$ gen test --include singleHead --include frozen --include snapshotsMatchReplay 2>/dev/null
pass singleHead: the history has a single head  <time>
pass snapshotsMatchReplay: each snapshot is what its revision's operations give  <time>
pass frozen: revisions import nothing that changes, and say the same each time  <time>

$ gen test --exclude nothing
CLI-001  Invalid values:
           Argument: exclude, Given: "nothing", Choices: "singleHead", "upgrade", "modelsMatch", "requiredRows", "upDownConsistency", "downgradeLeavesNoTrace", "noDataLost", "offlineSql", "snapshotsMatchReplay", "frozen", "modelsRegistered"
         `gen --help` lists the commands, `gen <command> --help` its flags.
[exit 2]

$ gen test --fake 3 --reporter junit --include upgrade 2>/dev/null | sed 's/time="[0-9.]*"/time="<time>"/g'
<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="1" failures="0" errors="0" time="<time>">
  <testsuite name="revisions" tests="1" failures="0" errors="0" time="<time>">
    <testcase classname="revisions.sqlite" name="upgrade: base upgrades to the heads" time="<time>"/>
  </testsuite>
</testsuites>

$ gen test --types && cat migrations/snapshots/rows.d.ts
migrations/snapshots/rows.d.ts
// Written by `gen test --types`: the rows that the tables take before and at each revision. Do not edit.
import "graven/testing";

type AuthorRow = { id: number; name: string };

declare module "graven/testing" {
  interface RevisionRows {
    "a1a1": { before: {}; at: { "author": AuthorRow } };
  }
  interface RevisionLabels {
  }
}
