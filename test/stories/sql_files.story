# A schema as an SQL file: what changes in it becomes a revision, and what is wrong in it is told with its line.

-- graven.config.ts --
import { defineConfig } from "graven";
export default defineConfig({ models: ["./schema.sql", "./src/*.ts"], migrations: "./migrations", url: "sqlite:dev.db" });

-- schema.sql --
PRAGMA foreign_keys = ON;
CREATE TABLE author (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name VARCHAR(80) NOT NULL UNIQUE
);
INSERT INTO author (name) VALUES ('Ann'), ('Bob');

-- src/models.ts --
import { integer, table, text } from "graven/models";

export const book = table("book", {
  id: integer().primaryKey().autoIncrement(),
  authorId: integer("author_id").notNull().references("author.id", { onDelete: "cascade" }),
  title: text().notNull(),
});

$ gen revision --autogenerate -m "books" --rev-id 384cfaaaa0be

$ gen upgrade

$ gen check

-- schema.sql --
CREATE TABLE author (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- @renamed from=name
  full_name VARCHAR(120) NOT NULL UNIQUE,
  born DATE
);
CREATE INDEX author_born ON author (born DESC) WHERE born IS NOT NULL;

$ gen revision --autogenerate -m "births" --rev-id 27c6a1b2c3d4

$ gen upgrade --sql 384c:head

-- schema.sql --
CREATE TABLE author (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  full_name VARCHAR(120) NOTNULL UNIQUE
);
CREATE VIRTUAL TABLE pages USING fts5(body);

$ gen check

-- schema.sql --
-- nothing yet

-- graven.config.ts --
import { defineConfig } from "graven";
export default defineConfig({ models: "./schema.sql", migrations: "./migrations", url: "sqlite:dev.db" });

$ gen revision --autogenerate -m "gone"

$ gen revision --autogenerate -m "gone" --allow-empty --rev-id 5b0e91d7f3aa
