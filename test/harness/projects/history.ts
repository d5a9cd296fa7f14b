import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { revisionFile, type JudgedProject } from "../project.ts";

const foo = 'op.createTable("foo", { id: integer().primaryKey(), name: varchar(40) });';
const dropFoo = 'op.dropTable("foo");';
const first = revisionFile({ id: "aaaa0001", upgrade: foo, downgrade: dropFoo });
const fooModel = 'import { integer, table, varchar } from "graven/models";\nexport const foo = table("foo", { id: integer().primaryKey(), name: varchar(40) });\n';

/** Projects about the history, its revisions and the models. */
export const historyProjects: readonly JudgedProject[] = [
  { name: "no data", models: fooModel, revisions: [first], count: 11, warns: [/Only rows that the revisions insert were looked at/] },
  {
    name: "an empty history",
    revisions: [],
    count: 9,
    fails: { singleHead: /TST-101 {2}Expected 1 head revision, found 0: there is no revision in migrations\./ },
  },
  { name: "another folder", models: fooModel, migrations: "db/versions", revisions: [first] },
  {
    name: "a branched history",
    revisions: [first, revisionFile({ id: "bbbb0001", down: "aaaa0001", upgrade: 'op.addColumn("foo", "b", integer());', downgrade: 'op.dropColumn("foo", "b");' }), revisionFile({ id: "cccc0001", down: "aaaa0001", upgrade: 'op.addColumn("foo", "c", integer());', downgrade: 'op.dropColumn("foo", "c");' })],
    fails: { singleHead: /TST-101 {2}Expected 1 head revision, found 2: bbbb0001, cccc0001\.[\s\S]*gen merge/ },
  },
  {
    name: "a merged history",
    models: 'import { integer, table, varchar } from "graven/models";\nexport const foo = table("foo", { id: integer().primaryKey(), name: varchar(40), b: integer(), c: integer() });\n',
    revisions: [
      first,
      revisionFile({ id: "bbbb0001", down: "aaaa0001", upgrade: 'op.addColumn("foo", "b", integer());', downgrade: 'op.dropColumn("foo", "b");' }),
      revisionFile({ id: "cccc0001", down: "aaaa0001", upgrade: 'op.addColumn("foo", "c", integer());', downgrade: 'op.dropColumn("foo", "c");' }),
      revisionFile({ id: "dddd0001", down: ["bbbb0001", "cccc0001"] }),
    ],
  },
  {
    // Below the merge two branches end: who goes down by one step each time would not know which.
    name: "an ambiguous history",
    revisions: [
      first,
      revisionFile({ id: "bbbb0001", down: "aaaa0001", upgrade: 'op.createTable("b", { id: integer().primaryKey() });', downgrade: 'op.dropTable("b");' }),
      revisionFile({ id: "cccc0001", down: "aaaa0001", upgrade: 'op.createTable("c", { id: integer().primaryKey() });', downgrade: 'op.dropTable("c");' }),
      revisionFile({ id: "dddd0001", down: ["bbbb0001", "cccc0001"], upgrade: 'op.createTable("d", { id: integer().primaryKey() });', downgrade: 'op.dropTable("d");' }),
      revisionFile({ id: "eeee0001", down: "dddd0001", upgrade: 'op.addColumn("d", "e", integer());', downgrade: 'op.dropColumn("d", "e");' }),
    ],
    options: "{ fakeRows: 3 }",
  },
  {
    name: "a skipped revision that throws",
    revisions: [first, revisionFile({ id: "aaaa0002", down: "aaaa0001", upgrade: 'if (process.env.GRAVEN_HARNESS) throw new Error("not in a test");', downgrade: 'if (process.env.GRAVEN_HARNESS) throw new Error("not in a test");' }), revisionFile({ id: "aaaa0003", down: "aaaa0002", upgrade: 'op.addColumn("foo", "age", integer());', downgrade: 'op.dropColumn("foo", "age");' })],
    options: '{ skipRevisions: "aaaa0002" }',
  },
  {
    name: "a revision that throws",
    revisions: [first, revisionFile({ id: "aaaa0002", down: "aaaa0001", upgrade: 'if (process.env.GRAVEN_HARNESS) throw new Error("no such luck");' })],
    options: '{ include: ["upgrade", "upDownConsistency", "snapshotsMatchReplay"] }',
    count: 3,
    fails: {
      upgrade: /TST-102[\s\S]*RUN-012 {2}The function of "migrations\/aaaa0002\.ts" throws: no such luck\nat migrations\/aaaa0002\.ts:/,
      upDownConsistency: /TST-104 {2}Not tried, as the heads are not reached; the test "upgrade" tells more\./,
      snapshotsMatchReplay: /no such luck/,
    },
  },
  {
    name: "a minimum downgrade",
    revisions: [first, revisionFile({ id: "aaaa0002", down: "aaaa0001", upgrade: 'op.addColumn("foo", "age", integer());', downgrade: 'throw new Error("never to be run");' }), revisionFile({ id: "aaaa0003", down: "aaaa0002", upgrade: 'op.addColumn("foo", "size", integer());', downgrade: 'op.dropColumn("foo", "size");' })],
    options: '{ minimumDowngradeRevision: "aaaa0002" }',
  },
  {
    name: "a downgrade that refuses",
    revisions: [first, revisionFile({ id: "aaaa0002", down: "aaaa0001", upgrade: 'op.addColumn("foo", "age", integer());', downgrade: 'op.irreversible("the ages are gone");' }), revisionFile({ id: "aaaa0003", down: "aaaa0002", upgrade: 'op.addColumn("foo", "size", integer());', downgrade: 'op.dropColumn("foo", "size");' })],
    warns: [/The round trip stops above revision "aaaa0002", which refuses its downgrade: Revision "aaaa0002" cannot be undone: the ages are gone One revision below it was not undone\./, /Revision "aaaa0002" refuses its downgrade, so it was not tried/],
  },
  {
    name: "no downgrade at all",
    revisions: [first, revisionFile({ id: "aaaa0002", down: "aaaa0001", upgrade: 'op.addColumn("foo", "age", integer());', downgrade: null })],
    warns: [/The round trip stops above revision "aaaa0002"/],
  },
  {
    name: "a downgrade that fails",
    revisions: [first, revisionFile({ id: "aaaa0002", down: "aaaa0001", upgrade: 'op.addColumn("foo", "age", integer());', downgrade: 'op.execute("DROP TABLE nothing_of_this_name");' }), revisionFile({ id: "aaaa0003", down: "aaaa0002", upgrade: 'op.addColumn("foo", "size", integer());', downgrade: 'op.dropColumn("foo", "size");' })],
    fails: {
      upDownConsistency: /TST-104 {2}Failed to downgrade through each revision individually at revision "aaaa0002"\.[\s\S]*RUN-032[\s\S]*no such table: nothing_of_this_name/,
      downgradeLeavesNoTrace: /TST-105 {2}The downgrade of "aaaa0002" leaves a trace or fails\.[\s\S]*no such table/,
    },
  },
  {
    name: "a round trip that fails",
    revisions: [first, revisionFile({ id: "aaaa0002", down: "aaaa0001", upgrade: 'op.execute("CREATE TABLE by_hand (id INTEGER PRIMARY KEY)");', downgrade: "" })],
    fails: {
      upDownConsistency: /TST-104 {2}Failed to upgrade again after the round trip upgrade -> downgrade -> upgrade at revision "aaaa0002"\.[\s\S]*table by_hand already exists/,
      downgradeLeavesNoTrace: /TST-105 {2}The downgrade of "aaaa0002" leaves a trace or fails\.\nThe schema from before the upgrade to "aaaa0002" and from after its downgrade differ\.[\s\S]*create table by_hand/,
    },
  },
  {
    name: "a trace that is left",
    revisions: [first, revisionFile({ id: "aaaa0002", down: "aaaa0001", upgrade: 'op.addColumn("foo", "age", integer());\nop.createIndex("foo", index("ix_foo_name").on("name"));', downgrade: 'op.dropColumn("foo", "age");' }), revisionFile({ id: "aaaa0003", down: "aaaa0002", upgrade: 'op.addColumn("foo", "size", integer());', downgrade: 'op.dropColumn("foo", "size");' })],
    fails: {
      downgradeLeavesNoTrace: /TST-105 {2}The downgrade of "aaaa0002" leaves a trace or fails\.[\s\S]*create index ix_foo_name on foo/,
    },
  },
  {
    name: "a model that is not registered",
    models: fooModel,
    files: { "more.ts": 'import { integer, table } from "graven/models";\nexport const bar = table("bar", { id: integer().primaryKey() });\n' },
    revisions: [first],
    fails: { modelsRegistered: /TST-106 {2}The table "bar" is declared in files that the config's `models` does not name, so no revision knows of it\.\n {2}more\.ts: bar\n/ },
  },
  {
    name: "a file beside the models that throws",
    models: fooModel,
    files: { "more.ts": 'import "graven/models";\nthrow new Error("only in production");\n' },
    revisions: [first],
    warns: [/more\.ts could not be imported, so its tables are not known:[\s\S]*only in production/],
  },
  {
    name: "models that drifted",
    models: 'import { integer, table, varchar } from "graven/models";\nexport const foo = table("foo", { id: integer().primaryKey(), name: varchar(40), email: varchar(80) });\n',
    revisions: [first],
    fails: { modelsMatch: /TST-103 {2}The models are out of sync with the revisions\. To match them, a revision would have to:\n {2}add column foo\.email\n[\s\S]*gen revision --autogenerate/ },
  },
  {
    name: "a database that drifted",
    models: fooModel,
    revisions: [first, revisionFile({ id: "aaaa0002", down: "aaaa0001", upgrade: 'op.execute("ALTER TABLE foo ADD COLUMN sneaked INTEGER");', downgrade: 'op.execute("ALTER TABLE foo DROP COLUMN sneaked");' })],
    fails: { modelsMatch: /TST-103 {2}At the heads SQLite holds something else than the snapshots say\.[\s\S]*drop column foo\.sneaked/ },
  },
  {
    name: "models that throw",
    models: 'import "graven/models";\nthrow new Error("no models today");\n',
    revisions: [first],
    options: '{ include: ["modelsMatch"] }',
    count: 1,
    fails: { modelsMatch: /MOD-031[\s\S]*no models today/ },
  },
  {
    name: "thawed revisions",
    files: { "names.ts": 'export const title = "foo";\n' },
    revisions: [
      revisionFile({ id: "aaaa0001", head: 'import { title } from "../names.ts";', upgrade: "op.createTable(title, { id: integer().primaryKey() });", downgrade: "op.dropTable(title);" }),
      revisionFile({ id: "aaaa0002", down: "aaaa0001", upgrade: 'op.execute("INSERT INTO foo VALUES (" + process.hrtime.bigint() + ")");', downgrade: 'op.execute("DELETE FROM foo");' }),
    ],
    // The same words as those of `gen check`.
    fails: { frozen: /TST-107 {2}Revisions are thawed:\n {2}FRZ-001 {2}Revision "aaaa0001" is not frozen\. It imports "\.\.\/names\.ts", which may be another on the day it runs\.\n {9}migrations\/aaaa0001\.ts:\d+:\d+\n {2}FRZ-002 {2}Revision "aaaa0002" is not frozen\. It reads the clock: `process\.hrtime/ },
  },
  {
    name: "a revision that counts its calls",
    revisions: [first, revisionFile({ id: "aaaa0002", down: "aaaa0001", head: "let calls = 0;", upgrade: 'op.execute("INSERT INTO foo VALUES (" + ++calls + ", NULL)");', downgrade: 'op.execute("DELETE FROM foo");' })],
    options: '{ include: ["frozen"] }',
    count: 1,
    fails: { frozen: /TST-107 {2}Revisions are thawed:\n {2}Revision "aaaa0002" says something else each time\.\n {9}migrations\/aaaa0002\.ts/ },
  },
  {
    name: "a revision that only reads the clock as it runs",
    revisions: [first, revisionFile({ id: "aaaa0002", down: "aaaa0001", upgrade: 'op.run(async (db: any) => { await db.insertInto("foo").values({ id: Date.now() % 1000, name: "now" }).execute(); });', downgrade: 'op.execute("DELETE FROM foo");' })],
    options: '{ include: ["frozen", "upgrade"] }',
    count: 2,
  },
  {
    name: "several folders of revisions",
    models: 'import { integer, table, varchar } from "graven/models";\nexport const foo = table("foo", { id: integer().primaryKey(), name: varchar(40), age: integer() });\n',
    migrations: ["migrations", "billing/**"],
    revisions: [first],
    files: { "billing/deep/aaaa0002.ts": revisionFile({ id: "aaaa0002", down: "aaaa0001", upgrade: 'op.addColumn("foo", "age", integer());', downgrade: 'op.dropColumn("foo", "age");' }) },
    options: '{ atRevisionData: { aaaa0002: { __tablename__: "foo", id: 1, age: 3 } } }',
    count: 11,
  },
  {
    name: "a snapshot edited by hand",
    revisions: [first],
    fails: { snapshotsMatchReplay: /TST-108 {2}A snapshot is not what the revisions give\.\n {2}SNP-003 {2}The snapshot of revision "aaaa0001" was edited\./ },
    afterSnapshots: (folder) => {
      const file = join(folder, "migrations/snapshots/aaaa0001.json");
      writeFileSync(file, readFileSync(file, "utf8").replace('"length":40', '"length":41'));
    },
  },
  {
    name: "required rows that are missing",
    models: 'import { integer, requiredRows, table, varchar } from "graven/models";\nexport const foo = table("foo", { id: integer().primaryKey(), name: varchar(40) });\nrequiredRows(foo, { key: "name" }, [{ id: 1, name: "best" }, { id: 2, name: "bester" }]);\n',
    revisions: [first, revisionFile({ id: "aaaa0002", down: "aaaa0001", upgrade: "op.execute(\"INSERT INTO foo VALUES (1, 'best')\");", downgrade: "op.execute(\"DELETE FROM foo WHERE name = 'best'\");" })],
    fails: {
      modelsMatch: /TST-103[\s\S]*insert 2 rows into foo/,
      requiredRows: /TST-110 {2}At the heads a row that the models declare is not there, or hold other values:\n {2}foo: \{"id":2,"name":"bester"\}/,
    },
  },
  {
    // Each with revisions of the same ids, and data of its own: neither sees the other.
    name: "two histories in one project",
    models: fooModel,
    revisions: [first],
    files: {
      "stock.config.ts": 'export default { models: "./stock.ts", migrations: "./stock", url: "sqlite:stock.db" };\n',
      "stock.ts": 'import { integer, table } from "graven/models";\nexport const item = table("item", { id: integer().primaryKey(), price: integer() });\n',
      "stock/aaaa0001.ts": revisionFile({ id: "aaaa0001", upgrade: 'op.createTable("item", { id: integer().primaryKey() });', downgrade: 'op.dropTable("item");' }),
      "stock/aaaa0002.ts": revisionFile({ id: "aaaa0002", down: "aaaa0001", upgrade: 'op.addColumn("item", "price", integer());', downgrade: 'op.dropColumn("item", "price");' }),
    },
    options: '{ exclude: ["modelsRegistered"], atRevisionData: { aaaa0001: { __tablename__: "foo", id: 1, name: "a" } } }',
    beside: { config: "stock.config.ts", options: '{ exclude: ["modelsRegistered"], atRevisionData: { aaaa0002: { __tablename__: "item", id: 1, price: 3 } }, afterRevisionData: { head: { query: "SELECT count(*) AS n FROM item", result: [{ n: 0 }] } } }' },
    count: 20,
  },
  {
    name: "several databases in one run",
    revisions: [first, revisionFile({ id: "aaaa0002", down: "aaaa0001", upgrade: 'op.execute("CREATE TABLE only_here (id INTEGER PRIMARY KEY) WITHOUT ROWID", { schema: (op) => op.createTable("only_here", { id: integer().primaryKey() }) });', downgrade: 'op.dropTable("only_here");' })],
    options: '{ include: ["singleHead", "upgrade"], databases: ["sqlite:", "pglite:"] }',
    count: 3,
    fails: { "on pglite: upgrade": /TST-102[\s\S]*syntax error at or near "ROWID"/ },
  },
  { name: "include and exclude", revisions: [first], options: '{ include: ["singleHead", "upgrade", "frozen"], exclude: ["frozen"] }', count: 2 },
  { name: "exclude alone", models: fooModel, revisions: [first], options: '{ exclude: ["singleHead", "noDataLost"] }', count: 9 },
];
