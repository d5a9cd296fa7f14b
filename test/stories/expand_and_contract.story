# A rename in two revisions: old and new code work at once in between, and the second waits for a person's word.
-- graven.config.ts --
import { defineConfig } from "graven";
export default defineConfig({ models: "./models.ts", url: "sqlite:dev.db" });
-- models.ts --
import { integer, table, varchar } from "graven/models";
export const post = table("post", { id: integer().primaryKey().autoIncrement(), title: varchar(80).notNull() });
$ gen revision -a -m first --rev-id a1
  · create table post
migrations/a1_first.ts

$ gen upgrade
up   a1  first  <time>
The database stands at a1.

-- models.ts --
import { integer, table, varchar } from "graven/models";
export const post = table("post", { id: integer().primaryKey().autoIncrement(), headline: varchar(80).notNull() });
$ gen revision --expand-contract -m headlines
CLI-002  --expand-contract splits what --autogenerate finds.
         Write it as in: gen revision --autogenerate --expand-contract
[exit 2]

$ gen revision -a --expand-contract -m headlines --rename post.title:headline --rev-id b2
  · add column post.headline
  · alter column post.title (nullable)
  · create check post_title_given on post
  · add column post.title_written_at
  · create trigger post.zz_post_title_in_step_insert_new
  · create trigger post.zz_post_title_in_step_insert_old
  · create trigger post.zz_post_title_in_step_update_new
  · create trigger post.zz_post_title_in_step_update_old
  · backfill post.headline
migrations/b2_headlines_expand.ts
  · confirm: No code depends on what goes here any more: column post.title (now headline).
  · alter column post.headline (nullable)
  · drop trigger post.zz_post_title_in_step_update_old
  · drop trigger post.zz_post_title_in_step_update_new
  · drop trigger post.zz_post_title_in_step_insert_old
  · drop trigger post.zz_post_title_in_step_insert_new
  · drop constraint post_title_given of post
  · drop column post.title
  · drop column post.title_written_at
migrations/b2_contract_headlines_contract.ts
`gen upgrade` waits before the second until no code uses what it takes away: gen upgrade --confirm b2_contract

$ gen upgrade
RUN-063  Revision "b2_contract" waits for your word: No code depends on what goes here any more: column post.title (now headline).
         The run ends before it. Once that is so: gen upgrade --confirm b2_contract.
up   b2  headlines (expand)  <time>
The database stands at b2.

$ gen current
a1 -> b2 (current), headlines (expand)

$ gen upgrade head
RUN-063  Revision "b2_contract" waits for your word: No code depends on what goes here any more: column post.title (now headline). Nobody has written the old form since both stand.
         migrations/b2_contract_headlines_contract.ts:16
         Once that is so: --confirm b2_contract, or confirmed: ["b2_contract"] in the config. Nothing was run.
[exit 2]

$ gen upgrade --confirm c9
RUN-064  --confirm names "c9", which is no revision.
         `gen history` lists them all.
[exit 2]

