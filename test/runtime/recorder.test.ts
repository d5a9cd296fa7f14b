import { SqliteAdapter, SqliteQueryCompiler, Kysely, DummyDriver, type RootOperationNode } from "kysely";
import { describe, expect, test } from "vitest";
import { operations, type Operation, type OperationKind } from "../../src/operations/index.ts";
import { record } from "../../src/runtime/recorder.ts";
import { check, column, defineOperation, domain, enumeration, exclusion, fn, foreignKey, index, integer, primaryKey, ref, sql, table, text, timestamp, trigger, unique, uuid, varchar, view, type Operations } from "graven/revision";
import type { WritableQuery } from "../../src/operations/execute.ts";

const recorded = (upgrade: (op: Operations) => void): Operation[] => record(upgrade).map(({ operation }) => operation);
const mood = enumeration("mood", ["sad", "happy"]);
const job = table("job", { id: integer().primaryKey().autoIncrement(), createdAt: timestamp("created_at").notNull().defaultNow(), title: varchar(80) });
const jobColumns = { id: { kind: "integer" }, created_at: { kind: "timestamp" }, title: { kind: "varchar", length: 80 } } as const;
const compiler = new Kysely<any>({ dialect: { createAdapter: () => new SqliteAdapter(), createDriver: () => new DummyDriver(), createQueryCompiler: () => new SqliteQueryCompiler(), createIntrospector: () => undefined as never } });
const compiled = (node: RootOperationNode) => {
  const { sql: text, parameters } = compiler.getExecutor().compileQuery(node as never, { queryId: "1" });
  return { sql: text, parameters };
};
const work = async () => {};
const grantRead = defineOperation<{ table: string }>({ name: "grantRead", from: "#operations", sql: ({ table }) => `GRANT SELECT ON ${table} TO reports` });

