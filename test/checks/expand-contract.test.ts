import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { expandContract } from "../../src/commands/expand-contract.ts";
import type { Dialect } from "../../src/dialects/dialect.ts";
import { dialectNames, loadDialect } from "../../src/dialects/index.ts";
import { diffSchemas } from "../../src/diff/index.ts";
import { openDatabase, type Connection } from "../../src/drivers/index.ts";
import { applyOperations, describeOperation, invertOperations } from "../../src/operations/apply.ts";
import type { Operation } from "../../src/operations/index.ts";
import { runRevision } from "../../src/runtime/executor.ts";
import type { Operations } from "../../src/runtime/facade.ts";
import { ensureHistory, historyOf } from "../../src/runtime/history.ts";
import type { RevisionWork } from "../../src/runtime/plan.ts";
import { integer, sql, view } from "../../src/runtime/revision.ts";
import { canonical, sameSchema } from "../../src/schema/same.ts";
import { emptySchema, type Schema } from "../../src/schema/types.ts";
import { openDatabase as openTestDatabase, unavailable } from "../support/databases.ts";
import { before, forms, operationsIn, type Names } from "../support/expand-contract-forms.ts";
import { jsonOf, writerOfRevisions } from "../support/record-written.ts";

const recordWritten = writerOfRevisions();
const splitOn = (dialect: Dialect, plain: readonly Operation[], start: Schema = before) => expandContract({ dialect } as never, plain, start);

for (const name of dialectNames) {
  const dialect = await loadDialect(name);
  describe(`expand and contract on ${name}`, () => {
    for (const form of forms) {
      const reason = form.skip?.[name];
      if (reason) {
        test(`${form.name}: refused, as ${reason}`, async () => {
          await expect(splitOn(dialect, form.plain)).rejects.toMatchObject({ code: "DIF-006" });
        });
        continue;
      }
      test(`${form.name}: ends at the schema of the plain form, and leads back`, async () => {
        const { expand, contract, back } = await splitOn(dialect, form.plain);
        const between = applyOperations(before, expand);
        const reached = applyOperations(between, contract);
        const plain = applyOperations(before, form.plain);
        expect(sameSchema(reached, plain)).toBe(true);
        expect(diffSchemas(reached, plain, { comparison: dialect }).map(describeOperation)).toEqual([]);
        expect(sameSchema(applyOperations(reached, back), between)).toBe(true);
        expect(sameSchema(applyOperations(between, invertOperations(expand, before)), before)).toBe(true);
        expect(contract[0]).toMatchObject({ kind: "confirm" });
      });

      test(`${form.name}: what is written records as the same operations`, async () => {
        const { expand, contract, back } = await splitOn(dialect, form.plain);
        const between = applyOperations(before, expand);
        const first = await recordWritten(expand, invertOperations(expand, before), before);
        expect(first).toEqual({ upgrade: jsonOf(expand), downgrade: jsonOf(invertOperations(expand, before)) });
        expect(await recordWritten(contract, back, between)).toEqual({ upgrade: jsonOf(contract), downgrade: jsonOf(back) });
      });
    }

    const refused: readonly (readonly [what: string, plain: (op: Operations) => void, reason: RegExp, start?: (op: Operations) => void])[] = [
      ["a column of the primary key", (op) => op.renameColumn("author", "id", "number"), /counts it up|primary key/],
      ["a column that a view reads", (op) => op.renameColumn("author", "name", "label"), /"view names" uses it/, (op) => op.createObject(view("names", sql`SELECT name FROM author`))],
      ["a column that is computed", (op) => op.renameColumn("post", "twice", "double"), /it is computed/, (op) => op.addColumn("post", "twice", integer().generated(sql`views * 2`))],
      ["a column from which another is computed", (op) => op.renameColumn("post", "views", "seen"), /"twice" is computed from it/, (op) => op.addColumn("post", "twice", integer().generated(sql`views * 2`))],
    ];
    for (const [what, plain, message, start] of refused) {
      test(`${what} is refused with the reason`, async () => {
        await expect(splitOn(dialect, operationsIn(plain), start ? applyOperations(before, operationsIn(start)) : before)).rejects.toMatchObject({ code: "DIF-006", message: expect.stringMatching(message) });
      });
    }

    test("what only adds stands in the first revision alone, and what goes waits in the second", async () => {
      const additions = operationsIn((op) => op.addColumn("post", "rank", integer()));
      expect(await splitOn(dialect, additions)).toMatchObject({ expand: additions, contract: [] });
      const both = await splitOn(dialect, [...additions, ...operationsIn((op) => op.dropColumn("post", "note"))]);
      expect(both.expand).toEqual(additions);
      expect(both.contract.map(({ kind }) => kind)).toEqual(["confirm", "dropColumn"]);
    });
  });
}

