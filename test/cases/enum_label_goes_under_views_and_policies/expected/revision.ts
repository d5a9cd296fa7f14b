/**
 * enum label goes under views and policies
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { materializedView, policy, sql, view, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropObject("policy person.sad");
  op.dropObject("materializedView counted");
  op.dropObject("view moody");
  op.alterColumn("person", "mood", { default: "sad" });
  op.alterEnum("mood", ["happy", "sad"], { replace: { ok: "sad" } });
  op.createObject(view("moody", sql`SELECT id, mood FROM person WHERE mood <> 'happy'`));
  op.createObject(
    materializedView("counted", sql`SELECT mood, count(*) AS n FROM moody GROUP BY mood`),
  );
  op.createObject(policy("sad", { table: "person", using: sql`mood <> 'sad'` }));
}

export function downgrade(op: Operations) {
  op.dropObject("policy person.sad");
  op.dropObject("materializedView counted");
  op.dropObject("view moody");
  op.alterEnum("mood", ["sad", "ok", "happy"]);
  op.alterColumn("person", "mood", { default: "ok" });
  op.createObject(view("moody", sql`SELECT id, mood FROM person WHERE mood <> 'happy'`));
  op.createObject(
    materializedView("counted", sql`SELECT mood, count(*) AS n FROM moody GROUP BY mood`),
  );
  op.createObject(policy("sad", { table: "person", using: sql`mood <> 'sad'` }));
}
