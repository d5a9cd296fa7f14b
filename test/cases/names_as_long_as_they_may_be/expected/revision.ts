/**
 * names as long as they may be
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import {
  check,
  enumeration,
  index,
  integer,
  sql,
  table,
  unique,
  varchar,
  type Operations,
} from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const moodXxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx = enumeration(
  "mood_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  [
    "label_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "label_üüüüüüüüüüüüüüüüüüüüüüüüüüüü",
  ],
);
const childÜüüüüüüüüüüüüüüüüüüüüüüüüüüü = table(
  "child_üüüüüüüüüüüüüüüüüüüüüüüüüüüü",
  {
    id: integer().primaryKey(),
    parent_üüüüüüüüüüüüüüüüüüüüüüüüüüüü: integer().references(
      "parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.id_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      { name: "fk_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" },
    ),
  },
  (t) => [index().on(t.parent_üüüüüüüüüüüüüüüüüüüüüüüüüüüü, t.id)],
);

export function upgrade(op: Operations) {
  op.createEnum(moodXxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx);
  op.createTable(childÜüüüüüüüüüüüüüüüüüüüüüüüüüüü);
  op.addColumn(
    "parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "code_üüüüüüüüüüüüüüüüüüüüüüüüüüüüü",
    varchar(20),
  );
  op.addColumn(
    "parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "feeling_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    moodXxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx().default(
      "label_üüüüüüüüüüüüüüüüüüüüüüüüüüüü",
    ),
  );
  op.createUnique(
    "parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    unique("uq_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx").on(
      "code_üüüüüüüüüüüüüüüüüüüüüüüüüüüüü",
    ),
  );
  op.createIndex(
    "parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    index("ix_üüüüüüüüüüüüüüüüüüüüüüüüüüüüüü").on(
      "feeling_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    ),
  );
  op.createCheck(
    "parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    check(
      "ck_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      sql`"code_üüüüüüüüüüüüüüüüüüüüüüüüüüüüü" <> ''`,
    ),
  );
}

export function downgrade(op: Operations) {
  op.dropConstraint(
    "parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "ck_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  );
  op.dropIndex(
    "parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "ix_üüüüüüüüüüüüüüüüüüüüüüüüüüüüüü",
  );
  op.dropConstraint(
    "parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "uq_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  );
  op.dropColumn(
    "parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "feeling_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  );
  op.dropColumn(
    "parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "code_üüüüüüüüüüüüüüüüüüüüüüüüüüüüü",
  );
  op.dropTable("child_üüüüüüüüüüüüüüüüüüüüüüüüüüüü");
  op.dropEnum("mood_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
}
