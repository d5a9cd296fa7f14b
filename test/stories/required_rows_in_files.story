# Required rows may stand in SQL and CSV files, and a live database is compared with them.

-- graven.config.ts --
import { defineConfig } from "graven";
export default defineConfig({ models: ["./src/models.ts"], migrations: "./migrations", url: "sqlite:dev.db", requiredRows: ["seeds/*.sql"] });

-- src/models.ts --
import { integer, requiredRows, rowsFromCsv, table, varchar } from "graven/models";
import plans from "./plans.json" with { type: "json" };

export const role = table("role", { id: integer().primaryKey().autoIncrement(), name: varchar(80).notNull().unique(), level: integer().notNull().default(0) });
export const member = table("member", { id: integer().primaryKey().autoIncrement(), name: varchar(80).notNull().unique(), roleId: integer("role_id").notNull().references(() => role.id) });
export const plan = table("plan", { code: varchar(10).primaryKey(), seats: integer().notNull() });
const country = table("country", { code: varchar(2).primaryKey(), name: varchar(80).notNull() });

requiredRows(plan, { key: "code" }, plans);
requiredRows(country, { key: "code" }, rowsFromCsv("../seeds/countries.csv"));
export const tables = [country];

-- src/plans.json --
[{ "code": "free", "seats": 1 }, { "code": "team", "seats": 20 }]

-- seeds/countries.csv --
code,name
at,Austria
ci,"Côte d'Ivoire"

-- seeds/roles.sql --
-- @key name
INSERT INTO role (name, level) VALUES ('admin', 9), ('guest', 0);
INSERT INTO member (name, role_id) VALUES ('system', (SELECT id FROM role WHERE name = 'admin'));

$ gen revision --autogenerate -m "roles" --rev-id 384cfaaaa0be
  · create table country
  · create table role
  · create table member
  · create table plan
  · insert 2 rows into country
  · insert 2 rows into role
  · insert 1 row into member
  · insert 2 rows into plan
migrations/384cfaaaa0be_roles.ts

$ gen upgrade
up   384cfaaaa0be  roles  <time>
The database stands at 384cfaaaa0be.

$ gen check
The models, the revisions and their snapshots agree.

$ gen check --database
The database is what its revisions made of it.

-- migrations/9c1d2e3f4a5b_by_hand.ts --
import { type Operations } from "graven/revision";

export const revision = "9c1d2e3f4a5b";
export const downRevision = "384cfaaaa0be";
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.execute("UPDATE role SET level = 3 WHERE name = 'admin'");
  op.execute("DELETE FROM plan WHERE code = 'team'");
}

export function downgrade(op: Operations) {
  op.irreversible("It stands for what people do by hand.");
}

$ gen snapshot
wrote migrations/snapshots/9c1d2e3f4a5b.json

$ gen upgrade
up   9c1d2e3f4a5b  <time>
The database stands at 9c1d2e3f4a5b.

$ gen check --database
CHK-006  The required row of "plan" with code "team" is not in the database.
         Insert it again, or remove it from requiredRows and write a revision.
CHK-007  The required row of "role" with name "admin" was changed by hand.
         Change it back, take the change into requiredRows, or name the column in its ignore.
[exit 1]

# What is changed by hand is kept, and told.
-- seeds/roles.sql --
-- @key name
INSERT INTO role (name, level) VALUES ('admin', 10), ('guest', 0);
INSERT INTO member (name, role_id) VALUES ('system', (SELECT id FROM role WHERE name = 'admin'));

$ gen revision --autogenerate -m "levels" --rev-id a0b1c2d3e4f5
  · update 1 row of role
migrations/a0b1c2d3e4f5_levels.ts

$ gen upgrade
RUN-051  The row of "role" with name "admin" was changed by hand, and is kept as it is. (migrations/a0b1c2d3e4f5_levels.ts:20)
         Where the values of the models are meant, say drift: "overwrite" in requiredRows; columns that are the users' go into ignore.
up   a0b1c2d3e4f5  levels  <time>
The database stands at a0b1c2d3e4f5.

-- seeds/roles.sql --
-- @key name
INSERT INTO role (name, level) VALUES ('admin', random());

$ gen check
MOD-045  `random` stands where a literal should.
         seeds/roles.sql:2
         Required rows are plain statements: INSERT INTO role (name, level) VALUES ('admin', 9), … with literals, or (SELECT id FROM role WHERE name = 'admin') for another row's id.
[exit 2]
