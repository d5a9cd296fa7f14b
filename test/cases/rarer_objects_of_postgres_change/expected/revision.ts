/**
 * rarer objects of postgres change
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import {
  aggregate,
  cast,
  collation,
  compositeType,
  eventTrigger,
  materializedView,
  operator,
  rangeType,
  rule,
  sql,
  statistics,
  text,
  textSearch,
  unique,
  type Operations,
} from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropObject("textSearchTemplate plain");
  op.dropObject("textSearchParser reader");
  op.dropObject("textSearchConfiguration words");
  op.dropObject("statistics job_stats");
  op.dropObject("rule job.quiet");
  op.dropObject("operator =~=(text, text)");
  op.dropObject("materializedView total");
  op.dropObject("compositeType address");
  op.dropObject("collation german");
  op.dropObject("cast (integer as mood)");
  op.dropObject("aggregate joined(text)");
  op.replaceObject(rangeType("span", { subtype: "time", multirange: "spans" }));
  op.dropConstraint("job", "job_city");
  op.alterColumn("job", "city", { collation: "POSIX" });
  op.alterColumn("job", "zip", { facts: { storage: "main" } });
  op.alterColumn("job", "pay", { facts: { statistics: 20 } });
  op.createUnique("job", unique("job_city").on("city").deferrable("initially deferred"));
  op.alterTable("job", { clusteredOn: "job_city", options: null, replicaIdentity: "nothing" });
  op.setTableComment("job", null);
  op.createObject(
    cast("integer", "mood", {
      function: "mood_of(integer)",
      context: "assignment",
      comment: "By its number",
    }),
  );
  op.replaceObject(
    eventTrigger("guarding", {
      event: "ddl_command_end",
      tags: ["CREATE COLLATION", "CREATE DOMAIN"],
      execute: "guard()",
      enabled: "disabled",
      comment: "Watches",
    }),
  );
  op.createObject(
    operator("=~=", {
      left: "text",
      right: "text",
      function: "texteq",
      options: { hashes: "true" },
      comment: "The same",
    }),
  );
  op.replaceObject(
    textSearch("dictionary", "short", {
      options: { template: "pg_catalog.simple", accept: "'false'" },
      comment: "Few",
    }),
  );
}

export function downgrade(op: Operations) {
  op.replaceObject(
    textSearch("dictionary", "short", {
      options: { template: "pg_catalog.simple", stopwords: "'english'" },
    }),
  );
  op.dropObject("operator =~=(text, text)");
  op.replaceObject(
    eventTrigger("guarding", {
      event: "ddl_command_end",
      tags: ["CREATE COLLATION"],
      execute: "guard()",
    }),
  );
  op.dropObject("cast (integer as mood)");
  op.setTableComment("job", "goes");
  op.alterTable("job", {
    clusteredOn: "job_pkey",
    options: { fillfactor: "70" },
    replicaIdentity: "full",
  });
  op.dropConstraint("job", "job_city");
  op.alterColumn("job", "pay", { facts: { statistics: 10 } });
  op.alterColumn("job", "zip", { facts: { storage: "external" } });
  op.alterColumn("job", "city", { collation: "C" });
  op.createUnique("job", unique("job_city").on("city").deferrable());
  op.replaceObject(rangeType("span", { subtype: "time" }));
  op.createObject(
    aggregate("joined", {
      parameters: [{ type: "text" }],
      options: { sfunc: "textcat", stype: "text" },
    }),
  );
  op.createObject(cast("integer", "mood", { function: "mood_of(integer)" }));
  op.createObject(
    collation("german", {
      options: { provider: "icu", locale: "'de'" },
      comment: "Sorted as there",
    }),
  );
  op.createObject(compositeType("address", { street: text() }, { comment: "Where" }));
  op.createObject(
    materializedView("total", sql`SELECT count(*) AS n FROM job`, { comment: "How many" }),
  );
  op.createObject(operator("=~=", { left: "text", right: "text", function: "texteq" }));
  op.createObject(
    rule("quiet", {
      table: "job",
      event: "delete",
      where: sql`old.id = 7`,
      instead: true,
      action: sql`NOTHING`,
    }),
  );
  op.createObject(
    statistics("job_stats", { table: "job", on: ["city", "zip"], comment: "Together" }),
  );
  op.createObject(
    textSearch("configuration", "words", {
      options: { parser: "default" },
      mappings: { asciiword: ["simple"] },
    }),
  );
  op.createObject(
    textSearch("parser", "reader", {
      options: {
        start: "prsd_start",
        gettoken: "prsd_nexttoken",
        end: "prsd_end",
        lextypes: "prsd_lextype",
      },
    }),
  );
  op.createObject(
    textSearch("template", "plain", {
      options: { lexize: "dsimple_lexize", init: "dsimple_init" },
    }),
  );
}
