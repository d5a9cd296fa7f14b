# A required row is frozen into a revision: a value that is not the same twice is refused, by its text or by reading the models again.

-- graven.config.ts --
import { defineConfig } from "graven";
export default defineConfig({ models: ["./src/models.ts", "./src/others.ts"], migrations: "./migrations", url: "sqlite:dev.db" });

-- src/others.ts --
import { requiredRows } from "graven/models";
import { role } from "./models.ts";

requiredRows(role, { key: "name" }, [{ name: "other" }]);

-- src/models.ts --
import { integer, requiredRows, table, timestamp, varchar } from "graven/models";

export const role = table("role", { id: integer().primaryKey().autoIncrement(), name: varchar(80).notNull().unique(), at: timestamp() });
requiredRows(role, { key: "name" }, [
  { name: "admin", at: new Date("2024-01-31T00:00:00Z") },
  { name: "guest", at: new Date() },
]);

$ gen revision --autogenerate -m "roles"
MOD-046  A required row reads the clock: `new Date()` is not the same twice.
         src/models.ts:6
         Write the value as a literal, or let the database make it: sql`now()`.
[exit 2]

-- src/models.ts --
import { randomUUID } from "node:crypto";
import { integer, requiredRows, table, timestamp, varchar } from "graven/models";

export const role = table("role", { id: integer().primaryKey().autoIncrement(), name: varchar(80).notNull().unique(), at: timestamp() });
requiredRows(role, { key: "name" }, [{ name: process.env["TENANT"] ?? "none" }, { name: randomUUID() }]);

$ gen revision --autogenerate -m "roles"
MOD-046  A required row reads the environment: `process.env["TENANT"]` is not the same twice.
         src/models.ts:5
         Write the value as a literal, or let the database make it: sql`now()`.
[exit 2]

-- src/models.ts --
import { integer, requiredRows, table, timestamp, varchar } from "graven/models";

const now = new Date();
const names = ["admin", "guest"];
export const role = table("role", { id: integer().primaryKey().autoIncrement(), name: varchar(80).notNull().unique(), at: timestamp() });
requiredRows(role, { key: "name" }, names.map((name) => ({ name, at: new Date(Math.min(now.getTime(), 1) * 0 + 86_400_000) })));

$ gen revision --autogenerate -m "roles" --rev-id 384cfaaaa0be
  · create table role
  · insert 3 rows into role
migrations/384cfaaaa0be_roles.ts

$ ls migrations
384cfaaaa0be_roles.ts
snapshots

# What no text shows is found by reading the models again.
-- src/models.ts --
import { integer, requiredRows, table, timestamp, varchar } from "graven/models";

const world = globalThis as { rounds?: number };
world.rounds = (world.rounds ?? 0) + 1;
export const role = table("role", { id: integer().primaryKey().autoIncrement(), name: varchar(80).notNull().unique(), at: timestamp() });
requiredRows(role, { key: "name" }, ["admin", `guest${world.rounds}`].map((name) => ({ name })));

$ gen revision --autogenerate -m "rounds" --renames never
MOD-046  The required rows of table "role" are not the same twice: "name" is "guest1" at first, then "guest2".
         src/models.ts:6
         Write the values as literals, or let the database make them: sql`now()`.
[exit 2]
