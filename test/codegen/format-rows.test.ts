import { format, type Options } from "prettier";
import { expect, test } from "vitest";
import { writeRevision } from "../../src/codegen/index.ts";
import type { AnnotatedOperation } from "../../src/codegen/source.ts";
import type { Operation } from "../../src/operations/index.ts";
import { emptySchema } from "../../src/schema/types.ts";
import { evaluate } from "./support/evaluate.ts";
import { revisionOf } from "./support/revisions.ts";

const columns = { id: { kind: "integer" }, name: { kind: "text" }, note: { kind: "text" } } as const;
const rowsOf = (count: number, name: string) => Array.from({ length: count }, (_, id) => ({ id, name: `${name} number ${id}`, note: 'a note with "quotes", \'more\',\nand lines of its own [1, 2] { graven_rows_0_ }' }));
const insert = (count: number): Operation => ({ kind: "bulkInsert", table: "place", columns, rows: rowsOf(count, "place"), by: { key: ["id"], required: true } });
const update: Operation = { kind: "updateRows", table: "place", columns, rows: rowsOf(60, "new"), was: rowsOf(60, "old"), by: { key: ["id"] } };

const annotated = (operations: readonly Operation[]): readonly AnnotatedOperation[] => operations.map((operation) => ({ operation, comments: ["required seed"] }));
const source = (upgrade: readonly Operation[]) => revisionOf([], emptySchema, { upgrade: annotated(upgrade), downgrade: annotated([insert(60)]) });
const rowLines = (text: string) => text.split(/\r?\n/).filter((line) => /^\s*\{ id: \d+, name: ".* number \d+", note: .* \},$/.test(line));

const settings: Readonly<Record<string, Options>> = {
  "no settings": {},
  tabs: { useTabs: true, semi: false, singleQuote: true },
  "four blanks": { tabWidth: 4, trailingComma: "none", bracketSpacing: false },
  "lines that end as on Windows": { endOfLine: "crlf", printWidth: 60 },
};

test.for(Object.entries(settings))("many rows stand one a line, and a formatter leaves them so: %s", async ([, prettier]) => {
  const operations = [insert(51), insert(3), update];
  const text = await writeRevision(source(operations), { prettier: { printWidth: 100, ...prettier } as never });
  expect(rowLines(text)).toHaveLength(51 + 60 + 60 + 60);
  expect(await format(text, { printWidth: 100, ...prettier, parser: "typescript" })).toBe(text);
  expect(evaluate(text)).toMatchObject({ upgrade: operations.map(({ kind }) => ({ kind })), downgrade: [{ kind: "bulkInsert", rows: rowsOf(60, "place") }] });
  expect((evaluate(text).upgrade as any[]).map(({ rows, was }) => [rows, was])).toEqual(operations.map((each) => [(each as any).rows, (each as any).was]));
});

test("many rows within a group stand a step further in", async () => {
  const text = await writeRevision(source([{ kind: "withTimeouts", options: { lockTimeout: 5 }, operations: [insert(51)] }]));
  expect(text).toMatch(/\n {2}\/\/ prettier-ignore\n {2}op\.withTimeouts\(/);
  expect(rowLines(text)).toHaveLength(51 + 60);
  expect(await format(text, { printWidth: 100, parser: "typescript" })).toBe(text);
  expect(evaluate(text).upgrade).toMatchObject([{ operations: [{ rows: rowsOf(51, "place") }] }]);
});

test("few rows are laid out as the formatter does", async () => {
  const text = await writeRevision({ ...source([insert(50)]), downgrade: [] });
  expect(text).not.toContain("prettier-ignore");
  expect(rowLines(text)).toEqual([]);
});

test("what is written of many rows", async () => {
  const few = { ...insert(0), rows: Array.from({ length: 51 }, (_, id) => ({ id })) } as Operation;
  const text = await writeRevision({ ...source([few]), downgrade: [] });
  const [before, after] = [text.slice(text.indexOf("  // required"), text.indexOf("    { id: 1 }")), text.slice(text.indexOf("    { id: 50 }"), text.indexOf("\n}\n", text.indexOf("    { id: 50 }")))];
  expect([before, after]).toEqual(["  // required seed\n  // prettier-ignore\n  op.bulkInsert(place, [\n    { id: 0 },\n", '    { id: 50 },\n  ], { key: "id", required: true });']);
});