/** Per kind, calls and the operations they stand for. */
const calls: { readonly [K in OperationKind]: readonly (readonly [call: (op: Operations) => void, ...expected: Operation[]])[] } = {
  createSchema: [[(op) => op.createSchema("auth"), { kind: "createSchema", name: "auth" }]],
  dropSchema: [[(op) => op.dropSchema("auth"), { kind: "dropSchema", name: "auth" }]],
  createEnum: [
    [(op) => op.createEnum("mood", ["sad"]), { kind: "createEnum", name: "mood", labels: ["sad"] }],
    [(op) => op.createEnum(mood), { kind: "createEnum", name: "mood", labels: ["sad", "happy"] }],
  ],
  dropEnum: [
    [(op) => op.dropEnum("mood"), { kind: "dropEnum", name: "mood" }],
    [(op) => op.dropEnum(mood), { kind: "dropEnum", name: "mood" }],
  ],
  renameEnum: [[(op) => op.renameEnum("mood", "humour"), { kind: "renameEnum", from: "mood", to: "humour" }]],
  addEnumLabel: [
    [(op) => op.addEnumLabel("mood", "ok"), { kind: "addEnumLabel", name: "mood", label: "ok" }],
    [(op) => op.addEnumLabel(mood, "ok", { after: "sad" }), { kind: "addEnumLabel", name: "mood", label: "ok", position: { after: "sad" } }],
  ],
  renameEnumLabel: [[(op) => op.renameEnumLabel("mood", "sad", "low"), { kind: "renameEnumLabel", name: "mood", from: "sad", to: "low" }]],
  alterEnum: [
    [(op) => op.alterEnum("mood", ["sad"]), { kind: "alterEnum", name: "mood", labels: ["sad"] }],
    [(op) => op.alterEnum(mood, ["sad"], { replace: { happy: "sad" } }), { kind: "alterEnum", name: "mood", labels: ["sad"], options: { replace: { happy: "sad" } } }],
  ],
  createTable: [
    [
      (op) => op.createTable("tag", { id: uuid().primaryKey(), jobId: integer("job_id").references("job.id") }, (t) => [index().on(t.jobId)], { comment: "Words" }),
      {
        kind: "createTable",
        table: {
          name: "tag",
          columns: [
            { name: "id", type: { kind: "uuid" }, nullable: false },
            { name: "job_id", type: { kind: "integer" }, nullable: true },
          ],
          primaryKey: { name: "tag_pkey", columns: ["id"] },
          uniques: [],
          foreignKeys: [{ name: "tag_job_id_fkey", columns: ["job_id"], references: { table: "job", columns: ["id"] } }],
          checks: [],
          indexes: [{ name: "tag_job_id_idx", parts: [{ column: "job_id" }] }],
          comment: "Words",
        },
      },
    ],
    [
      (op) => op.createTable(table("a", { id: integer() }, { schema: "auth" })),
      { kind: "createTable", table: { name: "a", schema: "auth", columns: [{ name: "id", type: { kind: "integer" }, nullable: true }], uniques: [], foreignKeys: [], checks: [], indexes: [] } },
    ],
  ],
  dropTable: [
    [(op) => op.dropTable("job"), { kind: "dropTable", table: "job" }],
    [(op) => op.dropTable(table("a", {}, { schema: "auth" })), { kind: "dropTable", table: "auth.a" }],
  ],
  renameTable: [[(op) => op.renameTable(job, "task"), { kind: "renameTable", from: "job", to: "task" }]],
  setTableComment: [
    [(op) => op.setTableComment("job", "Work"), { kind: "setTableComment", table: "job", comment: "Work" }],
    [(op) => op.setTableComment("job", null), { kind: "setTableComment", table: "job", comment: null }],
  ],
  addColumn: [
    [(op) => op.addColumn("job", "pay", integer().notNull().default(0)), { kind: "addColumn", table: "job", column: { name: "pay", type: { kind: "integer" }, nullable: false, default: { value: 0 } } }],
    [
      (op) => op.addColumn(job, "tag_id", integer().unique().references("tag.id", { onDelete: "cascade" }).check(sql`tag_id > 0`)),
      { kind: "addColumn", table: "job", column: { name: "tag_id", type: { kind: "integer" }, nullable: true } },
      { kind: "createUnique", table: "job", unique: { name: "job_tag_id_key", columns: ["tag_id"] } },
      { kind: "createForeignKey", table: "job", foreignKey: { name: "job_tag_id_fkey", columns: ["tag_id"], references: { table: "tag", columns: ["id"] }, onDelete: "cascade" } },
      { kind: "createCheck", table: "job", check: { name: "job_tag_id_check", sql: "tag_id > 0" } },
    ],
  ],
  dropColumn: [[(op) => op.dropColumn(job, "title"), { kind: "dropColumn", table: "job", column: "title" }]],
  alterColumn: [
    [
      (op) => op.alterColumn("job", "title", { type: varchar(120), using: sql`title::text`, nullable: false, default: "none", collation: "C", comment: null }),
      { kind: "alterColumn", table: "job", column: "title", changes: { type: { kind: "varchar", length: 120 }, using: "title::text", nullable: false, default: { value: "none" }, collation: "C", comment: null } },
    ],
    [
      (op) => op.alterColumn("job", "id", { default: sql`1 + 1`, identity: { start: 10 }, autoIncrement: null, generated: sql`a + b` }),
      { kind: "alterColumn", table: "job", column: "id", changes: { default: { sql: "1 + 1" }, identity: { generation: "byDefault", start: 10 }, autoIncrement: null, generated: { sql: "a + b", storage: "stored" } } },
    ],
    [(op) => op.alterColumn("job", "id", { default: null, generated: { sql: "a", storage: "virtual" } }), { kind: "alterColumn", table: "job", column: "id", changes: { default: null, generated: { sql: "a", storage: "virtual" } } }],
    [(op) => op.alterColumn("job", "at", { default: new Date(0) }), { kind: "alterColumn", table: "job", column: "at", changes: { default: { value: "1970-01-01T00:00:00.000Z" } } }],
  ],
  renameColumn: [[(op) => op.renameColumn("job", "title", "name"), { kind: "renameColumn", table: "job", from: "title", to: "name" }]],
  createPrimaryKey: [
    [(op) => op.createPrimaryKey("member", primaryKey("pk").on("a", "b")), { kind: "createPrimaryKey", table: "member", primaryKey: { name: "pk", columns: ["a", "b"] } }],
    [(op) => op.createPrimaryKey("member", primaryKey().on("a")), { kind: "createPrimaryKey", table: "member", primaryKey: { name: "member_pkey", columns: ["a"] } }],
  ],
  createUnique: [[(op) => op.createUnique(job, unique().on(job.title).nullsNotDistinct()), { kind: "createUnique", table: "job", unique: { name: "job_title_key", columns: ["title"], nullsNotDistinct: true } }]],
  createForeignKey: [
    [
      (op) => op.createForeignKey("auth.job", foreignKey().on("a", "b").references("tag", ["x", "y"], { onUpdate: "restrict" })),
      { kind: "createForeignKey", table: "auth.job", foreignKey: { name: "job_a_b_fkey", columns: ["a", "b"], references: { table: "tag", columns: ["x", "y"] }, onUpdate: "restrict" } },
    ],
    [(op) => op.createForeignKey("tag", foreignKey("fk").on("j").references(() => job.id)), { kind: "createForeignKey", table: "tag", foreignKey: { name: "fk", columns: ["j"], references: { table: "job", columns: ["id"] } } }],
  ],
  alterTable: [[(op) => op.alterTable("job", { rowSecurity: "enabled", unlogged: null }), { kind: "alterTable", table: "job", changes: { rowSecurity: "enabled", unlogged: null } }]],
  createExclusion: [
    [
      (op) => op.createExclusion("booking", exclusion("no_overlap", { method: "gist", where: sql`NOT cancelled` }).on(["room", "="], [sql`tsrange(a, b)`, "&&"])),
      { kind: "createExclusion", table: "booking", exclusion: { name: "no_overlap", method: "gist", elements: [{ column: "room", operator: "=" }, { expression: "tsrange(a, b)", operator: "&&" }], where: "NOT cancelled" } },
    ],
  ],
  alterConstraint: [[(op) => op.alterConstraint("job", "job_tag_id_fkey", { deferrable: "initially deferred" }), { kind: "alterConstraint", table: "job", name: "job_tag_id_fkey", changes: { deferrable: "initially deferred" } }]],
  alterIndex: [[(op) => op.alterIndex(job, "ix", { comment: "New", options: null }), { kind: "alterIndex", table: "job", name: "ix", changes: { comment: "New", options: null } }]],
  validateConstraint: [[(op) => op.validateConstraint("job", "job_check"), { kind: "validateConstraint", table: "job", name: "job_check" }]],
  createObject: [
    [(op) => op.createObject(view("active", sql`SELECT 1 AS one`, { schema: "app" })), { kind: "createObject", object: { kind: "view", name: "active", query: "SELECT 1 AS one", schema: "app" } }],
    [
      (op) => op.createObject(trigger("touch", { table: job, timing: "before", events: ["insert", { event: "update", columns: ["title"] }], execute: "touch()" })),
      { kind: "createObject", object: { kind: "trigger", name: "touch", table: "job", timing: "before", events: [{ event: "insert" }, { event: "update", columns: ["title"] }], execute: "touch()" } },
    ],
    [
      (op) => op.createObject(domain("email", text().notNull(), { checks: [check(sql`VALUE LIKE '%@%'`)] })),
      { kind: "createObject", object: { kind: "domain", name: "email", type: { kind: "text" }, notNull: true, checks: [{ name: "email_check", sql: "VALUE LIKE '%@%'" }] } },
    ],
  ],
  dropObject: [
    [(op) => op.dropObject("trigger job.touch"), { kind: "dropObject", object: "trigger job.touch" }],
    [(op) => op.dropObject(fn("f", { parameters: [{ name: "a", type: "int" }], returns: "int", body: sql`SELECT a` })), { kind: "dropObject", object: "function f(integer)" }],
  ],
  replaceObject: [[(op) => op.replaceObject(view("active", sql`SELECT 2 AS one`)), { kind: "replaceObject", object: { kind: "view", name: "active", query: "SELECT 2 AS one" } }]],
  renameObject: [[(op) => op.renameObject("view active", "engaged"), { kind: "renameObject", object: "view active", to: "engaged" }]],
  createCheck: [
    [(op) => op.createCheck("job", check("positive", sql`pay > ${0}`)), { kind: "createCheck", table: "job", check: { name: "positive", sql: "pay > 0" } }],
    [(op) => op.createCheck("job", check(sql`pay > 0`)), { kind: "createCheck", table: "job", check: { name: "job_check", sql: "pay > 0" } }],
  ],
  dropConstraint: [[(op) => op.dropConstraint("job", "positive"), { kind: "dropConstraint", table: "job", name: "positive" }]],
  renameConstraint: [[(op) => op.renameConstraint("job", "a", "b"), { kind: "renameConstraint", table: "job", from: "a", to: "b" }]],
  createIndex: [
    [
      (op) => op.createIndex("job", index().on(column("created_at").desc(), sql`lower(title)`).unique().where(sql`title <> ''`).include("pay")),
      {
        kind: "createIndex",
        table: "job",
        index: { name: "job_created_at_expr_idx", parts: [{ column: "created_at", order: "desc" }, { expression: "lower(title)" }], unique: true, where: "title <> ''", include: ["pay"] },
      },
    ],
  ],
  dropIndex: [[(op) => op.dropIndex("job", "ix"), { kind: "dropIndex", table: "job", name: "ix" }]],
  renameIndex: [[(op) => op.renameIndex("job", "a", "b"), { kind: "renameIndex", table: "job", from: "a", to: "b" }]],
  bulkInsert: [
    [
      (op) => op.bulkInsert(job, [{ createdAt: "2020-01-01", title: undefined as never }, { title: sql`upper('a')` }]),
      {
        kind: "bulkInsert",
        table: "job",
        columns: { id: { kind: "integer" }, created_at: { kind: "timestamp" }, title: { kind: "varchar", length: 80 } },
        rows: [{ created_at: "2020-01-01" }, { title: sql`upper('a')` }],
      },
    ],
    [(op) => op.bulkInsert(job, [], { key: ["id", "createdAt"], onConflict: "fail" }), { kind: "bulkInsert", table: "job", columns: jobColumns, rows: [], by: { key: ["id", "created_at"], onConflict: "fail" } }],
  ],
  updateRows: [
    [(op) => op.updateRows(job, { key: "id" }, [{ id: 1, createdAt: "2020-01-01" }]), { kind: "updateRows", table: "job", columns: jobColumns, by: { key: ["id"] }, rows: [{ id: 1, created_at: "2020-01-01" }] }],
    [(op) => op.updateRows(job, { key: "id" }, [{ id: 1, title: "b" }], { was: [{ id: 1, title: "a" }] }), { kind: "updateRows", table: "job", columns: jobColumns, by: { key: ["id"] }, rows: [{ id: 1, title: "b" }], was: [{ id: 1, title: "a" }] }],
  ],
  deleteRows: [
    [
      (op) => op.deleteRows(job, { key: "id" }, [{ id: ref(job, { createdAt: "2020-01-01" }, "id") }]),
      {
        kind: "deleteRows",
        table: "job",
        columns: jobColumns,
        by: { key: ["id"] },
        rows: [{ id: { ref: { table: "job", column: "id", columns: { id: { kind: "integer" }, created_at: { kind: "timestamp" } }, key: { created_at: "2020-01-01" } } } }],
      },
    ],
  ],
  upsertRows: [[(op) => op.upsertRows(job, { key: "id" }, [{ id: 1, title: "a" }], { was: [] }), { kind: "upsertRows", table: "job", columns: jobColumns, by: { key: ["id"] }, rows: [{ id: 1, title: "a" }], was: [] }]],
  backfill: [
    [(op) => op.backfill("job", { set: { title: sql`'none'` }, where: sql`pay > 0` }), { kind: "backfill", table: "job", assignments: { set: { title: { sql: "'none'" } }, where: { sql: "pay > 0" } } }],
    [(op) => op.backfill(job, { set: { createdAt: { sql: "CURRENT_TIMESTAMP" } } }), { kind: "backfill", table: "job", assignments: { set: { created_at: { sql: "CURRENT_TIMESTAMP" } } } }],
  ],
  execute: [
    [(op) => op.execute("SELECT ':x'"), { kind: "execute", statements: [{ sql: "SELECT ':x'" }] }],
    [(op) => op.execute("ALTER …", { schema: (inner) => inner.dropColumn("job", "title") }), { kind: "execute", statements: [{ sql: "ALTER …" }], schema: [{ kind: "dropColumn", table: "job", column: "title" }] }],
  ],
  own: [[(op) => op.own(grantRead, { table: "job" }), { kind: "own", definition: grantRead, options: { table: "job" } }]],
  run: [
    [(op) => op.run(work), { kind: "run", callback: work }],
    [(op) => op.run({ job }, work), { kind: "run", callback: work }],
  ],
  confirm: [[(op) => op.confirm("No code uses it."), { kind: "confirm", message: "No code uses it." }]],
  todo: [[(op) => op.todo("Decide."), { kind: "todo", message: "Decide." }]],
  irreversible: [[(op) => op.irreversible("Lost."), { kind: "irreversible", reason: "Lost." }]],
  withoutTransaction: [[(op) => op.withoutTransaction(() => op.execute("VACUUM")), { kind: "withoutTransaction", operations: [{ kind: "execute", statements: [{ sql: "VACUUM" }] }] }]],
  withTimeouts: [[(op) => op.withTimeouts({ lockTimeout: 2 }, () => op.dropTable("job")), { kind: "withTimeouts", options: { lockTimeout: 2 }, operations: [{ kind: "dropTable", table: "job" }] }]],
};

