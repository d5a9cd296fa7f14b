/**
 * objects of postgres are altered
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import {
  check,
  domain,
  index,
  integer,
  materializedView,
  operator,
  policy,
  sql,
  view,
  type Operations,
} from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropObject("view user_of_used");
  op.dropObject("view used");
  op.replaceObject(
    domain("level", integer().default(1), {
      checks: [
        check("level_least", sql`((VALUE) > 0)`),
        check("level_high", sql`VALUE < 10`),
        check("level_odd", sql`VALUE <> 7`),
      ],
      checkComments: { level_least: "From one", level_odd: "Odd" },
    }),
  );
  op.replaceObject(
    materializedView("total", sql`SELECT id AS n, name FROM item`, {
      indexes: [
        index("total_n").on("n"),
        index("total_name").on("name").facts({ comment: "By name" }),
      ],
      columnComments: { n: "The number" },
    }),
  );
  op.replaceObject(
    operator("===", {
      left: "text",
      right: "text",
      function: "texteq",
      options: { restrict: "eqsel", join: "eqjoinsel" },
    }),
  );
  op.replaceObject(
    policy("own", { table: "item", using: sql`(size) > 1`, check: sql`size < 100` }),
  );
  op.replaceObject(view("changed", sql`SELECT id AS n, name, size FROM item WHERE size > 1`));
  op.replaceObject(
    view("checked", sql`SELECT id, size FROM item WHERE size > 0`, { checkOption: "cascaded" }),
  );
  op.replaceObject(
    view("counted", sql`SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 3`, {
      columns: ["n"],
      recursive: true,
      options: { security_barrier: "true" },
    }),
  );
  op.replaceObject(
    view("guarded", sql`SELECT id FROM item`, {
      options: { security_barrier: "true" },
      comment: "Guarded",
    }),
  );
  op.replaceObject(view("listed", sql`SELECT id, name FROM item`, { columns: ["a", "c"] }));
  op.replaceObject(
    view("named", sql`SELECT id AS "the number", name FROM item`, {
      columnComments: { "the number": "Its number" },
    }),
  );
  op.createObject(view("used", sql`SELECT id AS n FROM item`));
  op.createObject(view("user_of_used", sql`SELECT * FROM used`));
}

export function downgrade(op: Operations) {
  op.dropObject("view user_of_used");
  op.dropObject("view used");
  op.replaceObject(
    view("named", sql`SELECT id AS number, name FROM item`, {
      columnComments: { number: "Its number" },
    }),
  );
  op.replaceObject(view("listed", sql`SELECT id, name FROM item`, { columns: ["a", "b"] }));
  op.replaceObject(view("guarded", sql`SELECT id FROM item`));
  op.replaceObject(
    view("counted", sql`SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 3`, {
      columns: ["n"],
      recursive: true,
    }),
  );
  op.replaceObject(
    view("checked", sql`SELECT id, size FROM item WHERE size > 0`, {
      checkOption: "local",
      options: { security_barrier: "true" },
    }),
  );
  op.replaceObject(view("changed", sql`SELECT id AS number, name FROM item WHERE size > 0`));
  op.replaceObject(policy("own", { table: "item", using: sql`size > 1` }));
  op.replaceObject(operator("===", { left: "text", right: "text", function: "texteq" }));
  op.replaceObject(
    materializedView("total", sql`SELECT id AS number, name FROM item`, {
      indexes: [index("total_number").on("number"), index("total_name").on("name")],
      columnComments: { number: "Its number" },
    }),
  );
  op.replaceObject(
    domain("level", integer().default(1), {
      checks: [
        check("level_low", sql`VALUE > 0`),
        check("level_high", sql`VALUE < 10`, { notValid: true }),
        check("level_odd", sql`VALUE <> 5`),
      ],
      checkComments: { level_low: "From one", level_odd: "Odd" },
    }),
  );
  op.createObject(view("used", sql`SELECT id AS number FROM item`));
  op.createObject(view("user_of_used", sql`SELECT * FROM used`));
}
