# A person declares models, writes a revision, applies it, changes the models, does it again, and goes back.

-- graven.config.ts --
import { defineConfig } from "graven";
export default defineConfig({ models: ["./src/models.ts"], migrations: "./migrations", url: "sqlite:dev.db" });

-- src/models.ts --
import { index, integer, table, timestamp, varchar } from "graven/models";

export const listType = table("list_type", {
  id: integer().primaryKey().autoIncrement(),
  name: varchar(80).notNull().unique(),
});

export const job = table("job", {
  id: integer().primaryKey().autoIncrement(),
  listTypeId: integer("list_type_id").notNull().references(() => listType.id, { onDelete: "cascade" }),
  createdAt: timestamp("created_at").notNull().defaultNow(),
}, (t) => [index("ix_job_created_at").on(t.createdAt)]);

$ gen check
CHK-001  The models and the revisions differ: create table list_type.
         Run `gen revision --autogenerate -m "…"`.
CHK-001  The models and the revisions differ: create table job.
         Run `gen revision --autogenerate -m "…"`.
[exit 1]

$ gen revision --autogenerate -m "create jobs" --rev-id 384cfaaaa0be
  · create table list_type
  · create table job
migrations/384cfaaaa0be_create_jobs.ts

$ cat migrations/384cfaaaa0be_create_jobs.ts
/**
 * create jobs
 *
 * Revision  384cfaaaa0be
 * Revises   (base)
 * Created   <moment>
 */
import { index, integer, table, timestamp, varchar, type Operations } from "graven/revision";

export const revision = "384cfaaaa0be";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const listType = table("list_type", {
  id: integer().primaryKey().autoIncrement(),
  name: varchar(80).notNull().unique(),
});
const job = table(
  "job",
  {
    id: integer().primaryKey().autoIncrement(),
    list_type_id: integer().notNull().references("list_type.id", { onDelete: "cascade" }),
    created_at: timestamp().notNull().defaultNow(),
  },
  (t) => [index("ix_job_created_at").on(t.created_at)],
);

export function upgrade(op: Operations) {
  op.createTable(listType);
  op.createTable(job);
}

export function downgrade(op: Operations) {
  op.dropTable("job");
  op.dropTable("list_type");
}

$ gen revision --autogenerate -m "nothing"
The models equal the last revision: nothing to write.

$ gen check
The models, the revisions and their snapshots agree.

$ gen current
The database stands at base: no revision is applied.

$ gen upgrade
up   384cfaaaa0be  create jobs  <time>
The database stands at 384cfaaaa0be.

$ gen upgrade
Nothing to upgrade: the database stands at 384cfaaaa0be.

$ gen current
<base> -> 384cfaaaa0be (head) (current), create jobs

$ sqlite dev.db "INSERT INTO list_type (name) VALUES ('best list')"

$ sqlite dev.db "INSERT INTO job (list_type_id) VALUES (1), (1)"

-- src/models.ts --
import { index, integer, table, timestamp, varchar } from "graven/models";

export const listType = table("list_type", {
  id: integer().primaryKey().autoIncrement(),
  title: varchar(80).notNull().unique(),
});

export const job = table("job", {
  id: integer().primaryKey().autoIncrement(),
  listTypeId: integer("list_type_id").notNull().references(() => listType.id, { onDelete: "cascade" }),
  createdAt: timestamp("created_at").notNull().defaultNow(),
  state: varchar(20).notNull(),
}, (t) => [index("ix_job_created_at").on(t.createdAt)]);

$ gen check
CHK-001  The models and the revisions differ: rename column list_type.name to title.
         Run `gen revision --autogenerate -m "…"`.
CHK-001  The models and the revisions differ: add column job.state.
         Run `gen revision --autogenerate -m "…"`.
CHK-001  The models and the revisions differ: alter column job.state (nullable).
         Run `gen revision --autogenerate -m "…"`.
[exit 1]

$ gen revision --autogenerate -m "titles and states"
DIF-001  Column "list_type.title" may be "list_type.name" under a new name.
         Say which: --rename list_type.name:list_type.title keeps its data, --drop list_type.name drops it and makes a new one. --renames never takes all such pairs for a drop and an addition.
[exit 2]

$ gen revision --autogenerate -m "titles and states" --rename list_type.name:title --sql
PRAGMA foreign_keys = OFF;

-- rename column list_type.name to title
ALTER TABLE "list_type" RENAME COLUMN "name" TO "title";

-- add column job.state
ALTER TABLE "job" ADD COLUMN "state" VARCHAR(20);

-- execute -- TODO: What do the rows of "job" hold in "state"? Say i...
-- TODO: What do the rows of "job" hold in "state"? Say it with op.backfill(…).
;

