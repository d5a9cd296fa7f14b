/**
 * names of every kind change
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { varchar, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.renameTable("Select", 'Se\\.lect"');
  op.renameColumn('Se\\.lect"', "order by", 'o"rder');
  op.renameConstraint('Se\\.lect"', "uq 'one'", 'uq "1"');
  op.renameConstraint('Se\\.lect"', 'ck "two"', "ck '2'");
  op.renameIndex('Se\\.lect"', "ix.three", "ix `3`");
  op.renameColumn('a\\.b c"d', "Ref'", "Ref.");
  op.renameConstraint('a\\.b c"d', "fk `four`", "fk.4");
  op.addEnumLabel('say "when"', "new 'one'", { after: "it's" });
  op.alterColumn('Se\\.lect"', 'o"rder', { type: varchar(40), default: "\\" });
  op.alterColumn('Se\\.lect"', "group", { default: "new 'one'" });
  op.alterColumn('Se\\.lect"', "ti`ck", { nullable: false, default: 0 });
  op.alterEnum('say "when"', ["back\\slash", "it's", "new 'one'"]);
}

export function downgrade(op: Operations) {
  op.alterEnum('say "when"', ["it's", "new 'one'", 'a "b"', "back\\slash"]);
  op.alterColumn('Se\\.lect"', "ti`ck", { nullable: true, default: null });
  op.alterColumn('Se\\.lect"', "group", { default: "it's" });
  op.alterColumn('Se\\.lect"', 'o"rder', { type: varchar(20), default: "'" });
  op.alterEnum('say "when"', ["it's", 'a "b"', "back\\slash"]);
  op.renameConstraint('a\\.b c"d', "fk.4", "fk `four`");
  op.renameColumn('a\\.b c"d', "Ref.", "Ref'");
  op.renameIndex('Se\\.lect"', "ix `3`", "ix.three");
  op.renameConstraint('Se\\.lect"', "ck '2'", 'ck "two"');
  op.renameConstraint('Se\\.lect"', 'uq "1"', "uq 'one'");
  op.renameColumn('Se\\.lect"', 'o"rder', "order by");
  op.renameTable('Se\\.lect"', "Select");
}