for (const kind of ["sqlite", "postgres", "mariadb"] as const) {
  const missing = await unavailable(kind);
  const dialect = await loadDialect(kind);
  describe.skipIf(missing !== undefined)(`an old and a new client between the two revisions on ${kind}${missing === undefined ? "" : ` (skipped: ${missing})`}`, () => {
    for (const form of forms.filter(({ skip }) => skip?.[kind] === undefined)) {
      test(`${form.name}: each writes under its own names and sees the other's rows, and none is lost`, { timeout: 60_000 }, async () => {
        await withSessions(kind, async ({ migrating, first, second }) => {
          const split = await splitOn(dialect, form.plain);
          const between = applyOperations(before, split.expand);
          const after = applyOperations(between, split.contract);
          const run = runner(migrating, dialect);
          await run("start", "upgrade", diffSchemas(emptySchema, before, { comparison: dialect }), emptySchema);
          await migrating.execute("INSERT INTO author (name) VALUES ('Ann')");
          const old = new Client(first, "old", form.old);
          const fresh = new Client(second, "new", form.fresh);
          for (let count = 0; count < 20; count++) await old.write();

          // The old client goes on while the first revision runs. One process cannot wait for itself, as two sessions of SQLite would here.
          const meanwhile = kind === "sqlite" ? undefined : old.writeUntil();
          await run("expand", "upgrade", split.expand, before);
          await meanwhile?.stop();
          expect(await tablesOf(migrating, dialect)).toEqual(plainTables(dialect, between));

          await Promise.all([old.times(25), fresh.times(25)]);
          await expectBothSeeAll(old, fresh);
          // Each changes what the other has written last.
          await old.update(fresh.latest, "by the old client");
          await fresh.update(old.earliest, "by the new client");
          expect(await fresh.noteOf(fresh.latest)).toBe("by the old client");
          expect(await old.noteOf(old.earliest)).toBe("by the new client");
          await expectBothSeeAll(old, fresh);

          const rows = await fresh.rows();
          await run("contract", "upgrade", split.contract, between);
          expect(await tablesOf(migrating, dialect)).toEqual(plainTables(dialect, after));
          const last = new Client(second, "last", { ...form.fresh, columns: Object.fromEntries(Object.entries(form.fresh.columns).map(([key, column]) => [key, column.replace("_new", "")])) });
          expect(await last.rows()).toEqual(rows);
          await last.write();

          await run("contract", "downgrade", split.back, after);
          expect(await tablesOf(migrating, dialect)).toEqual(plainTables(dialect, between));
          await Promise.all([old.times(10), fresh.times(10)]);
          await expectBothSeeAll(old, fresh);
          const all = await old.rows();
          await run("expand", "downgrade", invertOperations(split.expand, before), between);
          expect(await tablesOf(migrating, dialect)).toEqual(plainTables(dialect, before));
          expect(await old.rows()).toEqual(all);
        });
      });
    }
  });
}

for (const kind of ["sqlite", "postgres", "mariadb"] as const) {
  const missing = await unavailable(kind);
  const dialect = await loadDialect(kind);
  test.skipIf(missing !== undefined)(`on ${kind} a row tells when it was written through the old columns last, and new code marks none${missing === undefined ? "" : ` (skipped: ${missing})`}`, async () => {
    const [form] = forms;
    await withSessions(kind, async ({ migrating, first, second }) => {
      const split = await splitOn(dialect, form!.plain);
      const between = applyOperations(before, split.expand);
      const run = runner(migrating, dialect);
      await run("start", "upgrade", diffSchemas(emptySchema, before, { comparison: dialect }), emptySchema);
      await migrating.execute("INSERT INTO author (name) VALUES ('Ann')");
      const old = new Client(first, "old", form!.old);
      const fresh = new Client(second, "new", form!.fresh);
      await old.times(4);
      await run("expand", "upgrade", split.expand, before);
      const marks = async () => {
        const columns = ["author_id", "title", "slug", "state", "note"].map((name) => `max(COALESCE(${name}_written_at, 0)) AS ${name}`).join(", ");
        const [row] = await migrating.query(`SELECT ${columns} FROM post`);
        return Object.fromEntries(Object.entries(row!).map(([name, value]) => [name, Number(value)]));
      };
      const none = { author_id: 0, title: 0, slug: 0, state: 0, note: 0 };
      expect(await marks()).toEqual(none);
      await fresh.times(6);
      await fresh.update("old 1", "by new code");
      expect(await marks()).toEqual(none);

      const [{ now }] = (await migrating.query({ sqlite: "SELECT strftime('%s', 'now') AS now", postgres: "SELECT extract(epoch FROM clock_timestamp())::bigint AS now", mariadb: "SELECT UNIX_TIMESTAMP() AS now" }[kind])) as [{ now: unknown }];
      await first.execute("UPDATE post SET slug = 'slow' WHERE slug = 'new 1'");
      const written = await marks();
      expect(written).toEqual({ ...none, slug: expect.any(Number) });
      expect(Math.abs(written["slug"]! - Number(now))).toBeLessThan(5);
      // A row that old code adds gives what has no default, and what it writes beside the defaults.
      await old.times(3);
      const all = await marks();
      expect(Object.keys(all).filter((name) => all[name]! > 0).toSorted()).toEqual(["author_id", "slug", "state", "title"]);

      await run("contract", "upgrade", split.contract, between);
      await run("contract", "downgrade", split.back, applyOperations(between, split.contract));
      expect(await marks()).toEqual(none);
      await old.times(1);
      expect((await marks())["title"]).toBeGreaterThan(0);
    });
  });
}

