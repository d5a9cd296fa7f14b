/**
 * objects of mariadb are altered
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { event, fn, procedure, sql, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.renameObject("event old", "young");
  op.replaceObject(
    event("clean", {
      schedule: sql`EVERY 2 DAY STARTS '2030-01-01 00:00:00'`,
      body: sql`DELETE FROM log`,
      preserve: true,
      comment: "It's clean",
    }),
  );
  op.replaceObject(
    event("owned", {
      schedule: sql`EVERY 1 DAY STARTS '2030-01-01 00:00:00'`,
      body: sql`DELETE FROM log`,
      definer: "guest@localhost",
    }),
  );
  op.replaceObject(
    event("rewritten", {
      schedule: sql`EVERY 1 DAY STARTS '2030-01-01 00:00:00'`,
      body: sql`BEGIN DELETE FROM log WHERE id > 1; DELETE FROM log WHERE id < 0; END`,
      status: "disabled",
    }),
  );
  op.replaceObject(
    event("stopped", {
      schedule: sql`EVERY 1 DAY STARTS '2030-01-01 00:00:00'`,
      body: sql`DELETE FROM log`,
      definer: "root@localhost",
    }),
  );
  op.replaceObject(
    fn("half", {
      parameters: [{ name: "a", type: "int" }],
      returns: "int",
      body: sql`RETURN a / 2`,
      deterministic: true,
      dataAccess: "no sql",
      sqlSecurity: "invoker",
    }),
  );
  op.replaceObject(
    fn("third", {
      parameters: [{ name: "a", type: "int" }],
      returns: "int",
      body: sql`RETURN a / 3`,
      deterministic: true,
      comment: "Of three",
    }),
  );
  op.replaceObject(
    procedure("sweep", {
      parameters: [{ name: "a", type: "int" }],
      body: sql`DELETE FROM log WHERE id < a`,
      dataAccess: "modifies sql data",
      comment: "Sweeps",
    }),
  );
  op.replaceObject(
    procedure("tidy", {
      parameters: [],
      body: sql`DELETE FROM log WHERE id > 0`,
      comment: "Tidies",
    }),
  );
}

export function downgrade(op: Operations) {
  op.replaceObject(procedure("tidy", { parameters: [], body: sql`DELETE FROM log` }));
  op.replaceObject(
    procedure("sweep", {
      parameters: [{ name: "a", type: "int" }],
      body: sql`DELETE FROM log WHERE id < a`,
    }),
  );
  op.replaceObject(
    fn("third", {
      parameters: [{ name: "a", type: "int" }],
      returns: "int",
      body: sql`RETURN a / 3`,
      deterministic: true,
      dataAccess: "no sql",
      sqlSecurity: "invoker",
    }),
  );
  op.replaceObject(
    fn("half", {
      parameters: [{ name: "a", type: "int" }],
      returns: "int",
      body: sql`RETURN a / 2`,
      deterministic: true,
      comment: "Of two",
    }),
  );
  op.replaceObject(
    event("stopped", {
      schedule: sql`EVERY 1 DAY STARTS '2030-01-01 00:00:00'`,
      body: sql`DELETE FROM log`,
      preserve: true,
      status: "disabled",
      comment: "By night",
      definer: "root@localhost",
    }),
  );
  op.replaceObject(
    event("rewritten", {
      schedule: sql`EVERY 1 DAY STARTS '2030-01-01 00:00:00'`,
      body: sql`DELETE FROM log`,
    }),
  );
  op.replaceObject(
    event("owned", {
      schedule: sql`EVERY 1 DAY STARTS '2030-01-01 00:00:00'`,
      body: sql`DELETE FROM log`,
      definer: "root@localhost",
    }),
  );
  op.replaceObject(
    event("clean", {
      schedule: sql`EVERY 1 DAY STARTS '2030-01-01 00:00:00'`,
      body: sql`DELETE FROM log`,
    }),
  );
  op.renameObject("event young", "old");
}
