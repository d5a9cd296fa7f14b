# Where a database stands is told without running anything.

-- graven.config.ts --
export default { models: "./models.ts", url: "sqlite:dev.db" };

-- models.ts --
export {};

-- migrations/a1_trunk.ts --
/**
 * trunk
 *
 * Created  2026-01-01T00:00:00Z
 */
import type { Operations } from "graven/revision";
export const revision = "a1";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];
export function upgrade(op: Operations) {}
export function downgrade(op: Operations) {}

-- migrations/b2_orders.ts --
/**
 * orders
 *
 * Created  2026-01-02T00:00:00Z
 */
import type { Operations } from "graven/revision";
export const revision = "b2";
export const downRevision = "a1";
export const branchLabels: string[] = ["orders"];
export const dependsOn: string[] = [];
export function upgrade(op: Operations) {}
export function downgrade(op: Operations) {}

-- migrations/c3_orders_again.ts --
/**
 * orders again
 *
 * Created  2026-01-03T00:00:00Z
 */
import type { Operations } from "graven/revision";
export const revision = "c3";
export const downRevision = "b2";
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];
export function upgrade(op: Operations) {}
export function downgrade(op: Operations) {}

-- migrations/d4_users.ts --
/**
 * users
 *
 * Created  2026-01-04T00:00:00Z
 */
import type { Operations } from "graven/revision";
export const revision = "d4";
export const downRevision = "a1";
export const branchLabels: string[] = ["users"];
export const dependsOn: string[] = [];
export function upgrade(op: Operations) {}
export function downgrade(op: Operations) {}

-- migrations/x7_library.ts --
/**
 * library
 *
 * Created  2026-01-05T00:00:00Z
 */
import type { Operations } from "graven/revision";
export const revision = "x7";
export const downRevision = null;
export const branchLabels: string[] = ["lib"];
export const dependsOn: string[] = [];
export function upgrade(op: Operations) {}
export function downgrade(op: Operations) {}

-- migrations/e5_users_use_the_library.ts --
/**
 * users use the library
 *
 * Created  2026-01-06T00:00:00Z
 */
import type { Operations } from "graven/revision";
export const revision = "e5";
export const downRevision = "d4";
export const branchLabels: string[] = [];
export const dependsOn: string[] = ["lib"];
export function upgrade(op: Operations) {}
export function downgrade(op: Operations) {}

$ gen snapshot
wrote migrations/snapshots/a1.json
wrote migrations/snapshots/b2.json
wrote migrations/snapshots/c3.json
wrote migrations/snapshots/d4.json
wrote migrations/snapshots/x7.json
wrote migrations/snapshots/e5.json

$ gen ensure-version --sql
-- The table that holds the history

BEGIN;

CREATE TABLE "graven_revisions" (
  "revision" VARCHAR(255) NOT NULL,
  "parents" TEXT NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "applied_at" TIMESTAMPTZ NOT NULL,
  "direction" VARCHAR(9) NOT NULL,
  "steps_done" INTEGER NOT NULL,
  "steps_total" INTEGER NOT NULL,
  "tool_version" VARCHAR(32) NOT NULL,
  "takes_back" INTEGER,
  "error" TEXT,
  CONSTRAINT "graven_revisions_pkey" PRIMARY KEY ("revision")
);

COMMIT;

$ gen ensure-version && gen ensure-version
Made the table graven_revisions.
The table graven_revisions is there already.

$ gen stamp head
REV-022  The history has 3 heads: c3, x7, e5.
         Run `gen merge` to join them, or name one: a revision, `label@head`, or `heads` for all.
[exit 2]

$ gen stamp orders@head users@head
+ a1
+ b2
+ c3
+ d4
+ x7
+ e5
The history says that the database stands at c3, e5. Nothing was run.

$ gen current --check-heads && gen history -i --graph
b2 -> c3 (orders) (head) (current), orders again
d4 (lib) -> e5 (users) (head) (current), users use the library
◉  e5 (users) (head) (current) (depends on lib)  users use the library
│ ●  x7 (lib) (effective head)  library
●  d4 (users)  users
│ ◉  c3 (orders) (head) (current)  orders again
│ ●  b2 (orders)  orders
├─┘
●  a1 (branchpoint)  trunk