for (const kind of Object.keys(operations) as OperationKind[]) {
  describe(kind, () => calls[kind].forEach(([call, ...expected], at) => test(`records call ${at + 1}`, () => expect(recorded(call)).toEqual(expected))));
}

test("queries are kept as nodes, by stubs in an object, a list or alone", () => {
  const [first, second, third] = recorded((op) => {
    op.execute({ job }, (db) => db.updateTable("job").set({ title: sql`upper(title)` as never, created_at: "2020" }).where("id", "=", 7));
    op.execute([job], (db) => [db.deleteFrom("job"), db.insertInto("job").values({ title: "x" })]);
    op.execute(job, (db) => db.selectFrom("job").select("title"));
  }) as Extract<Operation, { kind: "execute" }>[];
  const nodes = [first, second, third].flatMap((each) => each!.statements).map((each) => compiled((each as { query: WritableQuery }).query.node));
  expect(nodes).toEqual([
    { sql: 'update "job" set "title" = upper(title), "created_at" = ? where "id" = ?', parameters: ["2020", 7] },
    { sql: 'delete from "job"', parameters: [] },
    { sql: 'insert into "job" ("title") values (?)', parameters: ["x"] },
    { sql: 'select "title" from "job"', parameters: [] },
  ]);
});

test("createTable gives the stub back", () => {
  record((op) => {
    expect(op.createTable(job)).toBe(job);
    const tag = op.createTable("tag", { name: text().notNull() });
    op.bulkInsert(tag, [{ name: "new" }]);
    // @ts-expect-error a key that the stub does not have
    expect(() => op.bulkInsert(tag, [{ nme: "new" }])).toThrow();
  });
});

