import type { MadeRevision } from "../support/project.ts";

const imports = "check, foreignKey, index, integer, sql, table, text, unique, varchar, ";
const users = 'const users = table("users", { id: integer().primaryKey(), name: varchar(80).notNull(), email: varchar(80) });\n';
const posts = 'const posts = table("posts", { id: integer().primaryKey(), userId: integer("user_id").notNull(), title: varchar(80).notNull() });\n';

/** Ten revisions that do something of every kind: tables, columns, keys, indexes, renames, rows. */
export const tenRevisions: readonly MadeRevision[] = [
  { id: "r1", stubs: users, upgrade: 'op.createTable(users); op.bulkInsert(users, [{ id: 1, name: "ada", email: "a@b" }, { id: 2, name: "bob", email: null }]);', downgrade: 'op.dropTable("users");' },
  { id: "r2", stubs: posts, upgrade: 'op.createTable(posts); op.createForeignKey("posts", foreignKey("posts_user_id_fkey").on("user_id").references("users", ["id"]));', downgrade: 'op.dropTable("posts");' },
  { id: "r3", stubs: posts, upgrade: 'op.bulkInsert(posts, [{ id: 1, userId: 1, title: "one" }, { id: 2, userId: 2, title: "two" }]);', downgrade: 'op.deleteRows(posts, { key: "id" }, [{ id: 1 }, { id: 2 }]);' },
  { id: "r4", upgrade: 'op.addColumn("users", "age", integer()); op.backfill("users", { set: { age: sql`id * 10` } }); op.alterColumn("users", "age", { nullable: false });', downgrade: 'op.dropColumn("users", "age");' },
  { id: "r5", upgrade: 'op.createIndex("posts", index("ix_posts_title").on("title"));', downgrade: 'op.dropIndex("posts", "ix_posts_title");' },
  { id: "r6", upgrade: 'op.renameColumn("posts", "title", "headline");', downgrade: 'op.renameColumn("posts", "headline", "title");' },
  { id: "r7", upgrade: 'op.createUnique("users", unique("users_name_key").on("name"));', downgrade: 'op.dropConstraint("users", "users_name_key");' },
  { id: "r8", upgrade: "op.execute(\"UPDATE users SET email = 'none' WHERE email IS NULL\"); op.alterColumn(\"users\", \"email\", { nullable: false });", downgrade: "op.alterColumn(\"users\", \"email\", { nullable: true }); op.execute(\"UPDATE users SET email = NULL WHERE email = 'none'\");" },
  { id: "r9", upgrade: 'op.renameTable("posts", "articles");', downgrade: 'op.renameTable("articles", "posts");' },
  { id: "s1", upgrade: 'op.createCheck("users", check("users_age_positive", sql`age > 0`)); op.dropIndex("articles", "ix_posts_title");', downgrade: 'op.createIndex("articles", index("ix_posts_title").on("headline")); op.dropConstraint("users", "users_age_positive");' },
].map((revision) => ({ ...revision, imports }));
