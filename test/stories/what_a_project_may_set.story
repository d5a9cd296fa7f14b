# A template of the project's own, commands after writing, naming conventions, its own prettier settings.

-- graven.config.ts --
import { defineConfig } from "graven";
export default defineConfig({
  models: ["./models"],
  migrations: "db/revisions",
  url: "sqlite:dev.db",
  template: "./revision.template.ts",
  postWrite: ["wc -l < {file} > lines.txt", "cat"],
  historyTable: "applied",
  naming: { ix: "ix_%(table_name)s_%(column_0_N_name)s", ck: "ck_%(table_name)s_%(constraint_name)s", fk: "fk_%(table_name)s_%(referred_table_name)s" },
});

-- .prettierrc.json --
{ "semi": false, "singleQuote": true }

-- models/users.ts --
import { check, index, integer, sql, table, varchar } from "graven/models";
import { id } from "./helpers.ts";
export const user = table("user", { ...id, age: integer(), name: varchar(20).notNull() }, (t) => [index().on(t.name, t.age), check("adult", sql`${t.age} >= ${18}`)]);

-- models/pets.ts --
import { integer, table } from "graven/models";
import { id } from "./helpers.ts";
import { user } from "./users.ts";
export const pet = table("pet", { ...id, owner: integer("owner_id").references(() => user.id) });

-- models/helpers.ts --
import { integer } from "graven/models";
export const id = { id: integer().primaryKey().autoIncrement() };

$ cp node_modules/graven/templates/revision.ts revision.template.ts && sed -i '1i // Reviewed by the database team.' revision.template.ts

$ gen revision --autogenerate -m "users and pets" --rev-id a1
  · create table user
  · create table pet
db/revisions/a1_users_and_pets.ts

$ cat db/revisions/a1_users_and_pets.ts
// Reviewed by the database team.
/**
 * users and pets
 *
 * Revision  a1
 * Revises   (base)
 * Created   <moment>
 */
import {
  check,
  index,
  integer,
  sql,
  table,
  varchar,
  type Operations,
} from 'graven/revision'

export const revision = 'a1'
export const downRevision = null
export const branchLabels: string[] = []
export const dependsOn: string[] = []

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const user = table(
  'user',
  {
    id: integer().primaryKey().autoIncrement(),
    age: integer(),
    name: varchar(20).notNull(),
  },
  (t) => [
    check('ck_user_adult', sql`age >= 18`),
    index('ix_user_name_age').on(t.name, t.age),
  ],
)
const pet = table('pet', {
  id: integer().primaryKey().autoIncrement(),
  owner_id: integer().references('user.id', { name: 'fk_pet_user' }),
})

export function upgrade(op: Operations) {
  op.createTable(user)
  op.createTable(pet)
}

export function downgrade(op: Operations) {
  op.dropTable('pet')
  op.dropTable('user')
}

$ cat lines.txt
50

$ gen check
The models, the revisions and their snapshots agree.

$ gen upgrade
up   a1  users and pets  <time>
The database stands at a1.

$ sqlite dev.db "SELECT revision, direction, steps_done = steps_total AS done FROM applied"
{"revision":"a1","direction":"upgrade","done":1}

# A template that lacks a part, and a command that fails.

$ sed -i '/export const revision/d' revision.template.ts

$ gen revision -m two
GEN-001  The template of revisions lacks `export const revision = …`.
         revision.template.ts
         Add it, or start again from the template that comes with graven.
[exit 2]

$ rm revision.template.ts

$ gen revision -m two
CFG-005  There is no template revision.template.ts.
         Correct `template` in the config, or remove it.
[exit 2]

$ cp node_modules/graven/templates/revision.ts revision.template.ts && sed -i 's/"cat"/"false"/' graven.config.ts

$ gen revision -m two --rev-id b2
GEN-010  The postWrite command `false` ended with exit code 1.
         db/revisions/b2_two.ts
         The revision stands as it was written; mend the command and run it again by hand.
[exit 2]

$ ls db/revisions
a1_users_and_pets.ts
b2_two.ts
snapshots