test("each operation knows the line that recorded it", () => {
  const places = record((op) => {
    op.createSchema("a");
    op.withoutTransaction(() => {
      op.execute("VACUUM");
    });
  }).map(({ place }) => place);
  expect(places).toEqual([expect.objectContaining({ file: expect.stringContaining("recorder.test.ts"), line: expect.any(Number) }), expect.objectContaining({ file: expect.stringContaining("recorder.test.ts") })]);
  expect(places[1]!.line! - places[0]!.line!).toBe(1);
});

describe("refusals", () => {
  const here = { file: expect.stringContaining("recorder.test.ts"), line: expect.any(Number), column: expect.any(Number) };
  const refusals: Record<string, readonly [upgrade: (op: Operations) => unknown, error: object]> = {
    "an async function": [async (op) => op.execute("SELECT 1"), { code: "RUN-010", hint: expect.stringContaining("op.run") }],
    "an unknown key of a row": [(op) => op.bulkInsert(job, [{ titel: "x" } as never]), { code: "DAT-001", message: 'Row 1 for table "job" has the key "titel", which is no column of its stub.', hint: 'Did you mean "title"?', place: here }],
    "a column's database name as a row's key": [(op) => op.bulkInsert(job, [{ created_at: "x" } as never]), { code: "DAT-001", hint: 'Did you mean "createdAt"?' }],
    "rows without a stub": [(op) => op.bulkInsert("job" as never, []), { code: "RUN-013", message: "op.bulkInsert() expects a stub of the table." }],
    "a key that the stub does not have": [(op) => op.updateRows(job, { key: "titel" as "title" }, []), { code: "RUN-013", message: "op.updateRows() expects columns of the stub as its key.", hint: 'Did you mean "title"?' }],
    "rows to change without a key": [(op) => (op as any).deleteRows(job, [{ id: 1 }]), { code: "RUN-013", message: 'op.deleteRows() expects { key: "name" } after the stub.' }],
    "an unknown option of a key": [(op) => op.upsertRows(job, { key: "id", onConflict: "fail" } as never, []), { code: "RUN-013", hint: '"onConflict" is not understood here.' }],
    "a reference to no column": [(op) => op.bulkInsert(job, [{ id: ref(job, { title: "a" }) }]), { code: "DAT-001", message: 'A reference to table "job" does not say which column it means.' }],
    "an unknown method": [(op) => (op as any).addColum("job"), { code: "RUN-013", hint: 'Did you mean "addColumn"?' }],
    "an argument too many": [(op) => (op as any).dropTable("job", { cascade: true }), { code: "RUN-013", message: "op.dropTable() was given 1 argument more than it understands.", place: here }],
    "no column builder": [(op) => op.addColumn("job", "a", "integer" as never), { code: "RUN-013" }],
    "a type that says more": [(op) => op.alterColumn("job", "a", { type: integer().notNull() }), { code: "RUN-013", hint: 'Say "notNull" as a change of its own, beside the type.' }],
    "an unknown change": [(op) => op.alterColumn("job", "a", { nulable: true } as never), { code: "RUN-013", hint: 'Did you mean "nullable"?' }],
    "a part of another kind": [(op) => op.createIndex("job", unique().on("a") as never), { code: "RUN-013", message: 'op.createIndex() expects index("name").on("a") after the table.' }],
    "a query that was run": [(op) => op.execute({ job }, (db) => db.deleteFrom("job").execute() as never), { code: "RUN-013", hint: expect.stringContaining("without .execute()") }],
    "a literal where SQL stands": [(op) => op.backfill("job", { set: { title: "none" as never } }), { code: "RUN-013" }],
    "a thrown error": [() => { throw new TypeError("oh"); }, { code: "RUN-012", message: "The revision's function throws: oh", place: here, cause: expect.any(TypeError) }],
    "a table of two columns alike": [(op) => op.createTable("a", { x: integer("y"), y: integer() }), { code: "MOD-002", place: here }],
  };
  for (const [name, [upgrade, error]] of Object.entries(refusals)) test(name, () => expect(() => record(upgrade as never)).toThrowError(expect.objectContaining(error)));

  test("calls after the function has returned", () => {
    let kept: Operations | undefined;
    record((op) => void (kept = op));
    expect(() => kept!.dropTable("job")).toThrowError(expect.objectContaining({ code: "RUN-011", place: here }));
  });
});
