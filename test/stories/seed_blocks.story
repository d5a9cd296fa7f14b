# A block for rows of a table, to fill in by hand: in a new revision, or in one that no database has yet.

-- graven.config.ts --
import { defineConfig } from "graven";
export default defineConfig({ models: ["./src/models.ts"], migrations: "./migrations", url: "sqlite:dev.db" });

-- src/models.ts --
import { integer, sql, table, timestamp, varchar } from "graven/models";

export const role = table("role", {
  id: integer().primaryKey().autoIncrement(),
  name: varchar(80).notNull().unique(),
  level: integer().notNull().default(0),
  loud: varchar(80).generated(sql`upper(name)`),
});
export const visit = table("visit", { at: timestamp().notNull().defaultNow() });

$ gen revision --autogenerate -m "roles" --rev-id 384cfaaaa0be
  · create table role
  · create table visit
warn require-pk  Table "visit" has no primary key.
`gen review 384cfaaaa0be` shows the SQL, the locks, and safer ways.
migrations/384cfaaaa0be_roles.ts

$ gen revision -m "more roles" --seed role --rev-id 9c1d2e3f4a5b
  · insert 0 rows into role
migrations/9c1d2e3f4a5b_more_roles.ts

$ cat migrations/9c1d2e3f4a5b_more_roles.ts
/**
 * more roles
 *
 * Revision  9c1d2e3f4a5b
 * Revises   384cfaaaa0be
 * Created   <moment>
 */
import { integer, table, varchar, type Operations } from "graven/revision";

export const revision = "9c1d2e3f4a5b";
export const downRevision = "384cfaaaa0be";
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const role = table("role", {
  id: integer().autoIncrement(),
  name: varchar(80).notNull(),
  level: integer().notNull().default(0),
});

export function upgrade(op: Operations) {
  // seed: rows are checked against the stub
  op.bulkInsert(role, [], { key: "name" });
}

export function downgrade(op: Operations) {
  op.deleteRows(role, { key: "name" }, []);
}

$ gen upgrade
up   384cfaaaa0be  roles  <time>
up   9c1d2e3f4a5b  more roles  <time>
The database stands at 9c1d2e3f4a5b.

$ gen check
The models, the revisions and their snapshots agree.

# Filled in, it is an edit like another.
-- migrations/a0b1c2d3e4f5_by_hand.ts --
// A licence.
import { type Operations, varchar, table } from 'graven/revision'

export const revision = "a0b1c2d3e4f5";
export const downRevision = "9c1d2e3f4a5b";
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

const role = table("role",   { name: varchar(80) }) // odd  spaces

/** Goes up. */
export function upgrade(migration: Operations) {
    migration.execute("UPDATE role SET level = 1"); // last
}

export function downgrade() {}

$ gen snapshot
wrote migrations/snapshots/a0b1c2d3e4f5.json

$ gen edit a0b1 --seed role --seed visit
wrote migrations/snapshots/a0b1c2d3e4f5.json
migrations/a0b1c2d3e4f5_by_hand.ts

$ cat migrations/a0b1c2d3e4f5_by_hand.ts
// A licence.
import { type Operations, varchar, table, integer, timestamp } from 'graven/revision'

export const revision = "a0b1c2d3e4f5";
export const downRevision = "9c1d2e3f4a5b";
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

const role = table("role",   { name: varchar(80) }) // odd  spaces

const role2 = table("role", {
  id: integer().autoIncrement(),
  name: varchar(80).notNull(),
  level: integer().notNull().default(0),
});

const visit = table("visit", { at: timestamp().notNull().defaultNow() });

/** Goes up. */
export function upgrade(migration: Operations) {
    migration.execute("UPDATE role SET level = 1"); // last

    // seed: rows are checked against the stub
    migration.bulkInsert(role2, [], { key: "name" });

    // seed: rows are checked against the stub
    migration.bulkInsert(visit, []);
}

export function downgrade(op: Operations) {
  op.deleteRows(role2, { key: "name" }, []);
}

$ gen check
The models, the revisions and their snapshots agree.

$ gen upgrade
up   a0b1c2d3e4f5  <time>
The database stands at a0b1c2d3e4f5.

$ gen downgrade base
down a0b1c2d3e4f5  <time>
down 9c1d2e3f4a5b  more roles  <time>
down 384cfaaaa0be  roles  <time>
The database stands at base.

# What a database has is not changed any more.
$ gen upgrade +1
up   384cfaaaa0be  roles  <time>
The database stands at 384cfaaaa0be.

$ gen edit 384c --seed role
RUN-052  The database dev.db has revision "384cfaaaa0be" already, so rows that are put into it would never arrive there.
         Write them into a new revision: gen revision -m "…" --seed role
[exit 2]

$ gen revision -m "none" --seed rool
MOD-010  Table "rool" is not in the schema.
         Did you mean "role"?
[exit 2]
