# A snapshot that was edited, broken, or lost.

-- graven.config.ts --
export default { models: "./models.ts", url: "sqlite:dev.db" };

-- models.ts --
import { integer, table, text } from "graven/models";
export const user = table("user", { id: integer().primaryKey() });

$ gen revision --autogenerate -m one --rev-id a1
  · create table user
migrations/a1_one.ts

-- models.ts --
import { integer, table, text } from "graven/models";
export const user = table("user", { id: integer().primaryKey(), name: text() });

$ gen revision --autogenerate -m two --rev-id b2
  · add column user.name
migrations/b2_two.ts

$ cp migrations/snapshots/a1.json a1.json

$ sed -i 's/"nullable":false/"nullable":true/' migrations/snapshots/a1.json

$ gen check
SNP-003  The snapshot of revision "a1" was edited.
         migrations/snapshots/a1.json
         Undo the edit, or run `gen snapshot a1` to make it again from its revision.
[exit 1]

$ gen revision --autogenerate -m three
SNP-003  The snapshot of revision "a1" was edited.
         migrations/snapshots/a1.json
         Undo the edit, or run `gen snapshot a1` to make it again from its revision.
[exit 2]

$ gen upgrade
SNP-003  The snapshot of revision "a1" was edited.
         migrations/snapshots/a1.json
         Undo the edit, or run `gen snapshot a1` to make it again from its revision.
[exit 2]

$ echo '{' > migrations/snapshots/a1.json

$ gen check
SNP-001  The snapshot is no JSON: <the parser's words>
         migrations/snapshots/a1.json
         Run `gen snapshot` to make it again from its revision.
[exit 1]

$ gen upgrade
SNP-001  The snapshot is no JSON: <the parser's words>
         migrations/snapshots/a1.json
         Run `gen snapshot` to make it again from its revision.
[exit 2]

$ rm migrations/snapshots/a1.json

$ gen check
SNP-002  Revision "a1" has no snapshot.
         migrations/snapshots/a1.json
         Bring the file back, or run `gen snapshot a1` to make it from the revision.
[exit 1]

$ gen snapshot a1
wrote migrations/snapshots/a1.json

$ diff a1.json migrations/snapshots/a1.json && gen check && gen upgrade
The models, the revisions and their snapshots agree.
up   a1  one  <time>
up   b2  two  <time>
The database stands at b2.

# An applied revision that is edited is named, and the snapshot follows only when asked.

$ sed -i 's/primaryKey()/primaryKey().autoIncrement()/' migrations/a1_one.ts

$ gen current
a1 -> b2 (head) (current), two
RUN-050  Revision "a1" was edited after it was applied.

$ gen check
SNP-004  Revision "a1" was edited after its snapshot was made.
         migrations/a1_one.ts
         Run `gen snapshot a1`.
RUN-050  Revision "a1" was edited after it was applied: the database holds what it did then.
         migrations/a1_one.ts
         Undo the edit, and put the change into a new revision.
[exit 1]
