/**
 * primary key gains a column
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { foreignKey, primaryKey, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropConstraint("price", "price_pkey");
  op.createPrimaryKey("price", primaryKey("price_pkey").on("item", "region"));
  op.alterColumn("rebate", "region", { nullable: false });
  op.createPrimaryKey("rebate", primaryKey("rebate_pkey").on("region", "item"));
  op.createForeignKey(
    "rebate",
    foreignKey("rebate_item_region_fkey")
      .on("item", "region")
      .references("price", ["item", "region"]),
  );
}

export function downgrade(op: Operations) {
  op.dropConstraint("rebate", "rebate_item_region_fkey");
  op.dropConstraint("rebate", "rebate_pkey");
  op.alterColumn("rebate", "region", { nullable: true });
  op.dropConstraint("price", "price_pkey");
  op.createPrimaryKey("price", primaryKey("price_pkey").on("item"));
}
