/**
 * grants of postgres
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import {
  fn,
  grant,
  integer,
  materializedView,
  procedure,
  sql,
  text,
  view,
  type Operations,
} from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropObject("view titles");
  op.dropObject("procedure sweep()");
  op.dropObject("grant function tally(integer) to pg_monitor");
  op.dropTable("gone");
  op.dropColumn("doc", "note");
  op.alterEnum("mood", ["bad", "good"]);
  op.replaceObject(
    fn("tally", {
      parameters: [{ type: "int" }],
      returns: "integer",
      language: "sql",
      body: sql`SELECT $1 + 2`,
    }),
  );
  op.replaceObject(grant("pg_monitor", { on: "schema audit", privileges: ["ALL"] }));
  op.replaceObject(grant("pg_monitor", { on: "sequence counter", privileges: ["ALL"] }));
  op.replaceObject(
    grant("pg_monitor", {
      on: "table doc",
      privileges: ["INSERT (body)", "INSERT (title)", "SELECT (id)", "UPDATE (title)"],
    }),
  );
  op.replaceObject(
    grant("pg_read_all_data", {
      on: "table doc",
      privileges: ["SELECT", "DELETE"],
      grantable: ["SELECT"],
    }),
  );
  op.createObject(view("titles", sql`SELECT title, id FROM doc`));
  op.createObject(grant("pg_monitor", { on: "table titles", privileges: ["SELECT"] }));
  op.replaceObject(materializedView("total", sql`SELECT count(*) AS number FROM doc`));
  op.createObject(
    procedure("sweep", { parameters: [], language: "sql", body: sql`DELETE FROM doc` }),
  );
}

export function downgrade(op: Operations) {
  op.dropObject("procedure sweep()");
  op.replaceObject(materializedView("total", sql`SELECT count(*) AS n FROM doc`));
  op.dropObject("view titles");
  op.replaceObject(
    grant("pg_read_all_data", { on: "table doc", privileges: ["ALL"], grantable: ["DELETE"] }),
  );
  op.replaceObject(
    grant("pg_monitor", { on: "table doc", privileges: ["SELECT", "UPDATE (title)"] }),
  );
  op.replaceObject(grant("pg_monitor", { on: "sequence counter", privileges: ["USAGE"] }));
  op.replaceObject(grant("pg_monitor", { on: "schema audit", privileges: ["USAGE"] }));
  op.replaceObject(
    fn("tally", {
      parameters: [{ type: "int" }],
      returns: "integer",
      language: "sql",
      body: sql`SELECT $1 + 1`,
    }),
  );
  op.alterEnum("mood", ["good", "bad"]);
  op.addColumn("doc", "note", text());
  op.replaceObject(
    grant("pg_monitor", {
      on: "table doc",
      privileges: ["SELECT", "UPDATE (note)", "UPDATE (title)"],
    }),
  );
  op.createTable("gone", { id: integer().primaryKey() });
  op.createObject(grant("pg_monitor", { on: "table gone", privileges: ["SELECT"] }));
  op.createObject(grant("pg_monitor", { on: "function tally(integer)", privileges: ["EXECUTE"] }));
  op.createObject(
    procedure("sweep", { parameters: [], language: "sql", body: sql`DELETE FROM gone` }),
  );
  op.createObject(grant("public", { on: "procedure sweep()", privileges: [] }));
  op.createObject(view("titles", sql`SELECT id, title FROM doc`));
  op.createObject(grant("pg_monitor", { on: "table titles", privileges: ["SELECT"] }));
}
