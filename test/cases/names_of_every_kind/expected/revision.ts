/**
 * names of every kind
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import {
  check,
  column,
  enumeration,
  foreignKey,
  index,
  integer,
  sql,
  table,
  unique,
  type Operations,
} from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const sayWhen = enumeration('say "when"', [
  "it's",
  'a "b"',
  "back\\slash",
  "a,b",
  "(c)",
  "two words",
  "ÄÖ",
]);
const aBCD = table('a.b c"d', { user: integer().primaryKey(), "Ref'": integer() }, (t) => [
  foreignKey("fk `four`").on(t["Ref'"]).references("Select", ["I.d"], { onDelete: "set null" }),
  index("INDEX").on(t["Ref'"]),
]);
const where = table("where", {
  id: integer().primaryKey(),
  "x.y": integer().references('a\\.b c"d.user'),
});

export function upgrade(op: Operations) {
  op.createEnum(sayWhen);
  op.createTable(aBCD);
  op.createTable(where);
  op.addColumn("Select", "group", sayWhen().notNull().default("it's"));
  op.addColumn("Select", "ti`ck", integer());
  op.alterColumn("Select", "order by", { nullable: false, default: "'" });
  op.createUnique("Select", unique("uq 'one'").on("order by", "ti`ck"));
  op.createIndex("Select", index("ix.three").on("group", column("ti`ck").desc()));
  op.createCheck("Select", check('ck "two"', sql`"order by" <> 'it''s' AND "I.d" > 0`));
}

export function downgrade(op: Operations) {
  op.dropConstraint("Select", 'ck "two"');
  op.dropIndex("Select", "ix.three");
  op.dropConstraint("Select", "uq 'one'");
  op.alterColumn("Select", "order by", { nullable: true, default: null });
  op.dropColumn("Select", "ti`ck");
  op.dropColumn("Select", "group");
  op.dropTable("where");
  op.dropTable('a\\.b c"d');
  op.dropEnum('say "when"');
}
