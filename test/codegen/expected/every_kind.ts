/**
 * every kind of operation
 *
 * Revision  384cfaaaa0be
 * Revises   (base)
 * Created   2013-10-11T16:36:34Z
 */
import {
  aggregate,
  bigint,
  binary,
  boolean,
  cast,
  check,
  collation,
  column,
  comment,
  compositeType,
  domain,
  enumeration,
  event,
  eventTrigger,
  exclusion,
  expression,
  extension,
  fn,
  foreignKey,
  grant,
  index,
  integer,
  jsonb,
  materializedView,
  numeric,
  operator,
  policy,
  primaryKey,
  procedure,
  rangeType,
  raw,
  ref,
  rule,
  sequence,
  sql,
  statistics,
  table,
  text,
  textSearch,
  timestamptz,
  trigger,
  unique,
  uniqueIndex,
  varchar,
  view,
  type Operations,
} from "graven/revision";

export const revision = "384cfaaaa0be";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const mood = enumeration("mood", ["sad", "ok"]);
const listType = table("list_type", {
  id: integer().primaryKey().autoIncrement(),
  name: varchar(80).notNull().unique(),
});
const dateTable = table(
  "date",
  {
    year: integer().notNull(),
    day: integer()
      .notNull()
      .references("auth.date.day", { onDelete: "set null", match: "full" })
      .check(sql`day > 0`),
    mood: mood().default("ok"),
  },
  (t) => [
    primaryKey("date_key").on(t.year, t.day),
    unique().on(t.day, t.year).nullsNotDistinct().deferrable("initially deferred"),
    check("leap", sql`day < 366 OR year % 4 = 0`),
    index().on(t.day.desc().nullsLast(), expression(sql`year % 100`, { order: "desc" })),
    uniqueIndex("date_covering")
      .on(sql`lower(mood::text)`)
      .using("btree")
      .include(t.year)
      .where(sql`day > 1`),
  ],
  { schema: "auth", comment: "Days `in` a year" },
);
const setting = table("setting", {
  key: text(),
  "the value": jsonb(),
  at: timestamptz(),
  raw: binary(),
  big: bigint(),
  on: boolean(),
  made: text(),
});
const role = table("role", { name: text(), level: integer() });
const grant2 = table("grant", { role_id: integer(), path: text() });
const member = table("member", { id: integer(), name: text() });