$ gen review b2_contract
b2_contract  headlines (contract)  migrations/b2_contract_headlines_contract.ts
It waits for a person's word, requires post.headline, drops triggers post.zz_post_title_in_step_update_old, post.zz_post_title_in_step_update_new, post.zz_post_title_in_step_insert_old and post.zz_post_title_in_step_insert_new, drops constraint post_title_given of post and drops columns post.title and post.title_written_at, in 9 operations and 33 statements. There is a way back.

  ~ table post
      ~ column headline: varchar(80) → varchar(80) not null
      - column title
      - column title_written_at
      - check post_title_given
  - object trigger post.zz_post_title_in_step_insert_new
  - object trigger post.zz_post_title_in_step_insert_old
  - object trigger post.zz_post_title_in_step_update_new
  - object trigger post.zz_post_title_in_step_update_old

  confirm: No code depends on what goes here any more: column post.title (now headline).  has a way back
  alter column post.headline (nullable)  has a way back
    CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""post"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0))
    -- RESERVED on the whole database: writers wait; neither reads nor rewrites a table; in the revision's transaction
    INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('post') WHERE name COLLATE NOCASE NOT IN ('id', 'title', 'headline', 'title_written_at')
    UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'post' COLLATE NOCASE
    -- RESERVED on the whole database: writers wait; neither reads nor rewrites a table; in the revision's transaction
    DROP TABLE "_graven_guard"
    -- RESERVED on the whole database: writers wait; neither reads nor rewrites a table; in the revision's transaction
    keeps triggers and indexes that the schema does not know
    -- no lock that anybody waits for; neither reads nor rewrites a table; in the revision's transaction
    DROP TABLE IF EXISTS "_graven_new_post"
    -- RESERVED on the whole database: writers wait; neither reads nor rewrites a table; in the revision's transaction
    CREATE TABLE "_graven_new_post" (
      "id" INTEGER NOT NULL CONSTRAINT "post_pkey" PRIMARY KEY AUTOINCREMENT,
      "title" VARCHAR(80),
      "headline" VARCHAR(80) NOT NULL,
      "title_written_at" BIGINT,
      CONSTRAINT "post_title_given" CHECK ("title" IS NOT NULL OR "headline" IS NOT NULL)
    )
    -- RESERVED on the whole database: writers wait; neither reads nor rewrites a table; in the revision's transaction
    INSERT INTO "_graven_new_post" ("id", "title", "headline", "title_written_at")
    SELECT "id", "title", "headline", "title_written_at" FROM "post" NOT INDEXED
    -- RESERVED on the whole database: writers wait; writes anew all of post; in the revision's transaction
    UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT former.seq FROM sqlite_sequence AS former WHERE former.name = 'post'), 0)) WHERE name = '_graven_new_post'
    -- RESERVED on the whole database: writers wait; neither reads nor rewrites a table; in the revision's transaction
    DROP TABLE "post"
    -- RESERVED on the whole database: writers wait; neither reads nor rewrites a table; in the revision's transaction
    PRAGMA legacy_alter_table = ON
    -- no lock that anybody waits for; neither reads nor rewrites a table; in the revision's transaction
    ALTER TABLE "_graven_new_post" RENAME TO "post"
    -- RESERVED on the whole database: writers wait; neither reads nor rewrites a table; in the revision's transaction
    PRAGMA legacy_alter_table = OFF
    -- no lock that anybody waits for; neither reads nor rewrites a table; in the revision's transaction
    brings back what was kept
    -- no lock that anybody waits for; neither reads nor rewrites a table; in the revision's transaction
  drop trigger post.zz_post_title_in_step_update_old  has a way back
    DROP TRIGGER "zz_post_title_in_step_update_old"
    -- RESERVED on the whole database: writers wait; neither reads nor rewrites a table; in the revision's transaction
  drop trigger post.zz_post_title_in_step_update_new  has a way back
    DROP TRIGGER "zz_post_title_in_step_update_new"
    -- RESERVED on the whole database: writers wait; neither reads nor rewrites a table; in the revision's transaction
  drop trigger post.zz_post_title_in_step_insert_old  has a way back
    DROP TRIGGER "zz_post_title_in_step_insert_old"
    -- RESERVED on the whole database: writers wait; neither reads nor rewrites a table; in the revision's transaction
  drop trigger post.zz_post_title_in_step_insert_new  has a way back
    DROP TRIGGER "zz_post_title_in_step_insert_new"
    -- RESERVED on the whole database: writers wait; neither reads nor rewrites a table; in the revision's transaction
  drop constraint post_title_given of post  has a way back
  drop column post.title  way back: The column comes back without its values.
  drop column post.title_written_at  way back: The column comes back without its values.
    CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""post"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0))
    -- RESERVED on the whole database: writers wait; neither reads nor rewrites a table; in the revision's transaction
    INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('post') WHERE name COLLATE NOCASE NOT IN ('id', 'title', 'headline', 'title_written_at')
    UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'post' COLLATE NOCASE
    -- RESERVED on the whole database: writers wait; neither reads nor rewrites a table; in the revision's transaction
    DROP TABLE "_graven_guard"
    -- RESERVED on the whole database: writers wait; neither reads nor rewrites a table; in the revision's transaction
    keeps triggers and indexes that the schema does not know
    -- no lock that anybody waits for; neither reads nor rewrites a table; in the revision's transaction
    DROP TABLE IF EXISTS "_graven_new_post"
    -- RESERVED on the whole database: writers wait; neither reads nor rewrites a table; in the revision's transaction
    CREATE TABLE "_graven_new_post" (
      "id" INTEGER NOT NULL CONSTRAINT "post_pkey" PRIMARY KEY AUTOINCREMENT,
      "headline" VARCHAR(80) NOT NULL
    )
    -- RESERVED on the whole database: writers wait; neither reads nor rewrites a table; in the revision's transaction
    INSERT INTO "_graven_new_post" ("id", "headline")
    SELECT "id", "headline" FROM "post" NOT INDEXED
    -- RESERVED on the whole database: writers wait; writes anew all of post; in the revision's transaction
    UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT former.seq FROM sqlite_sequence AS former WHERE former.name = 'post'), 0)) WHERE name = '_graven_new_post'
    -- RESERVED on the whole database: writers wait; neither reads nor rewrites a table; in the revision's transaction
    DROP TABLE "post"
    -- RESERVED on the whole database: writers wait; neither reads nor rewrites a table; in the revision's transaction
    PRAGMA legacy_alter_table = ON
    -- no lock that anybody waits for; neither reads nor rewrites a table; in the revision's transaction
    ALTER TABLE "_graven_new_post" RENAME TO "post"
    -- RESERVED on the whole database: writers wait; neither reads nor rewrites a table; in the revision's transaction
    PRAGMA legacy_alter_table = OFF
    -- no lock that anybody waits for; neither reads nor rewrites a table; in the revision's transaction
    brings back what was kept
    -- no lock that anybody waits for; neither reads nor rewrites a table; in the revision's transaction
    CREATE TABLE "_graven_test" (id INTEGER)
    -- RESERVED on the whole database: writers wait; neither reads nor rewrites a table; in the revision's transaction
    ALTER TABLE "_graven_test" RENAME TO "_graven_tested"
    -- RESERVED on the whole database: writers wait; neither reads nor rewrites a table; in the revision's transaction
    DROP TABLE "_graven_tested"
    -- RESERVED on the whole database: writers wait; neither reads nor rewrites a table; in the revision's transaction

