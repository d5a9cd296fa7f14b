# From nothing to rows.

$ gen init --dialect sqlte
CLI-001  Invalid values:
           Argument: dialect, Given: "sqlte", Choices: "sqlite", "pglite", "postgres", "mysql", "mariadb"
         `gen --help` lists the commands, `gen <command> --help` its flags.
[exit 2]

$ gen init
wrote graven.config.ts
wrote src/models.ts

Next:
  npx gen revision --autogenerate -m "first"
  npx gen upgrade

$ cat graven.config.ts src/models.ts
import { defineConfig } from "graven";

export default defineConfig({
  models: ["./src/models.ts"],
  migrations: "./migrations",
  url: process.env.DATABASE_URL ?? "sqlite:dev.db",
});
import { index, integer, table, timestamp, varchar } from "graven/models";

export const author = table("author", {
  id: integer().primaryKey().autoIncrement(),
  name: varchar(80).notNull().unique(),
});

export const post = table(
  "post",
  {
    id: integer().primaryKey().autoIncrement(),
    authorId: integer("author_id")
      .notNull()
      .references(() => author.id, { onDelete: "cascade" }),
    title: varchar(200).notNull(),
    createdAt: timestamp("created_at").notNull().defaultNow(),
  },
  (t) => [index().on(t.createdAt)],
);

$ gen init
CFG-006  This project has a graven.config.ts already; nothing was written.
         graven.config.ts
         Edit it, or remove it first.
[exit 2]

$ gen seed --fake 3
FIX-051  The database stands at base: it has no tables to fill.
         Run `gen upgrade` first.
[exit 2]

$ gen revision --autogenerate -m first --rev-id a1 && gen upgrade
  · create table author
  · create table post
migrations/a1_first.ts
up   a1  first  <time>
The database stands at a1.

$ gen seed --fake 3
       3  author
       3  post

$ sqlite dev.db "SELECT count(*) AS posts, count(DISTINCT author_id) > 0 AS linked FROM post WHERE author_id IN (SELECT id FROM author)"
{"posts":3,"linked":1}

$ gen seed --fake 3
FIX-053  The tables "author" and "post" hold rows already, beside the required ones.
         Say --append to add to them, or name them to have their rows deleted first: --truncate --table author,post
[exit 2]

$ gen seed --fake 2 --append && gen seed --verify
       2  author
       2  post
1 foreign key leads to rows that are there.

$ gen seed --fake 3 --truncate
CLI-005  --truncate deletes the rows of the tables that are named, and none is.
         Name them, as in: gen seed --fake 100 --truncate --table posts,comments
[exit 2]

$ gen seed --fake 3 --truncate --table author
FIX-054  Rows of "post" refer to rows of "author" that --truncate would delete.
         Name "post" as well, or delete its rows by hand.
[exit 2]

$ gen seed --fake 5 --truncate --table post,author && sqlite dev.db "SELECT count(*) AS posts FROM post"
       5  author
       5  post
{"posts":5}

$ gen seed --fake 1 --dry-run --append
       1  author
          {"id":6,"name":"Nyah Conroy 6"}
       1  post
          {"id":6,"author_id":3,"title":"Reduced local strategy","created_at":"<moment>"}

$ gen seed --init && cat fixtures.config.ts && rm fixtures.config.ts
wrote fixtures.config.ts
fixtures.config.ts
import { defineFixtures } from "graven/fixture";
import type * as models from "./src/models.ts";

// Each line tells the rule that is used. Put a generator in its place where you know better:
//   name: (fake) => fake.person.fullName(),          a function of faker, seeded for the cell
//   status: { weighted: { active: 9, blocked: 1 } },  or a distribution
//   nickname: { nulls: 0.5 },                         or only the share of NULL
//   search: false,                                    or leave the column to the database
export default defineFixtures<typeof models>({
  author: {
    // count: 100,
    columns: {
      // id: counted up
      // name: “name”, unique
    },
    // perParent: { post: [0, 5] },
  },
  post: {
    // count: 100,
    columns: {
      // id: counted up
      // authorId: a row of author
      // title: “title”
      // createdAt: “created”
    },
  },
});

$ gen seed --fake 3 --out fixtures/dev.ts
wrote fixtures/dev.ts
fixtures/dev.ts

$ gen seed --fake 3 --out fixtures/dev.ts
FIL-002  The file fixtures/dev.ts is there already; it was not touched.
         Remove it first, or choose another name, message or id.
[exit 2]

$ gen seed --fake 0
CLI-005  --fake 0 is no number of rows.
         Give a whole number from 1 on, as in: gen seed --fake 100
[exit 2]

$ gen seed --fake 3 --table nope
FIX-052  There is no table "nope" at the database's revision.
[exit 2]

$ gen seed --fake 3 --url postgres://db.example.com/app
FIX-050  The database is not on this machine, and made-up rows belong into development databases only.
         When this one is for development, name it in graven.config.ts: seed: { allow: ["db.example.com/app"] }. For this run alone: --force.
[exit 2]

$ gen seed --fake 2 --load fixtures/dev.ts
CLI-005  --fake and --load do not go together.
         Give one of them.
[exit 2]

$ gen seed --load fixtures/dev.ts --truncate --table author,post
       3  author
       3  post

$ gen seed --fake 2 --counts post=2-3/author --out rows.sql && cat rows.sql
wrote rows.sql
rows.sql
-- Development data: 6 rows in 2 tables.
--
-- Revision   a1
-- Schema     ed444038be9e
-- Seed       1
-- Reference  <moment>
-- Algorithm  5
-- Faker      10.6.0 (en)

BEGIN;

-- author
INSERT INTO "author" ("id", "name") VALUES
  (1, 'Dayana Bartoletti 1'),
  (2, 'Britney Stamm 2');

-- post
INSERT INTO "post" ("id", "author_id", "title", "created_at") VALUES
  (1, 1, 'Proactive zero trust architecture', '2024-11-26 20:13:03'),
  (2, 1, 'AI-driven client-driven strategy', '2025-06-30 10:23:15'),
  (3, 2, 'Adaptive zero defect contingency', '2024-05-09 08:39:12'),
  (4, 2, 'Stand-alone client-driven analyzer', '2025-02-07 12:36:39');

COMMIT;

$ gen seed --fake 2 --append --json
{"ok":true,"rows":{"author":2,"post":2}}
