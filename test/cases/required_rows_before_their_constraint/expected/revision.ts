/**
 * required rows before their constraint
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import {
  check,
  foreignKey,
  integer,
  sql,
  table,
  unique,
  varchar,
  type Operations,
} from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const currency = table("currency", { code: varchar(3), digits: integer() });
const tier = table("tier", {
  name: varchar(20),
  rank: integer(),
  code: varchar(3),
  parent: varchar(20),
});

export function upgrade(op: Operations) {
  op.addColumn("tier", "code", varchar(3));
  op.bulkInsert(currency, [{ code: "chf", digits: 2 }], { key: "code", required: true });
  op.bulkInsert(tier, [{ name: "base", rank: 9, code: "chf" }], { key: "name", required: true });
  op.updateRows(
    tier,
    { key: "name", required: true },
    [
      { name: "free", parent: "base" },
      { name: "team", rank: 2 },
    ],
    {
      was: [
        { name: "free", parent: "none" },
        { name: "team", rank: 1 },
      ],
    },
  );
  op.deleteRows(tier, { key: "name", required: true }, [{ name: "club" }], {
    was: [{ name: "club", rank: -1 }],
  });
  op.createUnique("tier", unique("tier_rank_key").on("rank"));
  op.createCheck("tier", check("tier_rank_positive", sql`rank > 0`));
  op.createForeignKey(
    "tier",
    foreignKey("tier_code_fkey").on("code").references("currency", ["code"]),
  );
  op.createForeignKey(
    "tier",
    foreignKey("tier_parent_fkey").on("parent").references("tier", ["name"]),
  );
}

export function downgrade(op: Operations) {
  op.dropConstraint("tier", "tier_parent_fkey");
  op.dropConstraint("tier", "tier_code_fkey");
  op.dropConstraint("tier", "tier_rank_positive");
  op.dropConstraint("tier", "tier_rank_key");
  op.bulkInsert(tier, [{ name: "club", rank: -1 }], { key: "name", required: true });
  op.updateRows(
    tier,
    { key: "name", required: true },
    [
      { name: "free", parent: "none" },
      { name: "team", rank: 1 },
    ],
    {
      was: [
        { name: "free", parent: "base" },
        { name: "team", rank: 2 },
      ],
    },
  );
  op.deleteRows(tier, { key: "name", required: true }, [{ name: "base" }], {
    was: [{ name: "base", rank: 9, code: "chf" }],
  });
  op.deleteRows(currency, { key: "code", required: true }, [{ code: "chf" }], {
    was: [{ code: "chf", digits: 2 }],
  });
  op.dropColumn("tier", "code");
}