-- alter column job.state (nullable)
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""job"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('job') WHERE name COLLATE NOCASE NOT IN ('id', 'list_type_id', 'created_at', 'state')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'job' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (job 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'job' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ('ix_job_created_at', 'ix_job_created_at'))) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_job";

CREATE TABLE "_graven_new_job" (
  "id" INTEGER NOT NULL CONSTRAINT "job_pkey" PRIMARY KEY AUTOINCREMENT,
  "list_type_id" INTEGER NOT NULL,
  "created_at" TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "state" VARCHAR(20) NOT NULL,
  CONSTRAINT "job_list_type_id_fkey" FOREIGN KEY ("list_type_id") REFERENCES "list_type" ("id") ON DELETE CASCADE
);

INSERT INTO "_graven_new_job" ("id", "list_type_id", "created_at", "state")
SELECT "id", "list_type_id", "created_at", "state" FROM "job" NOT INDEXED;

UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT former.seq FROM sqlite_sequence AS former WHERE former.name = 'job'), 0)) WHERE name = '_graven_new_job';

DROP TABLE "job";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_job" RENAME TO "job";

PRAGMA legacy_alter_table = OFF;

CREATE INDEX "ix_job_created_at" ON "job" ("created_at");

-- Warning: run here the texts that were found above (job 1).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;

$ gen revision --autogenerate -m "titles and states" --rename list_type.name:title --backfill "job.state='new'" --rev-id 27c6a1b2c3d4
  · rename column list_type.name to title
  · add column job.state
  · backfill job.state
  · alter column job.state (nullable)
error rename-column  Column "list_type.name" is called "title" from here on: code that asks for "name" fails.
`gen review 27c6a1b2c3d4` shows the SQL, the locks, and safer ways.
migrations/27c6a1b2c3d4_titles_and_states.ts

$ sed -n '/^export function/,$p' migrations/27c6a1b2c3d4_titles_and_states.ts
export function upgrade(op: Operations) {
  op.renameColumn("list_type", "name", "title");
  op.addColumn("job", "state", varchar(20));
  op.backfill("job", { set: { state: sql`'new'` } });
  op.alterColumn("job", "state", { nullable: false });
}

export function downgrade(op: Operations) {
  op.dropColumn("job", "state");
  op.renameColumn("list_type", "title", "name");
}

$ gen upgrade
up   27c6a1b2c3d4  titles and states  <time>
The database stands at 27c6a1b2c3d4.

$ sqlite dev.db "SELECT job.id, title, state FROM job JOIN list_type ON list_type.id = list_type_id ORDER BY 1"
{"id":1,"title":"best list","state":"new"}
{"id":2,"title":"best list","state":"new"}

$ gen history
384cfaaaa0be -> 27c6a1b2c3d4 (head), titles and states
<base> -> 384cfaaaa0be, create jobs

$ gen heads
384cfaaaa0be -> 27c6a1b2c3d4 (head), titles and states

$ gen show 27c6
Revision   27c6a1b2c3d4 (head)
Revises    384cfaaaa0be
Created    <moment>
File       migrations/27c6a1b2c3d4_titles_and_states.ts
Message    titles and states

/**
 * titles and states
 *
 * Revision  27c6a1b2c3d4
 * Revises   384cfaaaa0be
 * Created   <moment>
 */
import { sql, varchar, type Operations } from "graven/revision";

export const revision = "27c6a1b2c3d4";
export const downRevision = "384cfaaaa0be";
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.renameColumn("list_type", "name", "title");
  op.addColumn("job", "state", varchar(20));
  op.backfill("job", { set: { state: sql`'new'` } });
  op.alterColumn("job", "state", { nullable: false });
}

export function downgrade(op: Operations) {
  op.dropColumn("job", "state");
  op.renameColumn("list_type", "title", "name");
}

$ gen downgrade
down 27c6a1b2c3d4  titles and states  <time>
The database stands at 384cfaaaa0be.

$ sqlite dev.db "SELECT job.id, name FROM job JOIN list_type ON list_type.id = list_type_id ORDER BY 1"
{"id":1,"name":"best list"}
{"id":2,"name":"best list"}

$ gen downgrade base
down 384cfaaaa0be  create jobs  <time>
The database stands at base.

$ gen current --check-heads
The database stands at base: no revision is applied.
The database is not on all heads.
[exit 1]

$ gen upgrade +1
up   384cfaaaa0be  create jobs  <time>
The database stands at 384cfaaaa0be.

