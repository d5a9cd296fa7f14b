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
         Point --url at a local database, or say --force when this one is for development.
[exit 2]

$ gen seed --fake 2 --json
{"ok":true,"rows":{"author":2,"post":2}}