$ gen show lib@current --json | cut -c1-90
{"ok":true,"revisions":[{"revision":"x7","parents":[],"message":"library","file":"migratio

$ gen show current
Revision   c3 (orders) (head)
Revises    b2
Created    <moment>
File       migrations/c3_orders_again.ts
Message    orders again

/**
 * orders again
 *
 * Created  <moment>
 */
import type { Operations } from "graven/revision";
export const revision = "c3";
export const downRevision = "b2";
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];
export function upgrade(op: Operations) {}
export function downgrade(op: Operations) {}

Revision   e5 (users) (head)
Revises    d4
Depends on lib
Created    <moment>
File       migrations/e5_users_use_the_library.ts
Message    users use the library

/**
 * users use the library
 *
 * Created  <moment>
 */
import type { Operations } from "graven/revision";
export const revision = "e5";
export const downRevision = "d4";
export const branchLabels: string[] = [];
export const dependsOn: string[] = ["lib"];
export function upgrade(op: Operations) {}
export function downgrade(op: Operations) {}

$ gen stamp users@base && gen current -v --check-heads
- e5
- d4
The history says that the database stands at c3, x7. Nothing was run.
The database ./dev.db stands at:

Revision   c3 (orders) (head) (current)
Revises    b2
Created    <moment>
File       migrations/c3_orders_again.ts
Message    orders again

Revision   x7 (lib) (effective head) (current)
Revises    (base)
Labels     lib
Created    <moment>
File       migrations/x7_library.ts
Message    library

The database is not on all heads.
[exit 1]

$ gen stamp a1 c3
REV-033  "a1" overlaps with "c3", which builds on a1.
         Leave out the older one, as the newer one holds it.
[exit 2]

$ gen stamp orders@-1 --json
{"ok":true,"added":[],"removed":["c3"],"heads":["b2","x7"]}

$ gen upgrade orders@+1 && gen downgrade orders@-1
up   c3  orders again  <time>
The database stands at c3, x7.
down c3  orders again  <time>
The database stands at b2, x7.

$ gen upgrade -1
REV-032  "-1" leads down, and an upgrade goes up.
         Run `gen downgrade -1`.
[exit 2]

$ gen downgrade -1
REV-023  "-1" is ambiguous, as the database stands at 2 heads: b2, x7.
         Name the branch, as in `label@-1`, or the revision to go down to.
[exit 2]

$ gen upgrade a1
REV-031  "a1" is not ahead: the database is past it and stands at b2, x7.
         To go down to it, run `gen downgrade a1`.
[exit 2]

$ gen stamp d4:users@head --sql | sed "s/VALUES.*/…/"
BEGIN;
INSERT INTO "graven_revisions" ("revision", "parents", "checksum", "applied_at", "direction", "steps_done", "steps_total", "tool_version") …
INSERT INTO "graven_revisions" ("revision", "parents", "checksum", "applied_at", "direction", "steps_done", "steps_total", "tool_version") …
COMMIT;

$ rm migrations/c3* && sqlite dev.db "INSERT INTO graven_revisions SELECT 'gone', parents, checksum, applied_at, direction, 0, 0, tool_version, NULL, NULL FROM graven_revisions LIMIT 1" && gen current
REV-027  The database has the revision "gone", which is in no file of migrations.
         Is this another branch, or another project's database? Bring the file back, or point --url at the right database.
[exit 2]

$ gen stamp --purge orders@head && gen current
- gone
- x7
The history says that the database stands at b2. Nothing was run.
a1 -> b2 (orders) (head) (current), orders

# An editor.

$ VISUAL= EDITOR= gen edit lib
CLI-007  No editor is set.
         Set VISUAL or EDITOR, or open migrations/x7_library.ts yourself.
[exit 2]

$ VISUAL= EDITOR="echo editing" gen edit lib@head
editing ./migrations/x7_library.ts
migrations/x7_library.ts

$ EDITOR=false VISUAL= gen edit b2
CLI-008  The editor "false" ended with exit code 1.
         Correct VISUAL or EDITOR.
[exit 2]
