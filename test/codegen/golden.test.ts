import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";
import { writeEmptyRevision, writeRevision } from "../../src/codegen/index.ts";
import { readTemplate } from "../../src/codegen/template-files.ts";
import { defineOperation } from "../../src/operations/define-operation.ts";
import { operations as definitions, type Operation } from "../../src/operations/index.ts";
import { evaluate } from "./support/evaluate.ts";
import { revisionOf } from "./support/revisions.ts";
import { everyKind, everyType, unprintable, enumsBefore } from "./support/samples.ts";

const expected = fileURLToPath(new URL("./expected/", import.meta.url));
const annotated = (list: readonly Operation[]) => list.map((operation) => ({ operation, comments: [] }));

test("every kind of operation is written as its author would have written it", async () => {
  const text = await writeRevision(revisionOf([], enumsBefore, { upgrade: annotated(everyKind), message: "every kind of operation" }));
  await expect(text).toMatchFileSnapshot(`${expected}every_kind.ts`);
  expect(evaluate(text).upgrade).toEqual(everyKind);
});

test("the samples hold every kind of operation that can be written", () => {
  const kinds = new Set([...everyKind.map(({ kind }) => kind), ...unprintable.map(({ kind }) => kind), "own"]);
  expect([...kinds].sort()).toEqual(Object.keys(definitions).sort());
});

