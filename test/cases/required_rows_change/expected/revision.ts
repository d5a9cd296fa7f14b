/**
 * required rows change
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { enumeration, integer, ref, table, text, varchar, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const mood = enumeration("mood", ["sad", "glad"]);
const country = table("country", { code: varchar(2).primaryKey(), name: varchar(40).notNull() });
const plan = table("plan", { id: integer(), code: varchar(10), role_id: integer() });
const role = table("role", {
  id: integer(),
  title: varchar(40),
  level: integer(),
  mood: mood(),
  hint: text(),
  note: varchar(40),
});
const old = table("old", { id: integer(), name: varchar(10) });

export function upgrade(op: Operations) {
  op.renameColumn("role", "name", "title");
  op.createTable(country);
  op.dropTable("old");
  op.addColumn("role", "hint", text());
  op.dropColumn("role", "note");
  op.alterEnum("mood", ["sad", "glad"], { replace: { ok: "sad" } });
  op.deleteRows(plan, { key: "code", required: true }, [{ code: "team" }], {
    was: [{ id: 2, code: "team", role_id: ref(role, { title: "user" }, "id") }],
  });
  op.bulkInsert(
    country,
    [
      { code: "at", name: "Austria" },
      { code: "ch", name: "Switzerland" },
    ],
    { key: "code", required: true },
  );
  op.bulkInsert(role, [{ title: "visitor", level: 0 }], { key: "title", required: true });
  op.bulkInsert(plan, [{ id: 2, code: "club", role_id: ref(role, { title: "user" }, "id") }], {
    key: "code",
    required: true,
  });
  op.updateRows(
    role,
    { key: "title", required: true },
    [{ title: "admin", level: 10, mood: "glad", hint: "may do all" }],
    { was: [{ title: "admin", level: 9, mood: "sad" }] },
  );
  op.updateRows(
    plan,
    { key: "code", required: true },
    [{ code: "free", role_id: ref(role, { title: "visitor" }, "id") }],
    { was: [{ code: "free", role_id: ref(role, { title: "guest" }, "id") }] },
  );
  op.deleteRows(role, { key: "title", required: true }, [{ title: "guest" }], {
    was: [{ title: "guest" }],
  });
}

export function downgrade(op: Operations) {
  op.bulkInsert(role, [{ title: "guest" }], { key: "title", required: true });
  op.updateRows(
    plan,
    { key: "code", required: true },
    [{ code: "free", role_id: ref(role, { title: "guest" }, "id") }],
    { was: [{ code: "free", role_id: ref(role, { title: "visitor" }, "id") }] },
  );
  op.updateRows(
    role,
    { key: "title", required: true },
    [{ title: "admin", level: 9, mood: "sad" }],
    { was: [{ title: "admin", level: 10, mood: "glad", hint: "may do all" }] },
  );
  op.deleteRows(plan, { key: "code", required: true }, [{ code: "club" }], {
    was: [{ id: 2, code: "club", role_id: ref(role, { title: "user" }, "id") }],
  });
  op.deleteRows(role, { key: "title", required: true }, [{ title: "visitor" }], {
    was: [{ title: "visitor", level: 0 }],
  });
  op.bulkInsert(plan, [{ id: 2, code: "team", role_id: ref(role, { title: "user" }, "id") }], {
    key: "code",
    required: true,
  });
  op.alterEnum("mood", ["sad", "ok", "glad"]);
  op.updateRows(role, { key: "title", required: true }, [
    { title: "user", mood: "sad" },
    { title: "admin", mood: "ok" as never },
  ]);
  op.addColumn("role", "note", varchar(40));
  op.updateRows(role, { key: "title", required: true }, [
    { title: "admin", note: "all" },
    { title: "guest", note: "none" },
  ]);
  op.dropColumn("role", "hint");
  op.createTable("old", { id: integer().primaryKey(), name: varchar(10) });
  op.bulkInsert(old, [{ id: 1, name: "x" }], { key: "id", required: true });
  op.dropTable("country");
  op.renameColumn("role", "title", "name");
}
