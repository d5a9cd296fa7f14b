# Rows that the application cannot work without stand beside the models. They travel with revisions, and come back on a downgrade.

-- graven.config.ts --
import { defineConfig } from "graven";
export default defineConfig({ models: ["./src/models.ts"], migrations: "./migrations", url: "sqlite:dev.db" });

-- src/models.ts --
import { integer, ref, requiredRows, table, varchar } from "graven/models";

export const role = table("role", {
  id: integer().primaryKey().autoIncrement(),
  name: varchar(80).notNull().unique(),
  level: integer().notNull().default(0),
});

export const plan = table("plan", {
  id: integer().primaryKey().autoIncrement(),
  name: varchar(80).notNull().unique(),
  roleId: integer("role_id").notNull().references(() => role.id),
});

requiredRows(role, { key: "name" }, [{ name: "admin", level: 9 }, { name: "guest" }]);
requiredRows(plan, { key: "name" }, [{ name: "free", roleId: ref(role, { name: "guest" }) }]);

$ gen revision --autogenerate -m "roles" --rev-id 384cfaaaa0be
  · create table role
  · create table plan
  · insert 2 rows into role
  · insert 1 row into plan
migrations/384cfaaaa0be_roles.ts

$ cat migrations/384cfaaaa0be_roles.ts
/**
 * roles
 *
 * Revision  384cfaaaa0be
 * Revises   (base)
 * Created   <moment>
 */
import { integer, ref, table, varchar, type Operations } from "graven/revision";

export const revision = "384cfaaaa0be";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const role = table("role", {
  id: integer().primaryKey().autoIncrement(),
  name: varchar(80).notNull().unique(),
  level: integer().notNull().default(0),
});
const plan = table("plan", {
  id: integer().primaryKey().autoIncrement(),
  name: varchar(80).notNull().unique(),
  role_id: integer().notNull().references("role.id"),
});

export function upgrade(op: Operations) {
  op.createTable(role);
  op.createTable(plan);

  // required seed
  op.bulkInsert(role, [{ name: "admin", level: 9 }, { name: "guest" }], {
    key: "name",
    required: true,
  });
  op.bulkInsert(plan, [{ name: "free", role_id: ref(role, { name: "guest" }, "id") }], {
    key: "name",
    required: true,
  });
}

export function downgrade(op: Operations) {
  op.dropTable("plan");
  op.dropTable("role");
}

$ gen upgrade
up   384cfaaaa0be  roles  <time>
The database stands at 384cfaaaa0be.

# Nothing changed: nothing is written.
$ gen revision --autogenerate -m "again"
The models equal the last revision: nothing to write.

-- src/models.ts --
import { integer, ref, requiredRows, table, varchar } from "graven/models";

export const role = table("role", {
  id: integer().primaryKey().autoIncrement(),
  name: varchar(80).notNull().unique(),
  level: integer().notNull().default(0),
});

export const plan = table("plan", {
  id: integer().primaryKey().autoIncrement(),
  name: varchar(80).notNull().unique(),
  roleId: integer("role_id").notNull().references(() => role.id),
});

requiredRows(role, { key: "name" }, [{ name: "admin", level: 10 }, { name: "visitor" }]);
requiredRows(plan, { key: "name" }, [{ name: "free", roleId: ref(role, { name: "visitor" }) }]);

$ gen check
CHK-001  The models and the revisions differ: update 1 row of role.
         Run `gen revision --autogenerate -m "…"`.
CHK-001  The models and the revisions differ: update 1 row of role.
         Run `gen revision --autogenerate -m "…"`.
[exit 1]

# A row that goes while another comes may be the same under a new key: that is asked like any rename.
$ gen revision --autogenerate -m "visitors" --rev-id 9c1d2e3f4a5b
DIF-001  Required row "role.visitor" may be "role.guest" under a new name.
         Say which: --rename role.guest:role.visitor keeps its data, --drop role.guest drops it and makes a new one. --renames never takes all such pairs for a drop and an addition.
[exit 2]

