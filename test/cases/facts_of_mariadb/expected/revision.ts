/**
 * facts of mariadb
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { column, index, integer, sql, sqlType, table, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const heap = table(
  "heap",
  { id: integer().primaryKey({ name: "PRIMARY" }) },
  { facts: { engine: "MyISAM", charset: "latin1" } },
);

export function upgrade(op: Operations) {
  op.createTable(heap);
  op.addColumn("item", "small", sqlType("int(10) unsigned zerofill"));
  op.addColumn("item", "colours", sqlType("set('red','green')"));
  op.alterColumn("item", "hidden", { facts: { invisible: true } });
  op.alterColumn("item", "touched", {
    default: sql`CURRENT_TIMESTAMP`,
    facts: { onUpdate: "CURRENT_TIMESTAMP" },
  });
  op.createIndex(
    "item",
    index("item_name").on(column("name").length(10)).facts({ comment: "Prefix", invisible: true }),
  );
  op.alterTable("item", { options: { ROW_FORMAT: "COMPRESSED" } });
  op.alterTable("part", {
    partitions:
      "RANGE (id) (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN MAXVALUE)",
  });
}

export function downgrade(op: Operations) {
  op.alterTable("part", { partitions: "HASH (id) PARTITIONS 4" });
  op.alterTable("item", { options: null });
  op.dropIndex("item", "item_name");
  op.alterColumn("item", "touched", { default: null, facts: null });
  op.alterColumn("item", "hidden", { facts: null });
  op.dropColumn("item", "colours");
  op.dropColumn("item", "small");
  op.dropTable("heap");
}
