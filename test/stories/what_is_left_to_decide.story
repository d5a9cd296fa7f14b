# A column that must hold a value, and nobody says which: the revision waits for a person.

-- graven.config.ts --
import { defineConfig } from "graven";
export default defineConfig({ models: "./models.ts", url: "sqlite:dev.db" });

-- models.ts --
import { integer, table, text } from "graven/models";
export const user = table("user", { id: integer().primaryKey() });

$ gen revision --autogenerate -m one --rev-id a1 && gen upgrade
  · create table user
migrations/a1_one.ts
up   a1  one  <time>
The database stands at a1.

-- models.ts --
import { integer, table, text } from "graven/models";
export const user = table("user", { id: integer().primaryKey(), name: text().notNull() });

$ gen revision --autogenerate -m two --rev-id b2
  · add column user.name
  · todo: What do the rows of "user" hold in "name"? Say it with op.backfill(…).
  · alter column user.name (nullable)
error undecided  Still to decide: What do the rows of "user" hold in "name"? Say it with op.backfill(…).
error set-not-null-data  Column "user.name" becomes required: one row that holds NULL makes it fail.
`gen review b2` shows the SQL, the locks, and safer ways.
migrations/b2_two.ts

$ grep op. migrations/b2_two.ts
export function upgrade(op: Operations) {
  op.addColumn("user", "name", text());
  op.todo('What do the rows of "user" hold in "name"? Say it with op.backfill(…).');
  op.alterColumn("user", "name", { nullable: false });
export function downgrade(op: Operations) {
  op.dropColumn("user", "name");

$ gen upgrade
RUN-020  Revision "b2" has something left to decide: What do the rows of "user" hold in "name"? Say it with op.backfill(…).
         migrations/b2_two.ts:17
         Replace op.todo(…) by what should happen. Nothing was run.
[exit 2]

# The person edits the file; the snapshot follows.

$ sed -i 's/op.todo(.*$/op.backfill("user", { set: { name: sql`upper(cast(id as text))` } });/; s/^import { /import { sql, /' migrations/b2_two.ts

$ gen check
SNP-004  Revision "b2" was edited after its snapshot was made.
         migrations/b2_two.ts
         Run `gen snapshot b2`.
[exit 1]

$ sqlite dev.db "INSERT INTO user (id) VALUES (7)"

$ gen upgrade
SNP-004  The snapshot of revision "b2" is older than its file migrations/b2_two.ts.
         Run `gen snapshot b2`.
up   b2  two  <time>
The database stands at b2.

$ gen snapshot
wrote migrations/snapshots/b2.json

$ gen check
The models, the revisions and their snapshots agree.

$ sqlite dev.db "SELECT * FROM user"
{"id":7,"name":"7"}

$ gen revision --autogenerate -m three
The models equal the last revision: nothing to write.
