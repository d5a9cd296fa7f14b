import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GravenError } from "../../src/base/errors.ts";
import { downgrade, upgrade } from "../../src/commands/run.ts";
import { openDatabase, type Connection } from "../../src/drivers/index.ts";
import { serverUrl, unavailable } from "../support/databases.ts";
import { makeProject, type MadeProject } from "../support/project.ts";
import { tenRevisions } from "./history.ts";
import { disturbed, scratchDatabase, stateOf } from "./support.ts";

const require = createRequire(import.meta.url);

/** The class of each client library that sends statements, the number of its session, what ends a session from another one, and how many messages write at the least. */
const clients = {
  postgres: { prototype: () => require("pg").Client.prototype, session: (client: any) => client.processID, endSql: (session: number) => `SELECT pg_terminate_backend(${session})`, leastStatements: { ups: 20, downs: 8 } },
  mariadb: { prototype: () => require("mysql2/promise").PromiseConnection.prototype, session: (client: any) => client.threadId, endSql: (session: number) => `KILL CONNECTION ${session}`, leastStatements: { ups: 60, downs: 40 } },
} as const;

/** Every statement with GRAVEN_TEST_ALL, else some of them. */
const stride = process.env["GRAVEN_TEST_ALL"] ? 1 : 5;

for (const kind of ["postgres", "mariadb"] as const) {
  const reason = await unavailable(kind);
  describe.skipIf(reason !== undefined)(`${kind}${reason === undefined ? "" : ` (skipped: ${reason})`}`, () => {
    const { session, endSql, leastStatements } = clients[kind];
    let project: MadeProject;
    let server: Connection;
    let restore = () => {};
    /** What happens before a session sends a statement; nothing for most. */
    let before = (_sql: string, _session: number): Promise<unknown> | undefined => undefined;
    const calm = () => (before = () => undefined);

    beforeAll(async () => {
      project = await makeProject(tenRevisions, "{}", "js");
      server = await openDatabase({ url: serverUrl(kind) });
      const prototype = clients[kind].prototype();
      const original = prototype.query;
      prototype.query = function (this: unknown, given: unknown, ...rest: unknown[]) {
        const sql = typeof given === "object" && given !== null && "text" in given ? given.text : given;
        const first = typeof sql === "string" ? before(sql, session(this)) : undefined;
        return first ? first.then(() => original.call(this, given, ...rest)) : original.call(this, given, ...rest);
      };
      restore = () => (prototype.query = original);
    });
    afterAll(async () => {
      restore();
      await server?.close();
      await project?.remove();
    });

    const faults = new Set<string>();
    /** Runs to the end of the history (on PostgreSQL a transaction begins and ends in one message with a statement), with the session ended before a statement that writes. */
    const attempt = (url: string, direction: "upgrade" | "downgrade", alone: boolean) => async (at: number) => {
      let written = 0;
      before = (sql, own) => (!/^\s*(select|show|set|begin|start|kill|rollback)\b/i.test(sql.replace(/^BEGIN;\n(?=.)(?:SET LOCAL .*;\n)?/, "")) && ++written === at ? server.query(endSql(own)) : undefined);
      try {
        await { upgrade, downgrade }[direction](project.context({ url }), { resume: true, ...(alone && { lockTimeout: 600 }), target: direction === "upgrade" ? "head" : "base" });
        return true;
      } catch (error) {
        if (!(error instanceof GravenError)) throw error;
        faults.add(error.code);
        return false;
      } finally {
        calm();
      }
    };

    // Small revisions go together to PostgreSQL, unless a limit stands for how long a lock is waited for.
    test.each(kind === "postgres" ? [true, false] : [true])("a session that the server ends at any statement leaves a run that goes on, and ends as if nothing had happened (alone: %s)", { timeout: 900_000 }, async (alone) => {
      const [whole, cut] = [await scratchDatabase(kind, project), await scratchDatabase(kind, project)];
      try {
        await upgrade(project.context({ url: whole.url }));
        const state = await stateOf(kind, whole.url);
        const ups = await disturbed(kind, cut.url, attempt(cut.url, "upgrade", alone), alone ? stride : 1);
        expect(await stateOf(kind, cut.url)).toEqual(state);
        const downs = await disturbed(kind, cut.url, attempt(cut.url, "downgrade", alone), alone ? stride : 1);
        expect(await stateOf(kind, cut.url)).toMatchObject({ rows: {}, history: [] });
        expect(ups).toBeGreaterThan(alone ? leastStatements.ups / stride : 8);
        expect(downs).toBeGreaterThan(alone ? leastStatements.downs / stride : 4);
        // It stopped within a revision, or between the statements around it.
        expect([...faults].filter((code) => !code.startsWith("RUN-03"))).toEqual([]);
      } finally {
        await whole.close();
        await cut.close();
      }
    });

    test("a session that only holds the lock may be ended too: the run goes on, and another one still waits for it", { timeout: 300_000 }, async () => {
      const { url, close } = await scratchDatabase(kind, project);
      const watch = await openDatabase({ url });
      try {
        let other: unknown;
        before = (sql, own) => {
          if (!/create table .?posts/i.test(sql)) return undefined;
          calm();
          return (async () => {
            const [holder] = await watch.query<{ session: number }>(idleSessions(own));
            await server.query(endSql(holder!.session));
            other = await upgrade(project.context({ url }), { lockTimeout: 0 }).catch((error: unknown) => error);
          })();
        };
        expect(await upgrade(project.context({ url }))).toMatchObject({ heads: ["s1"] });
        expect(other).toMatchObject({ code: "DRV-005" });
      } finally {
        calm();
        await watch.close();
        await close();
      }
    });
  });

  /** The sessions on the database beside the one that works and the one that asks: the one that holds the lock. */
  function idleSessions(working: number): string {
    return kind === "postgres"
      ? `SELECT pid AS session FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'graven %' AND pid NOT IN (${working}, pg_backend_pid())`
      : `SELECT id AS session FROM information_schema.processlist WHERE db = DATABASE() AND id NOT IN (${working}, CONNECTION_ID())`;
  }
}
