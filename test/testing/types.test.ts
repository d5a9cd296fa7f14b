import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { projectContext, snapshot } from "../../src/index.ts";
import { writeRowTypes } from "../../src/testing/row-types.ts";
import { revisionFile } from "../harness/project.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
let folder: string;

beforeAll(async () => {
  mkdirSync(join(root, "test/testing/scratch"), { recursive: true });
  folder = mkdtempSync(join(root, "test/testing/scratch/types-"));
  write("graven.config.ts", 'export default { models: "./models.ts", dialect: "sqlite" };\n');
  write("migrations/aaaa0001.ts", revisionFile({ id: "aaaa0001", upgrade: 'op.createTable("foo", { id: integer().primaryKey().autoIncrement(), name: text().notNull() });', downgrade: 'op.dropTable("foo");', labels: ["shop"] }));
  write("migrations/aaaa0002.ts", revisionFile({ id: "aaaa0002", down: "aaaa0001", upgrade: 'op.renameColumn("foo", "name", "title");\nop.addColumn("foo", "size", integer());', downgrade: 'op.dropColumn("foo", "size");\nop.renameColumn("foo", "title", "name");' }));
  await snapshot(projectContext({ folder }));
}, 120_000);
afterAll(() => rmSync(join(root, "test/testing/scratch"), { recursive: true, force: true }));

test("the types of rows follow the tables through the history, and are written once", async () => {
  const { file, isChanged } = await writeRowTypes(projectContext({ folder }));
  expect(isChanged).toBe(true);
  expect(readFileSync(file, "utf8")).toBe(`// Written by \`gen test --types\`: the rows that the tables take before and at each revision. Do not edit.
import "graven/testing";

type FooRow = { id?: number; name: string };
type FooRow2 = { id?: number; title: string; size?: number | null };

declare module "graven/testing" {
  interface RevisionRows {
    "aaaa0001": { before: {}; at: { "foo": FooRow } };
    "aaaa0002": { before: { "foo": FooRow }; at: { "foo": FooRow2 } };
  }
  interface RevisionLabels {
    "shop": "aaaa0001";
  }
}
`);
  expect((await writeRowTypes(projectContext({ folder }))).isChanged).toBe(false);
});

test("a wrong column, table or value of a row does not compile, by id, label or the beginning of an id", { timeout: 180_000 }, () => {
  write(
    "right.ts",
    `import { createRunner, revisionTests, RevisionSpec } from "graven/testing";
revisionTests({
  beforeRevisionData: { aaaa0002: [{ __tablename__: "foo", id: 1, name: "a" }, { __tablename__: "foo", name: "b" }] },
  atRevisionData: { shop: { __tablename__: "foo", name: "c" }, heads: { __tablename__: "anything", x: 1 }, aaaa0002: { __tablename__: "foo", title: "t", size: null } },
  afterRevisionData: { aaaa0002: [{ __tablename__: "foo", size: 1 }, { absent: { __tablename__: "foo", title: "x" } }, { query: "SELECT 1 AS one", result: [{ one: 1 }] }] },
  beforeDowngradeData: RevisionSpec.parse({ aaaa0002: { __tablename__: "foo", title: "t" } }),
});
export async function own() {
  const runner = await createRunner({ atRevisionData: { aaaa0002: async (db) => void (await db.selectFrom("foo").execute()) } });
  const rows = await runner.dbAt("aaaa0002").selectFrom("foo").select("size").execute();
  const size: number | null | undefined = rows[0]?.size;
  const stub = await runner.tableAtRevision("foo", "aaaa0002");
  return [size, stub.title];
}
`,
  );
  write(
    "wrong.ts",
    `import { createRunner, revisionTests } from "graven/testing";
// @ts-expect-error the column is called so only later
revisionTests({ beforeRevisionData: { aaaa0002: { __tablename__: "foo", title: "a" } } });
// @ts-expect-error a text is no number
revisionTests({ atRevisionData: { aaaa0002: { __tablename__: "foo", title: "a", size: "big" } } });
// @ts-expect-error there is no such table
revisionTests({ atRevisionData: { aaaa0002: { __tablename__: "fo", title: "a" } } });
// @ts-expect-error by its label
revisionTests({ atRevisionData: { shop: { __tablename__: "foo", title: "a" } } });
// @ts-expect-error by the beginning of its id
revisionTests({ atRevisionData: { aaaa0002x: 1 } });
// @ts-expect-error the name is missing
revisionTests({ atRevisionData: { aaaa0001: { __tablename__: "foo", id: 1 } } });
export async function own() {
  const runner = await createRunner();
  // @ts-expect-error no such column there
  await runner.dbAt("aaaa0001").selectFrom("foo").select("size").execute();
}
`,
  );
  expect(faultsOf(["right.ts", "wrong.ts"])).toEqual([]);
});

function faultsOf(files: readonly string[]): string[] {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), (path) => readFileSync(path, "utf8")) as { config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [...files.map((name) => join(folder, name)), join(folder, "migrations/snapshots/rows.d.ts")] }, ts.sys, root);
  const program = ts.createProgram([...files.map((name) => join(folder, name)), join(folder, "migrations/snapshots/rows.d.ts")], options);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => `${file?.fileName.slice(folder.length)}:${file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0} ${ts.flattenDiagnosticMessageText(messageText, " ")}`);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
