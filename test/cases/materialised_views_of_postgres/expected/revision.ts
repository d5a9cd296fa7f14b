/**
 * materialised views of postgres
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import {
  bigint,
  index,
  integer,
  materializedView,
  sql,
  uniqueIndex,
  view,
  type Operations,
} from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropObject("view best");
  op.dropObject("materializedView total");
  op.alterColumn("sale", "pay", { type: bigint() });
  op.replaceObject(
    materializedView("kept", sql`SELECT id FROM sale`, {
      options: { fillfactor: "80" },
      indexes: [uniqueIndex("kept_id").on("id")],
    }),
  );
  op.createObject(
    materializedView("total", sql`SELECT shop, sum(pay) AS pay FROM sale GROUP BY shop`, {
      indexes: [uniqueIndex("total_shop").on("shop"), index("total_pay").on("pay")],
      comment: "By shop",
    }),
  );
  op.createObject(view("best", sql`SELECT shop FROM total ORDER BY pay DESC LIMIT 1`));
}

export function downgrade(op: Operations) {
  op.dropObject("view best");
  op.dropObject("materializedView total");
  op.replaceObject(
    materializedView("kept", sql`SELECT id FROM sale`, { options: { fillfactor: "70" } }),
  );
  op.alterColumn("sale", "pay", { type: integer() });
  op.createObject(
    materializedView("total", sql`SELECT shop, sum(pay) AS pay FROM sale GROUP BY shop`, {
      indexes: [uniqueIndex("total_shop").on("shop"), index("total_pay").on("pay")],
      comment: "By shop",
    }),
  );
  op.createObject(view("best", sql`SELECT shop FROM total ORDER BY pay DESC LIMIT 1`));
}