$ gen revision --autogenerate -m "visitors" --rename role.guest:visitor --sql
-- update 1 row of role
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, 0 AS differs FROM "role" WHERE "name" = 'guest'

UPDATE "role" SET "name" = 'visitor' WHERE "name" = 'guest';

-- update 1 row of role
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN ("level" = 9) OR ("level" = 10) THEN 0 ELSE 1 END AS differs FROM "role" WHERE "name" = 'admin'

UPDATE "role" SET "level" = 10 WHERE "name" = 'admin' AND "level" = 9;

$ gen revision --autogenerate -m "visitors" --rev-id 9c1d2e3f4a5b --drop role.guest
  · insert 1 row into role
  · update 1 row of role
  · update 1 row of plan
  · delete 1 row from role
warning delete-blocked  The rows of "role" cannot be deleted while rows of "plan" point at them.
migrations/9c1d2e3f4a5b_visitors.ts

$ cat migrations/9c1d2e3f4a5b_visitors.ts
/**
 * visitors
 *
 * Revision  9c1d2e3f4a5b
 * Revises   384cfaaaa0be
 * Created   <moment>
 */
import { integer, ref, table, varchar, type Operations } from "graven/revision";

export const revision = "9c1d2e3f4a5b";
export const downRevision = "384cfaaaa0be";
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const role = table("role", { name: varchar(80), level: integer(), id: integer() });
const plan = table("plan", { name: varchar(80), role_id: integer() });

export function upgrade(op: Operations) {
  // required seed
  op.bulkInsert(role, [{ name: "visitor" }], { key: "name", required: true });
  op.updateRows(role, { key: "name", required: true }, [{ name: "admin", level: 10 }], {
    was: [{ name: "admin", level: 9 }],
  });
  op.updateRows(
    plan,
    { key: "name", required: true },
    [{ name: "free", role_id: ref(role, { name: "visitor" }, "id") }],
    { was: [{ name: "free", role_id: ref(role, { name: "guest" }, "id") }] },
  );

  // Warning: The rows of "role" cannot be deleted while rows of "plan" point at them.
  op.deleteRows(role, { key: "name", required: true }, [{ name: "guest" }], {
    was: [{ name: "guest" }],
  });
}

export function downgrade(op: Operations) {
  // required seed
  op.bulkInsert(role, [{ name: "guest" }], { key: "name", required: true });
  op.updateRows(
    plan,
    { key: "name", required: true },
    [{ name: "free", role_id: ref(role, { name: "guest" }, "id") }],
    { was: [{ name: "free", role_id: ref(role, { name: "visitor" }, "id") }] },
  );
  op.updateRows(role, { key: "name", required: true }, [{ name: "admin", level: 9 }], {
    was: [{ name: "admin", level: 10 }],
  });
  op.deleteRows(role, { key: "name", required: true }, [{ name: "visitor" }], {
    was: [{ name: "visitor" }],
  });
}

$ gen upgrade
up   9c1d2e3f4a5b  visitors  <time>
The database stands at 9c1d2e3f4a5b.

$ gen check
The models, the revisions and their snapshots agree.

$ gen downgrade -1
down 9c1d2e3f4a5b  visitors  <time>
The database stands at 384cfaaaa0be.

# Two rows of one key, and a row with a column that the table does not have.
-- src/models.ts --
import { integer, requiredRows, table, varchar } from "graven/models";

export const role = table("role", { id: integer().primaryKey().autoIncrement(), name: varchar(80).notNull().unique() });
requiredRows(role, { key: "name" }, [{ name: "admin" }, { name: "admin" }]);

$ gen check
MOD-040  Two required rows of table "role" have the key "admin".
         src/models.ts:4
[exit 2]

-- src/models.ts --
import { integer, requiredRows, table, varchar } from "graven/models";

export const role = table("role", { id: integer().primaryKey().autoIncrement(), name: varchar(80).notNull().unique() });
requiredRows(role, { key: "name" }, [{ name: "admin", colour: "red" } as never]);

$ gen check
MOD-041  Required row 1 of table "role" has "colour", which is no column of table "role".
         src/models.ts:4
[exit 2]
