/**
 * rarer objects of postgres
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import {
  aggregate,
  cast,
  collation,
  eventTrigger,
  fn,
  operator,
  rule,
  sql,
  statistics,
  textSearch,
  type Operations,
} from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.createSchema("shop");
  op.dropObject("operator =~=(text, text)");
  op.dropObject("collation german");
  op.createEnum("mood", ["sad", "happy"]);
  op.replaceObject(
    aggregate("joined", {
      parameters: [{ type: "text" }],
      options: { sfunc: "textcat", stype: "text", initcond: "'-'" },
      comment: "All of them",
    }),
  );
  op.createObject(
    fn("mood_of", {
      parameters: [{ type: "integer" }],
      returns: "mood",
      body: sql`SELECT 'sad'::mood`,
    }),
  );
  op.createObject(cast("integer", "mood", { function: "mood_of(integer)", context: "assignment" }));
  op.createObject(collation("german", { options: { provider: "icu", locale: "'de-AT'" } }));
  op.createObject(
    fn("guard", {
      parameters: [],
      returns: "event_trigger",
      language: "plpgsql",
      body: sql`BEGIN END`,
    }),
  );
  op.createObject(
    eventTrigger("guarding", {
      event: "ddl_command_end",
      tags: ["CREATE TABLE"],
      execute: "guard()",
    }),
  );
  op.createObject(
    fn("pathless", {
      parameters: [],
      returns: "integer",
      body: sql`SELECT 1`,
      settings: { search_path: "''" },
    }),
  );
  op.createObject(operator("=~~=", { left: "text", right: "text", function: "texteq" }));
  op.createObject(
    operator("=~~~=", {
      schema: "shop",
      left: "text",
      right: "text",
      function: "texteq",
      options: { commutator: "OPERATOR(shop.=~~~=)" },
    }),
  );
  op.replaceObject(
    rule("quiet", {
      table: "job",
      event: "delete",
      where: sql`old.id < 5`,
      instead: true,
      action: sql`NOTHING`,
      enabled: "disabled",
    }),
  );
  op.replaceObject(
    statistics("job_stats", {
      table: "job",
      kinds: ["ndistinct"],
      on: ["city", "zip"],
      target: 50,
    }),
  );
  op.replaceObject(
    textSearch("configuration", "words", {
      options: { parser: "default" },
      mappings: { asciiword: ["english_stem"], word: ["simple"] },
    }),
  );
  op.createObject(
    textSearch("dictionary", "short", {
      options: { template: "pg_catalog.simple", stopwords: "'english'" },
    }),
  );
}

export function downgrade(op: Operations) {
  op.dropObject("textSearchDictionary short");
  op.replaceObject(
    textSearch("configuration", "words", {
      options: { parser: "default" },
      mappings: { asciiword: ["simple"] },
    }),
  );
  op.replaceObject(statistics("job_stats", { table: "job", on: ["city", "zip"] }));
  op.replaceObject(
    rule("quiet", { table: "job", event: "delete", instead: true, action: sql`NOTHING` }),
  );
  op.dropObject("operator shop.=~~~=(text, text)");
  op.dropObject("operator =~~=(text, text)");
  op.dropObject("function pathless()");
  op.dropObject("eventTrigger guarding");
  op.dropObject("function guard()");
  op.dropObject("collation german");
  op.dropObject("cast (integer as mood)");
  op.dropObject("function mood_of(integer)");
  op.replaceObject(
    aggregate("joined", {
      parameters: [{ type: "text" }],
      options: { sfunc: "textcat", stype: "text" },
    }),
  );
  op.dropEnum("mood");
  op.createObject(collation("german", { options: { provider: "icu", locale: "'de'" } }));
  op.createObject(operator("=~=", { left: "text", right: "text", function: "texteq" }));
  op.dropSchema("shop");
}
