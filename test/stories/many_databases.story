# One history for several databases: a summary, what a failure stops, arguments for revisions, a plan.

-- graven.config.ts --
import { defineConfig } from "graven";
export default defineConfig({ models: "./models.ts", databases: () => [{ name: "north", url: "sqlite:north.db" }, { name: "south", url: "sqlite:south.db" }] });

-- models.ts --
import { integer, table } from "graven/models";
export const tag = table("tag", { id: integer().primaryKey() });

-- migrations/a1.ts --
/** tags */
import { integer, type Operations, type RevisionContext } from "graven/revision";
export const revision = "a1";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];
export function upgrade(op: Operations, { args }: RevisionContext) {
  op.createTable("tag", { id: integer().primaryKey() });
  if (args["rows"] === "yes") op.execute("INSERT INTO tag VALUES (1)");
}
export function downgrade(op: Operations) {
  op.dropTable("tag");
}

$ gen snapshot
wrote migrations/snapshots/a1.json

$ gen upgrade --url sqlite:plan.db --dry-run
up   a1  tags
  create table tag  low risk (RESERVED; writes wait)
    CREATE TABLE "tag" (
      "id" INTEGER NOT NULL,
      CONSTRAINT "tag_pkey" PRIMARY KEY ("id")
    )
Nothing was run. The database stands at base.

$ gen upgrade -x rows=yes
[north] up   a1  tags  <time>
[south] up   a1  tags  <time>
done     north  1 revision, at a1  <time>
done     south  1 revision, at a1  <time>
2 done, 0 failed, 0 skipped.

$ sqlite north.db "SELECT id FROM tag"
{"id":1}

$ sqlite broken.db "CREATE TABLE tag (id integer)"

$ gen upgrade --url sqlite:one.db --url sqlite:broken.db --url sqlite:two.db
[sqlite:one.db] up   a1  tags  <time>
done     sqlite:one.db  1 revision, at a1  <time>
failed   sqlite:broken.db  <time>
RUN-032  Revision "a1" failed at step 1 of 1 and was rolled back (create table tag): table "tag" already exists
         CREATE TABLE "tag" (
           "id" INTEGER NOT NULL,
           CONSTRAINT "tag_pkey" PRIMARY KEY ("id")
         )
         migrations/a1.ts:8
         The database is as it was before the revision. Mend the revision or the rows, and run the command again.
skipped  sqlite:two.db
1 done, 1 failed, 1 skipped.
[exit 2]

$ gen upgrade --url sqlite:one.db --url sqlite:broken.db --url sqlite:two.db --on-failure continue --concurrency 2
[sqlite:two.db] up   a1  tags  <time>
done     sqlite:one.db  0 revisions, at a1  <time>
failed   sqlite:broken.db  <time>
RUN-032  Revision "a1" failed at step 1 of 1 and was rolled back (create table tag): table "tag" already exists
         CREATE TABLE "tag" (
           "id" INTEGER NOT NULL,
           CONSTRAINT "tag_pkey" PRIMARY KEY ("id")
         )
         migrations/a1.ts:8
         The database is as it was before the revision. Mend the revision or the rows, and run the command again.
done     sqlite:two.db  1 revision, at a1  <time>
2 done, 1 failed, 0 skipped.
[exit 2]

$ gen upgrade --url sqlite:one.db --url sqlite:one.db
CFG-008  The database "sqlite:one.db" is named twice.
         Leave one of them out, or give them names of their own.
[exit 2]

$ gen downgrade base --json --url sqlite:one.db
{"event":{"kind":"revisionStarted","revision":"a1","message":"tags","direction":"downgrade","position":1,"total":1,"steps":1}}
{"event":{"kind":"step","revision":"a1","step":1,"steps":1,"sql":"DROP TABLE \"tag\"","operation":"drop table tag"}}
{"event":{"kind":"revisionDone","revision":"a1","message":"tags","direction":"downgrade","milliseconds":<time>}}
{"ok":true,"revisions":["a1"],"heads":[]}

$ gen downgrade base --url sqlite:two.db --url sqlite:north.db --dry-run
plan     sqlite:two.db
down a1  tags
  drop table tag  high risk (RESERVED; writes wait)
    The rows of the table are lost.
    DROP TABLE "tag"
Nothing was run. sqlite:two.db stands at a1.
plan     sqlite:north.db
down a1  tags
  drop table tag  high risk (RESERVED; writes wait)
    The rows of the table are lost.
    DROP TABLE "tag"
Nothing was run. sqlite:north.db stands at a1.
2 done, 0 failed, 0 skipped.

$ gen list-templates
blank
example

$ gen current --check-heads
north:
<base> -> a1 (head) (current), tags
south:
<base> -> a1 (head) (current), tags

$ gen current --json
{"ok":true,"databases":[{"name":"north","database":"database ./north.db","isAtHead":true,"edited":[],"current":[{"revision":"a1","parents":[],"message":"tags","file":"migrations/a1.ts","branchLabels":[],"branchNames":[],"dependsOn":[],"isHead":true,"isDependedOn":false,"isBranchPoint":false,"isMergePoint":false,"isCurrent":true}]},{"name":"south","database":"database ./south.db","isAtHead":true,"edited":[],"current":[{"revision":"a1","parents":[],"message":"tags","file":"migrations/a1.ts","branchLabels":[],"branchNames":[],"dependsOn":[],"isHead":true,"isDependedOn":false,"isBranchPoint":false,"isMergePoint":false,"isCurrent":true}]}]}

$ gen stamp head
CFG-004  The config names neither a url nor a dialect.
         graven.config.ts
         Add one, as in: url: process.env.DATABASE_URL ?? "sqlite:dev.db".
[exit 2]
