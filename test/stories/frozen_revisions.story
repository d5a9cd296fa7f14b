# A revision that reads the clock, imports the application or a fixture is found by `gen check`, with its line and the reason.

-- graven.config.ts --
import { defineConfig } from "graven";
export default defineConfig({ models: ["./src/models.ts"], migrations: "./migrations", url: "sqlite:dev.db" });

-- src/models.ts --
import { integer, table, varchar } from "graven/models";

export const job = table("job", { id: integer().primaryKey().autoIncrement(), name: varchar(80).notNull() });

$ gen revision --autogenerate -m "jobs" --rev-id 384cfaaaa0be
  · create table job
migrations/384cfaaaa0be_jobs.ts

-- migrations/9c1d2e3f4a5b_thawed.ts --
import { integer, table, varchar, type Operations } from "graven/revision";
import type { Unknown } from "../src/types.ts";
import { job as model } from "../src/models.ts";
import demo from "../fixtures/demo.ts";

export const revision = "9c1d2e3f4a5b";
export const downRevision = "384cfaaaa0be";
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

const job = table("job", { id: integer(), name: varchar(80) });
const tenant = process.env["TENANT"] ?? "none";

export function upgrade(op: Operations) {
  op.bulkInsert(job, [{ name: `${tenant} ${Date.now()}` }, { name: String(Math.random()) }]);
}

export function downgrade(op: Operations) {
  op.execute("DELETE FROM job");
}

$ gen snapshot
MOD-032  "migrations/9c1d2e3f4a5b_thawed.ts" imports "../fixtures/demo.ts", which is not there.
         migrations/9c1d2e3f4a5b_thawed.ts
         Check the path; it is relative to the importing file.
[exit 2]

$ gen check
FRZ-001  Revision "9c1d2e3f4a5b" is not frozen. It imports "../src/models.ts", which may be another on the day it runs.
         migrations/9c1d2e3f4a5b_thawed.ts:3
         A revision may import "graven/revision" and types. Write what it needs into the file.
FRZ-006  Revision "9c1d2e3f4a5b" is not frozen. It imports the fixture "../fixtures/demo.ts": made-up rows stay out of revisions.
         migrations/9c1d2e3f4a5b_thawed.ts:4
         Rows that the application needs are declared with requiredRows, or written into the revision.
FRZ-004  Revision "9c1d2e3f4a5b" is not frozen. It reads the environment: `process.env["TENANT"]`.
         migrations/9c1d2e3f4a5b_thawed.ts:12
         A revision does the same everywhere: write the value as a literal.
FRZ-002  Revision "9c1d2e3f4a5b" is not frozen. It reads the clock: `Date.now()`.
         migrations/9c1d2e3f4a5b_thawed.ts:15
         Write the moment as a literal, or let the database say it: sql`now()`.
FRZ-003  Revision "9c1d2e3f4a5b" is not frozen. It reads randomness: `Math.random()`.
         migrations/9c1d2e3f4a5b_thawed.ts:15
         Write the value as a literal, or let the database make it.
SNP-002  Revision "9c1d2e3f4a5b" has no snapshot.
         migrations/snapshots/9c1d2e3f4a5b.json
         Bring the file back, or run `gen snapshot 9c1d2e3f4a5b` to make it from the revision.
[exit 1]

# Packages that never change may be let in.
-- graven.config.ts --
import { defineConfig } from "graven";
export default defineConfig({ models: ["./src/models.ts"], migrations: "./migrations", url: "sqlite:dev.db", revisionImports: ["fixed-words"] });

-- migrations/9c1d2e3f4a5b_thawed.ts --
import { type Operations } from "graven/revision";
import { words } from "fixed-words";

export const revision = "9c1d2e3f4a5b";
export const downRevision = "384cfaaaa0be";
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.execute(`UPDATE job SET name = '${words[0]}'`);
}

export function downgrade(op: Operations) {
  op.irreversible("Names are gone.");
}

-- node_modules/fixed-words/package.json --
{ "name": "fixed-words", "version": "1.0.0", "type": "module", "exports": "./index.js" }

-- node_modules/fixed-words/index.js --
export const words = ["one"];

$ gen snapshot
wrote migrations/snapshots/9c1d2e3f4a5b.json

$ gen check
The models, the revisions and their snapshots agree.