$ gen upgrade head --json
{"event":{"kind":"revisionStarted","revision":"27c6a1b2c3d4","message":"titles and states","direction":"upgrade","position":1,"total":1,"steps":17}}
{"event":{"kind":"step","revision":"27c6a1b2c3d4","step":1,"steps":17,"sql":"ALTER TABLE \"list_type\" RENAME COLUMN \"name\" TO \"title\"","operation":"rename column list_type.name to title"}}
{"event":{"kind":"step","revision":"27c6a1b2c3d4","step":2,"steps":17,"sql":"ALTER TABLE \"job\" ADD COLUMN \"state\" VARCHAR(20)","operation":"add column job.state"}}
{"event":{"kind":"step","revision":"27c6a1b2c3d4","step":3,"steps":17,"sql":"UPDATE \"job\" SET \"state\" = 'new' WHERE \"state\" IS NULL","operation":"backfill job.state"}}
{"event":{"kind":"step","revision":"27c6a1b2c3d4","step":4,"steps":17,"sql":"CREATE TABLE \"_graven_guard\" (unknown INTEGER CONSTRAINT \"table \"\"job\"\" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them\" CHECK (unknown = 0))","operation":"alter column job.state (nullable)"}}
{"event":{"kind":"step","revision":"27c6a1b2c3d4","step":5,"steps":17,"sql":"INSERT INTO \"_graven_guard\" SELECT count(*) FROM pragma_table_xinfo('job') WHERE name COLLATE NOCASE NOT IN ('id', 'list_type_id', 'created_at', 'state')\nUNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'job' COLLATE NOCASE","operation":"alter column job.state (nullable)"}}
{"event":{"kind":"step","revision":"27c6a1b2c3d4","step":6,"steps":17,"sql":"DROP TABLE \"_graven_guard\"","operation":"alter column job.state (nullable)"}}
{"event":{"kind":"step","revision":"27c6a1b2c3d4","step":7,"steps":17,"operation":"alter column job.state (nullable)"}}
{"event":{"kind":"step","revision":"27c6a1b2c3d4","step":8,"steps":17,"sql":"DROP TABLE IF EXISTS \"_graven_new_job\"","operation":"alter column job.state (nullable)"}}
{"event":{"kind":"step","revision":"27c6a1b2c3d4","step":9,"steps":17,"sql":"CREATE TABLE \"_graven_new_job\" (\n  \"id\" INTEGER NOT NULL CONSTRAINT \"job_pkey\" PRIMARY KEY AUTOINCREMENT,\n  \"list_type_id\" INTEGER NOT NULL,\n  \"created_at\" TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,\n  \"state\" VARCHAR(20) NOT NULL,\n  CONSTRAINT \"job_list_type_id_fkey\" FOREIGN KEY (\"list_type_id\") REFERENCES \"list_type\" (\"id\") ON DELETE CASCADE\n)","operation":"alter column job.state (nullable)"}}
{"event":{"kind":"step","revision":"27c6a1b2c3d4","step":10,"steps":17,"sql":"INSERT INTO \"_graven_new_job\" (\"id\", \"list_type_id\", \"created_at\", \"state\")\nSELECT \"id\", \"list_type_id\", \"created_at\", \"state\" FROM \"job\" NOT INDEXED","operation":"alter column job.state (nullable)"}}
{"event":{"kind":"step","revision":"27c6a1b2c3d4","step":11,"steps":17,"sql":"UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT former.seq FROM sqlite_sequence AS former WHERE former.name = 'job'), 0)) WHERE name = '_graven_new_job'","operation":"alter column job.state (nullable)"}}
{"event":{"kind":"step","revision":"27c6a1b2c3d4","step":12,"steps":17,"sql":"DROP TABLE \"job\"","operation":"alter column job.state (nullable)"}}
{"event":{"kind":"step","revision":"27c6a1b2c3d4","step":13,"steps":17,"sql":"PRAGMA legacy_alter_table = ON","operation":"alter column job.state (nullable)"}}
{"event":{"kind":"step","revision":"27c6a1b2c3d4","step":14,"steps":17,"sql":"ALTER TABLE \"_graven_new_job\" RENAME TO \"job\"","operation":"alter column job.state (nullable)"}}
{"event":{"kind":"step","revision":"27c6a1b2c3d4","step":15,"steps":17,"sql":"PRAGMA legacy_alter_table = OFF","operation":"alter column job.state (nullable)"}}
{"event":{"kind":"step","revision":"27c6a1b2c3d4","step":16,"steps":17,"sql":"CREATE INDEX \"ix_job_created_at\" ON \"job\" (\"created_at\")","operation":"alter column job.state (nullable)"}}
{"event":{"kind":"step","revision":"27c6a1b2c3d4","step":17,"steps":17,"operation":"alter column job.state (nullable)"}}
{"event":{"kind":"revisionDone","revision":"27c6a1b2c3d4","message":"titles and states","direction":"upgrade","milliseconds":<time>}}
{"ok":true,"revisions":["27c6a1b2c3d4"],"heads":["27c6a1b2c3d4"]}
