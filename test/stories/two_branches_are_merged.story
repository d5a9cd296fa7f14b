# Two people write a revision each; git brings them together, and two heads stand.

-- graven.config.ts --
export default { models: "./models.ts", url: "sqlite:dev.db" };

-- models.ts --
import { integer, table, text } from "graven/models";
export const user = table("user", { id: integer().primaryKey() });

$ gen revision --autogenerate -m one --rev-id a1 && mkdir ann bob && cp -r migrations ann && cp -r migrations bob
  · create table user
migrations/a1_one.ts

-- models.ts --
import { integer, table, text } from "graven/models";
export const user = table("user", { id: integer().primaryKey(), name: text() });

$ gen revision --autogenerate -m "name of ann" --rev-id b2 && mv migrations/*b2* ann && mv migrations/snapshots/b2.json ann
  · add column user.name
migrations/b2_name_of_ann.ts

-- models.ts --
import { integer, table, text } from "graven/models";
export const user = table("user", { id: integer().primaryKey(), age: integer() });

$ gen revision --autogenerate -m "age of bob" --rev-id c3
  · add column user.age
migrations/c3_age_of_bob.ts

$ mv ann/*b2*.ts migrations && mv ann/b2.json migrations/snapshots

-- models.ts --
import { integer, table, text } from "graven/models";
export const user = table("user", { id: integer().primaryKey(), name: text(), age: integer(), mail: text() });

$ gen revision --autogenerate -m mail
REV-022  The history has 2 heads: b2, c3.
         Run `gen merge` to join them, or say with --head which one to build on.
[exit 2]

$ gen upgrade
REV-022  The history has 2 heads: b2, c3.
         Run `gen merge` to join them, or name one: a revision, `label@head`, or `heads` for all.
[exit 2]

$ gen heads
a1 -> b2 (head), name of ann
a1 -> c3 (head), age of bob

$ gen merge --rev-id d4
migrations/d4_merge_b2_and_c3.ts

$ gen revision --autogenerate -m mail --rev-id e5
  · add column user.mail
migrations/e5_mail.ts

$ gen upgrade && gen check && gen history
up   a1  one  <time>
up   b2  name of ann  <time>
up   c3  age of bob  <time>
up   d4  merge b2 and c3  <time>
up   e5  mail  <time>
The database stands at e5.
The models, the revisions and their snapshots agree.
d4 -> e5 (head), mail
b2, c3 -> d4 (mergepoint), merge b2 and c3
a1 -> c3, age of bob
a1 -> b2, name of ann
<base> -> a1 (branchpoint), one

$ gen downgrade a1
down e5  mail  <time>
down d4  merge b2 and c3  <time>
down c3  age of bob  <time>
down b2  name of ann  <time>
The database stands at a1.

$ gen upgrade
up   b2  name of ann  <time>
up   c3  age of bob  <time>
up   d4  merge b2 and c3  <time>
up   e5  mail  <time>
The database stands at e5.

# A conflict is told with what either side does, and nothing is written.

$ sed 's/"e5"/"f6"/; s/"mail"/"name2"/; s/mail/post/' migrations/e5_mail.ts > migrations/f6_post.ts

$ sed 's/"e5"/"g7"/; s/op.addColumn("user", "mail", text())/op.renameTable("user", "person")/; s/op.dropColumn("user", "mail")/op.renameTable("person", "user")/' migrations/e5_mail.ts > migrations/g7_person.ts

$ rm migrations/e5_mail.ts migrations/snapshots/e5.json && gen snapshot
wrote migrations/snapshots/f6.json
wrote migrations/snapshots/g7.json

$ gen merge
MRG-002  The branches "f6" and "g7" conflict: Table "user" is not in the schema.
         Nothing was written. f6 does: add column user.name2. g7 does: rename table user to person. Change one of them so that both can stand.
[exit 2]

$ gen heads
d4 -> f6 (head), post
d4 -> g7 (head), mail
