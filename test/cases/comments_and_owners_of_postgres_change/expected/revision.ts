/**
 * comments and owners of postgres change
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import {
  check,
  compositeType,
  domain,
  fn,
  integer,
  sequence,
  sql,
  text,
  textSearch,
  view,
  type Operations,
} from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropObject("textSearchTemplate plain");
  op.dropObject("textSearchParser reader");
  op.replaceObject(compositeType("address", { street: text() }, { comment: "Which door" }));
  op.replaceObject(
    domain("positive", integer(), { checks: [check(sql`VALUE > 0`)], comment: "More than zero" }),
  );
  op.replaceObject(
    fn("half", {
      parameters: [{ type: "integer" }],
      returns: "integer",
      body: sql`SELECT $1 / 2`,
      comment: "The smaller one",
    }),
  );
  op.replaceObject(sequence("counter", { ownedBy: { table: "job", column: "number" } }));
  op.createObject(
    textSearch("parser", "reader", {
      options: {
        start: "prsd_start",
        gettoken: "prsd_nexttoken",
        end: "prsd_end",
        lextypes: "prsd_lextype",
        headline: "prsd_headline",
      },
      comment: "Reads words",
    }),
  );
  op.createObject(
    textSearch("template", "plain", {
      options: { lexize: "dsynonym_lexize", init: "dsynonym_init" },
      comment: "As it stands",
    }),
  );
  op.replaceObject(view("jobs", sql`SELECT id FROM job`, { comment: "Every one" }));
}

export function downgrade(op: Operations) {
  op.replaceObject(view("jobs", sql`SELECT id FROM job`, { comment: "All" }));
  op.dropObject("textSearchTemplate plain");
  op.dropObject("textSearchParser reader");
  op.replaceObject(sequence("counter", { ownedBy: { table: "job", column: "id" } }));
  op.replaceObject(
    fn("half", {
      parameters: [{ type: "integer" }],
      returns: "integer",
      body: sql`SELECT $1 / 2`,
      comment: "One of two",
    }),
  );
  op.replaceObject(
    domain("positive", integer(), { checks: [check(sql`VALUE > 0`)], comment: "Above zero" }),
  );
  op.replaceObject(compositeType("address", { street: text() }, { comment: "Where" }));
  op.createObject(
    textSearch("parser", "reader", {
      options: {
        start: "prsd_start",
        gettoken: "prsd_nexttoken",
        end: "prsd_end",
        lextypes: "prsd_lextype",
      },
      comment: "Reads",
    }),
  );
  op.createObject(
    textSearch("template", "plain", {
      options: { lexize: "dsimple_lexize", init: "dsimple_init" },
      comment: "As it is",
    }),
  );
}
