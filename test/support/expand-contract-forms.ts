import type { DialectName } from "../../src/dialects/index.ts";
import { applyOperations } from "../../src/operations/apply.ts";
import type { Operation } from "../../src/operations/index.ts";
import type { Operations } from "../../src/runtime/facade.ts";
import { record } from "../../src/runtime/recorder.ts";
import { bigint, check, foreignKey, index, integer, numeric, sql, text, unique, varchar } from "../../src/runtime/revision.ts";
import { emptySchema } from "../../src/schema/types.ts";

export const operationsIn = (calls: (op: Operations) => void) => record(calls).map(({ operation }) => operation);

/** The tables that every form begins with. */
export const before = applyOperations(
  emptySchema,
  operationsIn((op) => {
    op.createTable("author", { id: integer().primaryKey().autoIncrement(), name: varchar(40).notNull() });
    op.createTable("post", { id: integer().primaryKey().autoIncrement(), author_id: integer().notNull(), title: varchar(80).notNull(), slug: varchar(80), state: varchar(10).notNull().default("open"), note: text(), views: integer(), points: integer().notNull().default(0) }, () => [
      foreignKey("post_author_id_fkey").on("author_id").references("author", ["id"], { onDelete: "cascade" }),
      index("ix_post_title").on("title"),
      unique("post_slug_key").on("slug"),
      check("post_title_check", sql`length(title) > 0`),
    ]);
  }),
);

/** What a client writes and reads: the columns by which it calls what both mean. */
export interface Names {
  readonly table: string;
  readonly columns: Readonly<Record<string, string>>;
}

export interface Form {
  readonly name: string;
  readonly plain: readonly Operation[];
  readonly old: Names;
  readonly fresh: Names;
  readonly skip?: Partial<Record<DialectName, string>>;
}

const same = { author: "author_id", title: "title", slug: "slug", state: "state", note: "note", views: "views", points: "points" };
export const forms: readonly Form[] = [
  {
    name: "renamed columns, with the keys, checks, indexes and defaults on them",
    plain: operationsIn((op) => {
      op.renameColumn("post", "author_id", "writer_id");
      op.renameColumn("post", "title", "headline");
      op.renameColumn("post", "slug", "path");
      op.renameColumn("post", "state", "status");
      op.renameColumn("post", "note", "remark");
      op.addColumn("post", "rank", integer());
    }),
    old: { table: "post", columns: same },
    fresh: { table: "post", columns: { ...same, author: "writer_id", title: "headline", slug: "path", state: "status", note: "remark" } },
  },
  {
    name: "a changed type, and a column that is renamed and changes its type",
    plain: operationsIn((op) => {
      op.renameColumn("post", "points", "score");
      op.alterColumn("post", "views", { type: bigint() });
      op.alterColumn("post", "score", { type: numeric(12, 0) });
    }),
    old: { table: "post", columns: same },
    fresh: { table: "post", columns: { ...same, views: "views_new", points: "score" } },
  },
  {
    name: "a renamed table",
    plain: operationsIn((op) => op.renameTable("post", "article")),
    old: { table: "post", columns: same },
    fresh: { table: "article", columns: same },
    skip: { sqlite: "a view of SQLite does not tell the id of a row that was inserted" },
  },
];