export function upgrade(op: Operations) {
  op.createSchema("auth");
  op.dropSchema("old");
  op.createEnum(mood);
  op.createEnum("auth.role", ["admin", "it's me"]);
  op.dropEnum("colour");
  op.renameEnum("size", "width");
  op.addEnumLabel("mood", "happy");
  op.addEnumLabel("mood", "meh", { before: "ok" });
  op.renameEnumLabel("mood", "ok", "fine");
  op.alterEnum("mood", ["sad"], { replace: { "so-so": "sad" } });
  op.createTable(listType);
  op.createTable(dateTable);
  op.dropTable("auth.old");
  op.renameTable("account", "auth.account");
  op.setTableComment(
    "job",
    `Work
to do`,
  );
  op.setTableComment("job", null);
  op.alterTable("job", { rowSecurity: "forced", clusteredOn: null, options: { fillfactor: "70" } });
  op.createExclusion(
    "booking",
    exclusion("no_overlap", {
      method: "gist",
      deferrable: "initially deferred",
      where: sql`NOT cancelled`,
    }).on(["room", "="], [expression(sql`tsrange(a, b)`, { operatorClass: "range_ops" }), "&&"]),
  );
  op.alterConstraint("job", "job_list", { deferrable: "initially deferred" });
  op.alterConstraint("job", "job_check", { notEnforced: null });
  op.validateConstraint("job", "job_check");
  op.createObject(
    view(
      "active",
      sql`SELECT id
FROM \`users\``,
      {
        schema: "auth",
        columns: ["id"],
        checkOption: "local",
        options: { security_barrier: "true" },
        comment: "Those who came",
      },
    ),
  );
  op.createObject(
    materializedView("total", sql`SELECT 1 AS n`, {
      indexes: [index().on("n"), uniqueIndex("by_n").on(column("n").desc())],
    }),
  );
  op.createObject(
    fn("touch", {
      parameters: [{ name: "a", type: "integer", default: "1" }],
      returns: "trigger",
      language: "plpgsql",
      body: sql`BEGIN
  NEW.a := '\${a}';
  RETURN NEW;
END`,
      volatility: "stable",
      settings: { search_path: "public" },
    }),
  );
  op.createObject(
    procedure("tidy", { parameters: [], language: "sql", body: sql`DELETE FROM log` }),
  );
  op.createObject(
    trigger("touch", {
      table: "job",
      timing: "before",
      events: ["insert", { event: "update", columns: ["size"] }],
      when: sql`NEW.size > 1`,
      constraint: { deferrable: "initially deferred" },
      execute: "touch()",
    }),
  );
  op.createObject(
    sequence("number", {
      start: 1000,
      maxValue: "9223372036854775806",
      cycle: true,
      ownedBy: { table: "job", column: "n" },
    }),
  );
  op.createObject(
    domain(
      "email",
      text()
        .notNull()
        .default(sql`now()::text`),
      { checks: [check(sql`VALUE LIKE '%@%'`), check("short", sql`length(VALUE) < 80`)] },
    ),
  );
  op.createObject(
    compositeType("address", { street: text(), "zip code": varchar(5).collate("C") }),
  );
  op.createObject(rangeType("hours", { subtype: "time", subtypeDiff: "time_diff" }));
  op.createObject(extension("pg_trgm", { schema: "auth" }));
  op.createObject(
    aggregate("joined", {
      parameters: [{ type: "text" }],
      options: { sfunc: "textcat", stype: "text" },
    }),
  );
  op.createObject(
    operator("===", {
      left: "text",
      right: "text",
      function: "texteq",
      options: { commutator: "===" },
    }),
  );
  op.createObject(cast("text", "mood", { function: null, context: "implicit" }));
  op.createObject(
    rule("quiet", { table: "job", event: "delete", instead: true, action: sql`NOTHING` }),
  );
  op.createObject(policy("everyone", { table: "job" }));
  op.createObject(
    policy("own", {
      table: "job",
      command: "select",
      roles: ["reader"],
      using: sql`owner = current_user`,
    }),
  );
  op.createObject(
    eventTrigger("guard", {
      event: "ddl_command_start",
      tags: ["DROP TABLE"],
      execute: "refuse()",
    }),
  );
  op.createObject(statistics("job_stats", { table: "job", kinds: ["mcv"], on: ["a", "(b + 1)"] }));
  op.createObject(collation("german", { options: { provider: "icu", locale: "'de'" } }));
  op.createObject(
    textSearch("configuration", "words", {
      options: { parser: "default" },
      mappings: { asciiword: ["simple"] },
    }),
  );
  op.createObject(
    event("clean", { schedule: sql`EVERY 1 DAY`, body: sql`DELETE FROM log`, preserve: true }),
  );
  op.createObject(comment("constraint job.job_pkey", "By number"));
  op.createObject(
    grant("reader", {
      on: "table job",
      privileges: ["SELECT", "UPDATE (name)"],
      grantable: ["SELECT"],
    }),
  );
  op.createObject(
    raw("FOREIGN TABLE", "remote", sql`CREATE FOREIGN TABLE remote (id integer) SERVER s`),
  );
  op.dropObject("trigger job.touch");
  op.replaceObject(view("active", sql`SELECT 2 AS two`));
  op.renameObject("view active", "engaged");
  op.addColumn("job", "title", text().notNull().default(""));
  op.dropColumn("job", "body");
  op.alterColumn("job", "size", {
    type: numeric(10, 2),
    using: sql`size::numeric`,
    nullable: false,
    default: sql`now()`,
    comment: null,
  });
  op.alterColumn("job", "n", {
    identity: { generation: "always", start: 5 },
    generated: null,
    default: 7,
  });
  op.alterColumn("job", "total", { generated: { sql: "a + b", storage: "virtual" } });
  op.renameColumn("job", "state", "status");
  op.createPrimaryKey("member", primaryKey("member_pkey").on("club_id", "person_id"));
  op.createUnique("job", unique("job_title_key").on("title").deferrable());
  op.createUnique("job", unique("job_path_key").on("path"), { usingIndex: "ux_job_path" });
  op.createForeignKey(
    "job",
    foreignKey("job_list")
      .on("list_type_id")
      .references("list_type", ["id"], { onDelete: "cascade", onUpdate: "restrict" }),
  );
  op.createCheck("job", check("job_path", sql`path <> '\\' AND note <> '\`\${x}\`'`));
  op.dropConstraint("job", "job_old");
  op.renameConstraint("job", "a", "b");
  op.createIndex(
    "job",
    index("ix_job_created_at").on(
      column("created_at").desc(),
      column("title").operatorClass("text_pattern_ops").collate("C"),
    ),
  );
  op.alterIndex("job", "ix_job_created_at", {
    comment: "The newest",
    options: { fillfactor: "70" },
    tablespace: null,
  });
  op.dropIndex("job", "ix_job_old");
  op.renameIndex("job", "ix_a", "ix_b");
  op.bulkInsert(setting, [
    {
      key: "it's",
      "the value": { a: [1, null, { __proto: "x" }] },
      at: new Date("2020-01-02T03:04:05.678Z"),
      raw: new Uint8Array([0, 255]),
      big: 12345678901234567890n,
      on: true,
      made: sql`current_user`,
    },
    { key: null },
  ]);
  op.bulkInsert(role, [{ name: "admin", level: 1 }], { key: "name" });
  op.updateRows(role, { key: "name" }, [{ name: "admin", level: 2 }], {
    was: [{ name: "admin", level: 1 }],
  });
  op.deleteRows(grant2, { key: ["role_id", "path"] }, [
    { role_id: ref(member, { name: "guest" }, "id"), path: "/" },
  ]);
  op.upsertRows(role, { key: "name" }, [{ name: "guest", level: 0 }], { was: [] });
  op.backfill("job", { set: { title: sql`'untitled'` }, where: sql`title IS NULL` });
  op.execute("REFRESH MATERIALIZED VIEW totals");
  op.execute(
    `ALTER TABLE job
  ADD COLUMN x \\text`,
    {
      schema: () => {
        op.addColumn("job", "x", text());
      },
    },
  );
  op.todo("Say what existing jobs get as their title.");
  op.irreversible("The merged rows cannot be told apart again.");
  op.confirm("No code reads job.note any more.");
  op.withoutTransaction(() => {
    op.execute("VACUUM");
    op.dropIndex("job", "ix_big");
  });
  op.withTimeouts({ lockTimeout: 2, statementTimeout: 30 }, () => {
    op.dropColumn("job", "note");
  });
}

export function downgrade(op: Operations) {
  // Nothing yet: write calls such as op.addColumn(…).
}
