import { revisionFile, type JudgedProject } from "../project.ts";

const foo = 'op.createTable("foo", { id: integer().primaryKey(), name: varchar(40) });';
const bar = 'op.createTable("bar", { id: integer().primaryKey(), name: varchar(40) });';
/** A call that fails unless the table holds so many rows. */
const sees = (table: string, count: number) => `op.run(async (db: any) => { const rows = await db.selectFrom(${JSON.stringify(table)}).selectAll().execute(); if (rows.length !== ${count}) throw new Error("saw " + rows.length + " rows of ${table} in place of ${count}"); });`;

/** Projects about rows that go in and what is expected of them. */
export const dataProjects: readonly JudgedProject[] = [
  {
    name: "the example of the guide to the letter",
    models: 'import { integer, table, varchar } from "graven/models";\nexport const foo = table("foo", { id: integer(), name: varchar(40), seen: integer() });\nexport const bar = table("bar", { id: integer().primaryKey(), name: varchar(40) });\n',
    revisions: [
      // Both rows of foo have the id 1, so it is no key.
      revisionFile({ id: "23256c7bf855", upgrade: `op.createTable("foo", { id: integer(), name: varchar(40) });\n${bar}`, downgrade: 'op.dropTable("bar");\nop.dropTable("foo");' }),
      // The rows of beforeRevisionData are there, and that of atRevisionData is not.
      revisionFile({ id: "fb4d3ab5f38d", down: "23256c7bf855", upgrade: `${sees("foo", 1)}\n${sees("bar", 1)}\nop.addColumn("foo", "seen", integer());\nop.execute("UPDATE foo SET seen = 1 WHERE name = 'foo'");`, downgrade: 'op.dropColumn("foo", "seen");' }),
      revisionFile({ id: "a5a9ccc4e535", down: "fb4d3ab5f38d", upgrade: sees("foo", 1), downgrade: "" }),
      revisionFile({ id: "b835ae9ff1d1", down: "a5a9ccc4e535", upgrade: sees("foo", 2), downgrade: "" }),
    ],
    options: `{
      beforeRevisionData: { fb4d3ab5f38d: [{ __tablename__: "foo", id: 1, name: "foo" }, { __tablename__: "bar", id: 1, name: "bar" }] },
      atRevisionData: { a5a9ccc4e535: { __tablename__: "foo", id: 1, name: "foo2" } },
      afterRevisionData: { fb4d: { __tablename__: "foo", id: 1, seen: 1 }, head: { query: "SELECT count(*) AS n FROM foo", result: [{ n: 2 }] } },
    }`,
    warns: [/Offline SQL cannot hold what op\.run does, so "fb4d3ab5f38d", "a5a9ccc4e535", "b835ae9ff1d1" ran online/],
  },
  {
    name: "before-data over two revisions",
    revisions: [
      revisionFile({ id: "aaaa0001", upgrade: foo, downgrade: 'op.dropTable("foo");' }),
      revisionFile({ id: "aaaa0002", down: "aaaa0001", upgrade: 'op.createTable("child", { id: integer().primaryKey(), foo_id: integer().notNull().references("foo.id") });', downgrade: 'op.dropTable("child");' }),
      revisionFile({ id: "aaaa0003", down: "aaaa0002", upgrade: `${sees("foo", 1)}\n${sees("child", 2)}`, downgrade: "" }),
    ],
    options: '{ beforeRevisionData: { aaaa0002: { __tablename__: "foo", id: 7, name: "x" }, aaaa0003: [{ __tablename__: "child", id: 1, foo_id: 7 }, { __tablename__: "child", id: 2, foo_id: 7 }] } }',
  },
  {
    name: "schema-qualified names",
    url: "pglite:",
    revisions: [
      revisionFile({ id: "aaaa0001", upgrade: `op.createSchema("shop");\n${foo}\nop.createTable("item", { id: integer().primaryKey(), name: text() }, { schema: "shop" });`, downgrade: 'op.dropTable("shop.item");\nop.dropTable("foo");\nop.dropSchema("shop");' }),
      revisionFile({ id: "aaaa0002", down: "aaaa0001", upgrade: `${sees("shop.item", 1)}\n${sees("foo", 1)}`, downgrade: "" }),
    ],
    // The schema of one row does not leak into the next.
    options: '{ beforeRevisionData: { aaaa0002: [{ __tablename__: "shop.item", id: 1, name: "a" }, { __tablename__: "foo", id: 1, name: "b" }] } }',
  },
  {
    name: "before-data once on a branch",
    revisions: [
      revisionFile({ id: "aaaa0001", upgrade: foo, downgrade: 'op.dropTable("foo");' }),
      revisionFile({ id: "bbbb0001", down: "aaaa0001", upgrade: 'op.addColumn("foo", "left", integer());', downgrade: 'op.dropColumn("foo", "left");', labels: ["left"] }),
      revisionFile({ id: "cccc0001", down: "aaaa0001", upgrade: sees("foo", 1) , downgrade: "", labels: ["right"] }),
      revisionFile({ id: "dddd0001", down: ["bbbb0001", "cccc0001"], upgrade: sees("foo", 1) }),
    ],
    options: '{ beforeRevisionData: { right: { __tablename__: "foo", id: 1, name: "only once" } } }',
  },
  {
    name: "rows are taken out before the second pass",
    revisions: [
      revisionFile({ id: "aaaa0001", upgrade: 'op.createTable("foo", { id: integer().primaryKey().autoIncrement(), name: varchar(40).unique() });', downgrade: 'op.dropTable("foo");' }),
      revisionFile({ id: "aaaa0002", down: "aaaa0001", upgrade: 'op.renameTable("foo", "food");\nop.renameColumn("food", "name", "title");', downgrade: 'op.renameColumn("food", "title", "name");\nop.renameTable("food", "foo");' }),
      revisionFile({ id: "aaaa0003", down: "aaaa0002", upgrade: 'op.addColumn("food", "price", integer());', downgrade: 'op.dropColumn("food", "price");' }),
    ],
    options: '{ minimumDowngradeRevision: "aaaa0001", beforeRevisionData: { aaaa0003: { __tablename__: "food", title: "bread" } }, atRevisionData: { heads: { __tablename__: "food", title: "salt", price: 2 } } }',
  },
  {
    name: "rows expected and not there",
    revisions: [revisionFile({ id: "aaaa0001", upgrade: `${foo}\nop.execute("INSERT INTO foo VALUES (1, 'ann')");`, downgrade: 'op.dropTable("foo");' })],
    options: '{ include: ["upgrade"], afterRevisionData: { aaaa0001: [{ __tablename__: "foo", name: "ann" }, { absent: { __tablename__: "foo", name: "eve" } }, { __tablename__: "foo", id: 1, name: "bob" }] } }',
    count: 1,
    fails: { upgrade: /TST-112 {2}After the upgrade to revision "aaaa0001" table "foo" should hold the row \{"id":1,"name":"bob"\}, and does not\.\nIt holds:\n {2}\{"id":1,"name":"ann"\}/ },
  },
  {
    name: "data for downgrades",
    revisions: [
      revisionFile({ id: "aaaa0001", upgrade: foo, downgrade: 'op.dropTable("foo");' }),
      revisionFile({ id: "aaaa0002", down: "aaaa0001", upgrade: 'op.addColumn("foo", "upper", varchar(40));\nop.execute("UPDATE foo SET upper = upper(name)");', downgrade: 'op.execute("UPDATE foo SET name = upper");\nop.dropColumn("foo", "upper");' }),
    ],
    options: `{
      beforeDowngradeData: { aaaa0002: { __tablename__: "foo", id: 9, name: "x", upper: "Y" } },
      afterDowngradeData: { aaaa0002: [{ __tablename__: "foo", id: 9, name: "Y" }, { query: "SELECT name FROM foo ORDER BY id", result: [{ name: "Y" }] }] },
    }`,
  },
  {
    name: "rows lost by a rebuild by hand",
    revisions: [
      revisionFile({ id: "aaaa0001", upgrade: foo, downgrade: 'op.dropTable("foo");' }),
      revisionFile({
        id: "aaaa0002",
        down: "aaaa0001",
        upgrade: 'op.execute("CREATE TABLE foo_new (id INTEGER NOT NULL, name VARCHAR(40), CONSTRAINT foo_pkey PRIMARY KEY (id))");\nop.execute("INSERT INTO foo_new SELECT * FROM foo WHERE id > 3");\nop.execute("DROP TABLE foo");\nop.execute("ALTER TABLE foo_new RENAME TO foo");',
        downgrade: "",
      }),
    ],
    options: "{ fakeRows: 10 }",
    fails: { noDataLost: /TST-111 {2}Revision "aaaa0002" loses data\.\n {2}"aaaa0002" loses 3 of the 10 rows of "foo" on the way up\n[\s\S]*mayLoseData/ },
  },
  {
    name: "a revision that fails on populated tables alone",
    revisions: [
      revisionFile({ id: "aaaa0001", upgrade: foo, downgrade: 'op.dropTable("foo");' }),
      revisionFile({ id: "aaaa0002", down: "aaaa0001", upgrade: 'op.addColumn("foo", "must", integer().notNull());', downgrade: 'op.dropColumn("foo", "must");' }),
    ],
    options: '{ fakeRows: 5, include: ["upgrade", "modelsMatch"], exclude: ["modelsMatch"] }',
    count: 1,
    fails: { upgrade: /TST-102 {2}Failed to upgrade from base to the heads[\s\S]*Revision "aaaa0002"/ },
  },
  {
    name: "the same revision on empty tables",
    revisions: [
      revisionFile({ id: "aaaa0001", upgrade: foo, downgrade: 'op.dropTable("foo");' }),
      revisionFile({ id: "aaaa0002", down: "aaaa0001", upgrade: 'op.addColumn("foo", "must", integer().notNull());', downgrade: 'op.dropColumn("foo", "must");' }),
    ],
    options: '{ include: ["upgrade"] }',
    count: 1,
  },
  {
    name: "a row that violates a constraint",
    revisions: [revisionFile({ id: "aaaa0001", upgrade: 'op.createTable("foo", { id: integer().primaryKey(), name: varchar(40).notNull() });', downgrade: 'op.dropTable("foo");' })],
    options: '{ include: ["upgrade"], atRevisionData: { aaaa: [{ __tablename__: "foo", id: 1, name: "a" }, { __tablename__: "foo", id: 1, name: "b" }] } }',
    count: 1,
    fails: { upgrade: /TST-007 {2}Row 2 of atRevisionData of "aaaa0001" is refused by table "foo": UNIQUE constraint failed: foo\.id\n\{"id":1,"name":"b"\}/ },
  },
  {
    name: "a column that is not there",
    revisions: [revisionFile({ id: "aaaa0001", upgrade: foo, downgrade: 'op.dropTable("foo");' })],
    options: '{ include: ["upgrade"], atRevisionData: { heads: { __tablename__: "foo", id: 1, nam: "a" } } }',
    count: 1,
    fails: { upgrade: /TST-006 {2}Row 1 of atRevisionData of "aaaa0001" has the column "nam", which table "foo" does not have there\.\nDid you mean "name"\?/ },
  },
  {
    name: "a revision that is not there",
    revisions: [revisionFile({ id: "aaaa0001", upgrade: foo, downgrade: 'op.dropTable("foo");' })],
    options: '{ include: ["upgrade"], beforeRevisionData: { aaaa0002: { __tablename__: "foo", id: 1 } } }',
    count: 1,
    fails: { upgrade: /TST-003 {2}"beforeRevisionData" names "aaaa0002": There is no revision or branch "aaaa0002"\.\nDid you mean "aaaa0001"\?/ },
  },
  {
    name: "a function that never ends",
    revisions: [
      revisionFile({ id: "aaaa0001", upgrade: foo, downgrade: 'op.dropTable("foo");' }),
      revisionFile({ id: "aaaa0002", down: "aaaa0001", upgrade: "op.run(() => new Promise(() => {}));", downgrade: "" }),
    ],
    options: '{ include: ["upgrade"], timeout: 800 }',
    count: 1,
    fails: { upgrade: /TST-010 {2}The upgrade of revision "aaaa0002" has not ended within 0\.8 seconds/ },
  },
  {
    name: "dates of the test's own realm",
    revisions: [revisionFile({ id: "aaaa0001", upgrade: 'op.execute("CREATE TABLE moment (at TEXT)");\nop.createTable("foo", { id: integer().primaryKey(), name: varchar(40) });', downgrade: 'op.execute("DROP TABLE moment");\nop.dropTable("foo");' })],
    options: '{ include: ["upgrade"], atRevisionData: { heads: async (db) => { await db.insertInto("moment").values({ at: "2026" }).execute(); return [{ __tablename__: "foo", id: 1, name: new Date(0) }]; } } }',
    count: 1,
  },
];
