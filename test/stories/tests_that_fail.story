# A test that fails ends gen test with exit code 1, and is told as lines, as JSON and as JUnit's XML.

-- graven.config.ts --
import { defineConfig } from "graven";
export default defineConfig({ models: "./models.ts", url: "sqlite:dev.db" });

-- models.ts --
import { integer, table, text } from "graven/models";
export const author = table("author", { id: integer().primaryKey(), name: text().notNull() });

$ gen revision --autogenerate -m authors --rev-id a1a1
  · create table author
migrations/a1a1_authors.ts

-- migrations/b2b2_leaves.ts --
/**
 * leaves
 *
 * Revision  b2b2
 * Revises   a1a1
 * Created   2026-01-31T09:00:00Z
 */
import type { Operations } from "graven/revision";

export const revision = "b2b2";
export const downRevision = "a1a1";

export function upgrade(op: Operations) {
  op.execute("CREATE INDEX IF NOT EXISTS by_hand ON author (name) -- <&>");
}

export function downgrade(_: Operations) {}

$ gen snapshot
wrote migrations/snapshots/b2b2.json

$ gen test --include downgradeLeavesNoTrace --include upgrade 2>/dev/null
pass upgrade: base upgrades to the heads (sqlite)  <time>
fail downgradeLeavesNoTrace: each downgrade leads back to the schema from before its upgrade (sqlite)  <time>
     TST-105  The downgrade of "b2b2" leaves a trace or fails.
     The schema from before the upgrade to "b2b2" and from after its downgrade differ. The downgrade left the opposite of:
       create index by_hand on author
     Let the downgrade undo each operation of the upgrade, the last one first.
[exit 1]

$ gen test --include downgradeLeavesNoTrace --include upgrade --json
{"ok":false,"tests":[{"name":"upgrade","title":"base upgrades to the heads","database":"sqlite","outcome":"passed","warnings":[],"milliseconds":<time>},{"name":"downgradeLeavesNoTrace","title":"each downgrade leads back to the schema from before its upgrade","database":"sqlite","outcome":"failed","fault":"TST-105  The downgrade of \"b2b2\" leaves a trace or fails.\nThe schema from before the upgrade to \"b2b2\" and from after its downgrade differ. The downgrade left the opposite of:\n  create index by_hand on author\nLet the downgrade undo each operation of the upgrade, the last one first.","warnings":[],"milliseconds":<time>}],"milliseconds":<time>}
[exit 1]

$ gen test --include downgradeLeavesNoTrace --reporter junit --out results.xml 2>/dev/null
[exit 1]

$ sed 's/time="[0-9.]*"/time="<time>"/g' results.xml
<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="1" failures="1" errors="0" time="<time>">
  <testsuite name="revisions" tests="1" failures="1" errors="0" time="<time>">
    <testcase classname="revisions.sqlite" name="downgradeLeavesNoTrace: each downgrade leads back to the schema from before its upgrade" time="<time>">
      <failure message="TST-105  The downgrade of &quot;b2b2&quot; leaves a trace or fails.">TST-105  The downgrade of &quot;b2b2&quot; leaves a trace or fails.
The schema from before the upgrade to &quot;b2b2&quot; and from after its downgrade differ. The downgrade left the opposite of:
  create index by_hand on author
Let the downgrade undo each operation of the upgrade, the last one first.</failure>
    </testcase>
  </testsuite>
</testsuites>
