# A history that does not hold together is refused before anything runs.

-- graven.config.ts --
export default { models: "./models.ts", url: "sqlite:dev.db" };

-- models.ts --
import { integer, table } from "graven/models";
export const user = table("user", { id: integer().primaryKey() });

$ gen revision --autogenerate -m one --rev-id a1 && gen upgrade
  · create table user
migrations/a1_one.ts
up   a1  one  <time>
The database stands at a1.

$ gen revision -m two --rev-id b2
migrations/b2_two.ts

$ cat migrations/b2_two.ts
/**
 * two
 *
 * Revision  b2
 * Revises   a1
 * Created   <moment>
 */
import type { Operations } from "graven/revision";

export const revision = "b2";
export const downRevision = "a1";
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  // Nothing yet: write calls such as op.addColumn(…).
}

export function downgrade(op: Operations) {
  // Nothing yet: write calls such as op.addColumn(…).
}

# A syntax error.

$ sed -i 's/export function upgrade(op: Operations) {/&  op.execute("a" "b");/' migrations/b2_two.ts

$ gen upgrade
SNP-004  The snapshot of revision "b2" is older than its file migrations/b2_two.ts.
         Run `gen snapshot b2`.
MOD-030  "migrations/b2_two.ts" does not parse: <the parser's words>
         migrations/b2_two.ts:15
[exit 2]

$ gen current
<base> -> a1 (current), one

# An unknown method, an async upgrade, a throw.

$ sed -i 's/  op.execute("a" "b");/  op.addColum("user", "x");/' migrations/b2_two.ts

$ gen upgrade
SNP-004  The snapshot of revision "b2" is older than its file migrations/b2_two.ts.
         Run `gen snapshot b2`.
RUN-013  op has no method "addColum".
         migrations/b2_two.ts:15
         Did you mean "addColumn"?
[exit 2]

$ sed -i 's/  op.addColum("user", "x");/  throw new Error("not today");/' migrations/b2_two.ts

$ gen upgrade
SNP-004  The snapshot of revision "b2" is older than its file migrations/b2_two.ts.
         Run `gen snapshot b2`.
RUN-012  The function of "migrations/b2_two.ts" throws: not today
         migrations/b2_two.ts:15
[exit 2]

$ sed -i 's/  throw new Error("not today");//; s/export function upgrade/export async function upgrade/' migrations/b2_two.ts

$ gen upgrade
SNP-004  The snapshot of revision "b2" is older than its file migrations/b2_two.ts.
         Run `gen snapshot b2`.
RUN-010  The function of "migrations/b2_two.ts" is async, so what it does after its first await would be lost.
         migrations/b2_two.ts
         Calls of op are recorded, not run: leave out async and await. To read before writing, use op.run(async (db) => { … }).
[exit 2]

# SQL that the database refuses: rolled back, with the place.

$ sed -i 's/export async function upgrade(op: Operations) {/export function upgrade(op: Operations) { op.execute("CREATE TABLE x (id int)"); op.execute("INSERT INTO nowhere VALUES (1)");/' migrations/b2_two.ts

$ gen upgrade
SNP-004  The snapshot of revision "b2" is older than its file migrations/b2_two.ts.
         Run `gen snapshot b2`.
RUN-032  Revision "b2" failed at step 2 of 2 and was rolled back (execute INSERT INTO nowhere VALUES (1)): no such table: nowhere
         INSERT INTO nowhere VALUES (1)
         migrations/b2_two.ts:15
         The database is as it was before the revision. Mend the revision or the rows, and run the command again.
[exit 2]

$ gen current
<base> -> a1 (current), one

$ sqlite dev.db "SELECT name FROM sqlite_master WHERE name = 'x'"

# Without an id, with a doubled one, a missing parent, itself as parent, a circle.

$ sed -i 's/export const revision = "b2";//' migrations/b2_two.ts

$ gen heads
REV-010  The revision file does not export `revision` as a plain literal.
         migrations/b2_two.ts
         Add a line such as: export const revision = "384cfaaaa0be";
[exit 2]

$ sed -i 's/export const downRevision/export const revision = "a1"; &/' migrations/b2_two.ts

$ gen heads
REV-001  The revision id "a1" stands in two files.
         migrations/b2_two.ts
         The other one is migrations/a1_one.ts. Give one of them another id, and point its children at it.
[exit 2]

$ sed -i 's/export const revision = "a1";/export const revision = "b2";/; s/downRevision = "a1"/downRevision = "a2"/' migrations/b2_two.ts

$ gen heads
REV-003  Revision "b2" builds on "a2", which is in no file.
         migrations/b2_two.ts
         Did you mean "a1"?
[exit 2]

$ sed -i 's/downRevision = "a2"/downRevision = "b2"/' migrations/b2_two.ts

$ gen heads
REV-004  Revision "b2" names itself as its parent.
         migrations/b2_two.ts
         Correct its downRevision.
[exit 2]

$ sed -i 's/downRevision = "b2"/downRevision = "a1"/' migrations/b2_two.ts

$ sed -i 's/downRevision = null/downRevision = "b2"/' migrations/a1_one.ts

$ gen heads
REV-005  The revisions "a1" and "b2" build on each other in a circle.
         migrations/a1_one.ts
         Correct the downRevision of one of them.
[exit 2]

$ sed -i 's/downRevision = "b2"/downRevision = null/' migrations/a1_one.ts

# Targets that are not there.

$ gen upgrade c3
REV-020  There is no revision or branch "c3".
         `gen history` lists them all. Of an id, give at least the first four characters.
[exit 2]

$ gen upgrade +5
REV-025  "+5" goes past the head: only 1 of 5 steps are there.
         Ask for fewer steps. `gen history -i` shows where the database stands.
[exit 2]

$ gen downgrade -4
REV-025  "-4" goes past the base: only 1 of 4 steps are there.
         Ask for fewer steps. `gen history -i` shows where the database stands.
[exit 2]

$ gen downgrade -- -4
REV-025  "-4" goes past the base: only 1 of 4 steps are there.
         Ask for fewer steps. `gen history -i` shows where the database stands.
[exit 2]

$ gen upgrade head extra
CLI-001  "extra" is not understood.
         `gen --help` lists the commands, `gen <command> --help` its flags.
[exit 2]

$ gen show x
REV-020  There is no revision or branch "x".
         `gen history` lists them all. Of an id, give at least the first four characters.
[exit 2]