test("an operation of the project's own is written with what it imports, and a name that stands for something else is refused", async () => {
  const operation = (name: string, from = "#operations") => defineOperation<{ table: string }>({ name, from, sql: () => [] });
  const grantRead = operation("grantRead");
  const text = await writeRevision(revisionOf([grantRead.with({ table: "job" }), { kind: "withoutTransaction", operations: [operation("aside", "@acme/operations").with({ table: "job" })] }]));
  expect(text).toContain('import type { Operations } from "graven/revision";\nimport { grantRead } from "#operations";\nimport { aside } from "@acme/operations";\n');
  expect(text).toContain('op.own(grantRead, { table: "job" });');
  await expect(writeRevision(revisionOf([grantRead.with({ table: "a" }), operation("grantRead", "@acme/operations").with({ table: "b" })]))).rejects.toMatchObject({ code: "GEN-008" });
  await expect(writeRevision(revisionOf([{ kind: "createTable", table: everyType }, operation("table").with({ table: "b" })], enumsBefore))).rejects.toMatchObject({ code: "GEN-008" });
  const template = (await readTemplate("revision.ts")).replace("import type", 'import { grantRead } from "#operations";\nimport type');
  expect((await writeRevision(revisionOf([grantRead.with({ table: "a" })]), { template })).match(/#operations/g)).toHaveLength(1);
});

test("every type of a column is written with its defaults and options", async () => {
  const text = await writeRevision(revisionOf([{ kind: "createTable", table: everyType }], enumsBefore, { message: "every type" }));
  await expect(text).toMatchFileSnapshot(`${expected}every_type.ts`);
  expect(evaluate(text).upgrade).toEqual([{ kind: "createTable", table: everyType }]);
});

test("required rows go through the stub of their table, under the caller's comment", async () => {
  const name = { name: { kind: "varchar", length: 80 } } as const;
  const text = await writeRevision(
    revisionOf([], enumsBefore, {
      message: "required rows",
      upgrade: [
        { operation: { kind: "createTable", table: { ...everyType, name: "list_type", columns: [{ name: "name", type: name.name, nullable: false }] } }, comments: [] },
        { operation: { kind: "dropTable", table: "old" }, comments: ['All rows of table "old" are lost;\na downgrade makes the table again, empty.'] },
        { operation: { kind: "bulkInsert", table: "list_type", columns: name, rows: [{ name: "best list" }, { name: "bester list" }] }, comments: ["required seed"] },
        { operation: { kind: "bulkInsert", table: "account", columns: { ...name, made: { kind: "date" }, mood: { kind: "enum", name: "mood" } }, rows: [{ name: "root", made: new Date(0), mood: "ok" }] }, comments: [] },
      ],
    }),
  );
  await expect(text).toMatchFileSnapshot(`${expected}required_rows.ts`);
});

test("an empty revision waits for its author, with parents, labels and dependencies", async () => {
  const text = await writeEmptyRevision({
    message: 'merge "a" */ and\n\tthe rest \u2028 ${x} ',
    revision: "9c1d",
    downRevision: ["4f2a", "77aa"],
    branchLabels: ["shop"],
    dependsOn: ["1b1b"],
    created: new Date("2026-01-31T12:00:00.999Z"),
  });
  await expect(text).toMatchFileSnapshot(`${expected}empty.ts`);
  expect(evaluate(text)).toEqual({ header: { revision: "9c1d", downRevision: ["4f2a", "77aa"], branchLabels: ["shop"], dependsOn: ["1b1b"] }, upgrade: [], downgrade: [] });
});

test.for(unprintable.map((operation) => [operation.kind, operation] as const))("%s is refused, as only its author can write it", async ([, operation]) => {
  await expect(writeRevision(revisionOf([], enumsBefore, { upgrade: annotated([operation]) }))).rejects.toMatchObject({ code: "GEN-003" });
});

test("a value that no source can say is refused", async () => {
  const rows = [{ name: () => "x" }];
  const upgrade = annotated([{ kind: "bulkInsert", table: "job", columns: { name: { kind: "text" } }, rows }]);
  await expect(writeRevision(revisionOf([], enumsBefore, { upgrade }))).rejects.toMatchObject({ code: "GEN-002", message: "A revision file cannot hold a function as a value." });
});

test("a table in a state that no builder makes is refused", async () => {
  const table = { ...everyType, columns: [{ name: "id", type: { kind: "integer" }, nullable: true }], primaryKey: { name: "k", columns: ["id"] } } as const;
  await expect(writeRevision(revisionOf([], enumsBefore, { upgrade: annotated([{ kind: "createTable", table }]) }))).rejects.toMatchObject({ code: "GEN-005" });
});

test("an enumeration that is nowhere is refused", async () => {
  const operation: Operation = { kind: "addColumn", table: "job", column: { name: "m", type: { kind: "enum", name: "moood" }, nullable: true } };
  await expect(writeRevision(revisionOf([], enumsBefore, { upgrade: annotated([operation]) }))).rejects.toMatchObject({ code: "GEN-006", hint: 'Did you mean "mood"?' });
});

test("the written files pass the strictest settings of the compiler, but for the parameter of an empty function", async () => {
  const files = (await readdir(expected)).filter((file) => file.endsWith(".ts")).map((file) => `${expected}${file}`);
  const config = ts.readConfigFile(fileURLToPath(new URL("../../tsconfig.json", import.meta.url)), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config.config, include: [], files: [] }, ts.sys, fileURLToPath(new URL("../../", import.meta.url)));
  const program = ts.createProgram(files, { ...options, noUnusedLocals: true, noUnusedParameters: true });
  const faults = files.flatMap((file) => [...program.getSyntacticDiagnostics(program.getSourceFile(file)), ...program.getSemanticDiagnostics(program.getSourceFile(file))]);
  // An empty function keeps its parameter under the name that its author is going to need.
  const awaitsCalls = (fault: ts.Diagnostic) => fault.code === 6133 && ts.flattenDiagnosticMessageText(fault.messageText, "\n").startsWith("'op' ");
  expect(faults.filter((fault) => !awaitsCalls(fault)).map((fault) => `${fault.file?.fileName.split("/").at(-1)}: ${ts.flattenDiagnosticMessageText(fault.messageText, "\n")}`)).toEqual([]);
  expect(files.length).toBeGreaterThan(3);
  expect(await readFile(files[0]!, "utf8")).toContain("graven/revision");
});
