/**
 * required rows in a circle
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { integer, ref, table, varchar, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const team = table("team", { name: varchar(20), lead_id: integer(), id: integer() });
const person = table("person", {
  id: integer(),
  name: varchar(20),
  boss_id: integer(),
  team_id: integer(),
});

export function upgrade(op: Operations) {
  op.updateRows(team, { key: "name", required: true }, [{ name: "old", lead_id: null }], {
    was: [{ name: "old", lead_id: ref(person, { name: "ann" }, "id") }],
  });
  op.updateRows(person, { key: "name", required: true }, [{ name: "ann", boss_id: null }], {
    was: [{ name: "ann", boss_id: ref(person, { name: "bob" }, "id") }],
  });
  op.bulkInsert(team, [{ name: "new", lead_id: null }], { key: "name", required: true });
  op.bulkInsert(
    person,
    [
      { name: "cid", team_id: ref(team, { name: "new" }, "id"), boss_id: null },
      {
        name: "dan",
        team_id: ref(team, { name: "new" }, "id"),
        boss_id: ref(person, { name: "cid" }, "id"),
      },
    ],
    { key: "name", required: true },
  );
  op.updateRows(
    team,
    { key: "name", required: true },
    [{ name: "new", lead_id: ref(person, { name: "cid" }, "id") }],
    { was: [{ name: "new", lead_id: null }] },
  );
  op.updateRows(
    person,
    { key: "name", required: true },
    [{ name: "cid", boss_id: ref(person, { name: "dan" }, "id") }],
    { was: [{ name: "cid", boss_id: null }] },
  );
  op.deleteRows(person, { key: "name", required: true }, [{ name: "ann" }, { name: "bob" }], {
    was: [
      { name: "ann", team_id: ref(team, { name: "old" }, "id"), boss_id: null },
      {
        name: "bob",
        team_id: ref(team, { name: "old" }, "id"),
        boss_id: ref(person, { name: "ann" }, "id"),
      },
    ],
  });
  op.deleteRows(team, { key: "name", required: true }, [{ name: "old" }], {
    was: [{ name: "old", lead_id: null }],
  });
}

export function downgrade(op: Operations) {
  op.bulkInsert(team, [{ name: "old", lead_id: null }], { key: "name", required: true });
  op.bulkInsert(
    person,
    [
      { name: "ann", team_id: ref(team, { name: "old" }, "id"), boss_id: null },
      {
        name: "bob",
        team_id: ref(team, { name: "old" }, "id"),
        boss_id: ref(person, { name: "ann" }, "id"),
      },
    ],
    { key: "name", required: true },
  );
  op.updateRows(person, { key: "name", required: true }, [{ name: "cid", boss_id: null }], {
    was: [{ name: "cid", boss_id: ref(person, { name: "dan" }, "id") }],
  });
  op.updateRows(team, { key: "name", required: true }, [{ name: "new", lead_id: null }], {
    was: [{ name: "new", lead_id: ref(person, { name: "cid" }, "id") }],
  });
  op.deleteRows(person, { key: "name", required: true }, [{ name: "cid" }, { name: "dan" }], {
    was: [
      { name: "cid", team_id: ref(team, { name: "new" }, "id"), boss_id: null },
      {
        name: "dan",
        team_id: ref(team, { name: "new" }, "id"),
        boss_id: ref(person, { name: "cid" }, "id"),
      },
    ],
  });
  op.deleteRows(team, { key: "name", required: true }, [{ name: "new" }], {
    was: [{ name: "new", lead_id: null }],
  });
  op.updateRows(
    person,
    { key: "name", required: true },
    [{ name: "ann", boss_id: ref(person, { name: "bob" }, "id") }],
    { was: [{ name: "ann", boss_id: null }] },
  );
  op.updateRows(
    team,
    { key: "name", required: true },
    [{ name: "old", lead_id: ref(person, { name: "ann" }, "id") }],
    { was: [{ name: "old", lead_id: null }] },
  );
}
