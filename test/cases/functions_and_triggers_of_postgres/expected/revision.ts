/**
 * functions and triggers of postgres
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import {
  check,
  fn,
  integer,
  procedure,
  sql,
  table,
  trigger,
  view,
  type Operations,
} from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const note = table(
  "note",
  {
    id: integer()
      .primaryKey()
      .default(sql`doubled(21)`),
    level: integer(),
  },
  (t) => [check("note_level", sql`doubled(level) > 1`)],
);

export function upgrade(op: Operations) {
  op.dropObject("trigger job.job_gone");
  op.dropObject("function wide(integer)");
  op.replaceObject(
    fn("doubled", {
      parameters: [{ name: "a", type: "int" }],
      returns: "int",
      language: "sql",
      body: sql`SELECT a + a`,
      volatility: "immutable",
      strict: true,
    }),
  );
  op.createTable(note);
  op.createObject(
    fn("wide", {
      parameters: [{ name: "a", type: "int" }],
      returns: "bigint",
      body: sql`SELECT a::bigint`,
    }),
  );
  op.createObject(view("titles", sql`SELECT title, wide(id) AS id FROM job`));
  op.createObject(
    fn("late", { parameters: [], returns: "SETOF titles", body: sql`SELECT * FROM titles` }),
  );
  op.replaceObject(
    fn("touch", {
      parameters: [],
      returns: "trigger",
      language: "plpgsql",
      body: sql`BEGIN
  NEW.touched := clock_timestamp();
  RETURN NEW;
END`,
      comment: "Keeps the time",
    }),
  );
  op.createObject(
    procedure("tidy", {
      parameters: [],
      language: "plpgsql",
      body: sql`BEGIN DELETE FROM note; END`,
    }),
  );
  op.replaceObject(
    trigger("job_touch", {
      table: "job",
      timing: "before",
      events: ["insert", { event: "update", columns: ["title"] }],
      when: sql`NEW.title <> ''`,
      execute: "touch()",
    }),
  );
  op.createObject(
    trigger("note_all", {
      table: "note",
      timing: "after",
      events: ["insert", "update", "delete"],
      forEach: "statement",
      execute: "touch()",
      enabled: "disabled",
    }),
  );
}

export function downgrade(op: Operations) {
  op.dropObject("trigger note.note_all");
  op.replaceObject(
    trigger("job_touch", {
      table: "job",
      timing: "before",
      events: ["update"],
      execute: "touch()",
    }),
  );
  op.dropObject("procedure tidy()");
  op.replaceObject(
    fn("touch", {
      parameters: [],
      returns: "trigger",
      language: "plpgsql",
      body: sql`BEGIN NEW.touched := now(); RETURN NEW; END`,
    }),
  );
  op.dropObject("function late()");
  op.dropObject("view titles");
  op.dropObject("function wide(integer)");
  op.dropTable("note");
  op.replaceObject(
    fn("doubled", {
      parameters: [{ name: "a", type: "int" }],
      returns: "int",
      language: "sql",
      body: sql`SELECT a * 2`,
      volatility: "immutable",
    }),
  );
  op.createObject(
    fn("wide", { parameters: [{ name: "a", type: "int" }], returns: "int", body: sql`SELECT a` }),
  );
  op.createObject(
    trigger("job_gone", { table: "job", timing: "after", events: ["delete"], execute: "touch()" }),
  );
}