async function expectBothSeeAll(old: Client, fresh: Client): Promise<void> {
  const [seen, seenByNew] = [await old.rows(), await fresh.rows()];
  expect(seen).toEqual(seenByNew);
  expect(seen.length).toBeGreaterThanOrEqual(old.written + fresh.written);
}

/** An application that knows a table and its columns by one release's names. */
class Client {
  written = 0;
  earliest = "";
  latest = "";
  private readonly session: Connection;
  private readonly name: string;
  private readonly names: Names;

  constructor(session: Connection, name: string, names: Names) {
    this.session = session;
    this.name = name;
    this.names = names;
  }

  /** Inserts a row, with and without what has a default, and changes it. */
  async write(): Promise<void> {
    const { table, columns } = this.names;
    const slug = `${this.name} ${this.written}`;
    const isLong = this.written % 2 === 0;
    const cells = { author: "1", title: `'${this.name}'`, slug: `'${slug}'`, ...(isLong && { state: this.written % 4 ? "'shut'" : "'open'", note: "NULL", views: String(this.written), points: String(this.written % 3) }) };
    await this.session.execute(`INSERT INTO ${table} (${Object.keys(cells).map((key) => columns[key]).join(", ")}) VALUES (${Object.values(cells).join(", ")})`);
    await this.session.execute(`UPDATE ${table} SET ${columns["title"]} = '${this.name.toUpperCase()}', ${columns["views"]} = COALESCE(${columns["views"]}, 0) + 1 WHERE ${columns["slug"]} = '${slug}'`);
    this.earliest ||= slug;
    this.latest = slug;
    this.written++;
  }

  async times(count: number): Promise<void> {
    for (let done = 0; done < count; done++) await this.write();
  }

  writeUntil(): { readonly stop: () => Promise<void> } {
    const state = { stopped: false };
    const work = (async () => {
      while (!state.stopped) await this.write();
    })();
    return { stop: () => ((state.stopped = true), work) };
  }

  async update(slug: string, note: string): Promise<void> {
    const { table, columns } = this.names;
    await this.session.execute(`UPDATE ${table} SET ${columns["note"]} = '${note}', ${columns["state"]} = 'gone' WHERE ${columns["slug"]} = '${slug}'`);
  }

  async noteOf(slug: string): Promise<unknown> {
    const { table, columns } = this.names;
    return (await this.session.query(`SELECT ${columns["note"]} AS note FROM ${table} WHERE ${columns["slug"]} = '${slug}'`))[0]?.["note"];
  }

  /** All rows, under the names that both have in common, with numbers as text. */
  async rows(): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const { table, columns } = this.names;
    const rows = await this.session.query(`SELECT id, ${Object.entries(columns).map(([key, column]) => `${column} AS ${key}`).join(", ")} FROM ${table} ORDER BY id`);
    return rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value === null ? null : String(value)])));
  }
}

interface Sessions {
  readonly migrating: Connection;
  readonly first: Connection;
  readonly second: Connection;
}

async function withSessions(kind: "sqlite" | "postgres" | "mariadb", work: (sessions: Sessions) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "graven-expand-"));
  const server = kind === "sqlite" ? undefined : await openTestDatabase(kind);
  const url = server?.url ?? `sqlite:${join(folder, "shop.db")}`;
  const sessions: Connection[] = [];
  try {
    for (let count = 0; count < 3; count++) sessions.push(await openDatabase({ url }));
    const [migrating, first, second] = sessions as [Connection, Connection, Connection];
    await work({ migrating, first, second });
  } finally {
    for (const session of sessions) await session.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function runner(connection: Connection, dialect: Dialect) {
  const history = historyOf(dialect);
  return async (revision: string, direction: RevisionWork["direction"], operations: readonly Operation[], start: Schema): Promise<void> => {
    await ensureHistory(connection, history);
    await runRevision(connection, dialect, { revision, direction, operations: operations.map((operation) => ({ operation, place: undefined })), before: start, history, parents: [], checksum: "", toolVersion: "0", now: () => new Date("2026-01-31T12:00:00Z") });
  };
}

async function tablesOf(connection: Connection, dialect: Dialect): Promise<unknown> {
  const read = dialect.physical(await dialect.readCatalogue(async (query) => (await connection.query(query)) as never, { ignoreTables: ["graven_revisions", "graven_revisions_progress"] }));
  return { tables: sortedTables(read), objects: Object.keys(read.objects).sort() };
}

function plainTables(dialect: Dialect, schema: Schema): unknown {
  const physical = dialect.physical(schema);
  return { tables: sortedTables(physical), objects: Object.keys(physical.objects).sort() };
}

function sortedTables({ tables }: Schema): unknown {
  return Object.fromEntries(Object.keys(tables).sort().map((key) => [key, canonical(tables[key]!)]));
}