allowed set-not-null-data  Column "post.headline" becomes required: one row that holds NULL makes it fail.  (it is in step with title, which holds a value in each row)
allowed drop-column  The values of column "post.title" are lost.  (headline holds its values)
allowed drop-column  The values of column "post.title_written_at" are lost.  (it told when title was written last)
allowed drop-check  Check "post_title_given" of "post" goes: rows that it refused come in from here on.  (it stood for NOT NULL while there were two columns)

$ gen upgrade --confirm b2_contract
up   b2_contract  headlines (contract)  <time>
The database stands at b2_contract.

$ gen check
The models, the revisions and their snapshots agree.

$ gen downgrade base
down b2_contract  headlines (contract)  <time>
down b2  headlines (expand)  <time>
down a1  first  <time>
The database stands at base.

$ gen upgrade
up   a1  first  <time>
up   b2  headlines (expand)  <time>
up   b2_contract  headlines (contract)  <time>
The database stands at b2_contract.

-- models.ts --
import { integer, table, varchar } from "graven/models";
export const post = table("post", { number: integer().primaryKey().autoIncrement(), headline: varchar(80).notNull() });
$ gen revision -a --expand-contract -m numbers --rename post.id:number
DIF-006  Column "post.id" cannot stand beside its successor: the database counts it up.
         Leave --expand-contract out, or make the change by hand in several revisions.
[exit 2]
