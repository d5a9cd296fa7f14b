import * as fc from "fast-check";
import { expect, test } from "vitest";
import { formatFilled, formatInPieces } from "../../src/codegen/format-filled.ts";
import { printRevision } from "../../src/codegen/revision.ts";
import { fillTemplate, readTemplateText } from "../../src/codegen/template.ts";
import { readTemplate } from "../../src/codegen/template-files.ts";
import type { PrettierOptions } from "../../src/codegen/source.ts";
import type { Operation } from "../../src/operations/index.ts";
import { keyOf } from "../../src/schema/key.ts";
import { emptySchema, type Column, type Index, type Table } from "../../src/schema/types.ts";
import { enums, table } from "./support/arbitraries.ts";
import { revisionOf } from "./support/revisions.ts";

const numRuns = Number(process.env.PROPERTY_RUNS ?? 50);

/** Names of the kinds that decide how chains of calls are written: short ones, capitals, and plain ones of any length. */
const plainName = fc.oneof({ weight: 5, arbitrary: fc.stringMatching(/^[a-z][a-z0-9_]{0,24}$/) }, fc.stringMatching(/^[A-Z$_][a-zA-Z$_]{0,8}$/), fc.stringMatching(/^[a-z]{30,70}$/), fc.constantFrom("q", "qq", "Q", "it", "test", "describe", "default", "true"));
const plainText = fc.oneof(fc.stringMatching(/^[a-zA-Z0-9 _.,:;()]{0,40}$/), fc.constantFrom("it's", 'a "b"', "a\\b", "https://a.b", "größe", "two\nlines", "`", ""));

const plainColumn = (name: string): fc.Arbitrary<Column> =>
  fc
    .record(
      {
        type: fc.constantFrom<Column["type"]>({ kind: "integer" }, { kind: "varchar", length: 120 }, { kind: "numeric", precision: 10, scale: 2 }, { kind: "text" }, { kind: "timestamptz" }, { kind: "enum", name: "mood" }, { kind: "array", element: { kind: "text" } }, { kind: "array", element: { kind: "varchar", length: 20 } }),
        nullable: fc.boolean(),
        default: fc.oneof(plainText.map((value) => ({ value })), plainText.map((sql) => ({ sql })), fc.integer().map((value) => ({ value }))),
        comment: plainText,
        collation: plainText,
      },
      { requiredKeys: ["type", "nullable"] },
    )
    .map((more) => ({ name, ...more }) as Column);

/** Tables such as people have them: most of them with more columns than a line has room for. */
const plainTable: fc.Arbitrary<Table> = fc
  .tuple(plainName, fc.uniqueArray(plainName, { minLength: 1, maxLength: 12 }), fc.record({ schema: plainName, comment: plainText }, { requiredKeys: [] }))
  .chain(([name, columnNames, more]) => {
    const some = fc.shuffledSubarray(columnNames, { minLength: 1, maxLength: Math.min(3, columnNames.length) });
    const part = fc.record({ column: fc.constantFrom(...columnNames), order: fc.constant("desc" as const), nulls: fc.constantFrom("first" as const, "last" as const), operatorClass: plainText }, { requiredKeys: ["column"] });
    const index = fc.record({ name: plainName, parts: fc.array(part, { minLength: 1, maxLength: 3 }), unique: fc.constant(true as const), where: plainText, include: some }, { requiredKeys: ["name", "parts"] });
    const foreignKey = fc.tuple(plainName, some, plainName, fc.constantFrom("cascade" as const, undefined)).map(([own, columns, target, onDelete]) => ({ name: own, columns, references: { table: target, columns }, ...(onDelete && { onDelete }) }));
    return fc
      .record({ columns: fc.tuple(...columnNames.map(plainColumn)), indexes: fc.array(index, { maxLength: 4 }), foreignKeys: fc.array(foreignKey, { maxLength: 2 }), key: fc.option(some) })
      .map(({ columns, indexes, foreignKeys, key }): Table => ({
        name,
        ...more,
        columns: columns.map((each) => (key?.includes(each.name) ? { ...each, nullable: false } : each)),
        ...(key && { primaryKey: { name: `${name}_pkey`, columns: key } }),
        uniques: [],
        checks: [],
        foreignKeys: foreignKeys.map((each, position) => ({ ...each, name: `fk${position}_${each.name}` })),
        indexes: indexes.map((each, position) => ({ ...each, name: `ix${position}_${each.name}` }) as Index),
      }));
  });

const oneTable = fc.oneof({ weight: 4, arbitrary: plainTable }, { weight: 1, arbitrary: table });
const otherCall: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ kind: fc.constant("dropTable" as const), table: plainName }),
  fc.record({ kind: fc.constant("renameColumn" as const), table: plainName, from: plainName, to: plainName }),
  fc.record({ kind: fc.constant("execute" as const), statements: plainText.filter((sql) => sql !== "").map((sql) => [{ sql }]) }),
  fc.tuple(plainName, plainName.chain(plainColumn)).map(([key, column]) => ({ kind: "addColumn" as const, table: key, column })),
  plainTable.map((each) => ({ kind: "createTable" as const, table: each })),
);

const settings: fc.Arbitrary<PrettierOptions> = fc.record(
  {
    printWidth: fc.constantFrom(40, 60, 80, 100, 120),
    tabWidth: fc.constantFrom(2, 4, 8),
    useTabs: fc.boolean(),
    semi: fc.boolean(),
    singleQuote: fc.boolean(),
    bracketSpacing: fc.boolean(),
    trailingComma: fc.constantFrom("none", "es5", "all"),
    quoteProps: fc.constantFrom("as-needed", "consistent", "preserve"),
    arrowParens: fc.constantFrom("always", "avoid"),
    objectWrap: fc.constantFrom("preserve", "collapse"),
    endOfLine: fc.constantFrom("lf", "crlf", "auto"),
    plugins: fc.constant([]),
  },
  { requiredKeys: [] },
);

async function filledTemplate(upgrade: readonly Operation[], downgrade: readonly Operation[]) {
  const annotated = (operations: readonly Operation[]) => operations.map((operation, index) => ({ operation, comments: index % 3 ? [] : ["a comment"] }));
  const source = revisionOf([], { ...emptySchema, enums }, { upgrade: annotated(upgrade), downgrade: annotated(downgrade) });
  const printed = printRevision(source);
  const places = (["stubs", "upgrade", "downgrade"] as const).filter((place) => printed[place].length);
  const template = await readTemplateText(await readTemplate("revision.ts"), true);
  return { printed, skeleton: fillTemplate(template, { source, imports: printed.imports, ownImports: printed.ownImports, filled: new Set(places) }) };
}

test("a file that is formatted in pieces is the one that is formatted as a whole, with whatever settings", { timeout: 600_000 }, async () => {
  const created = fc.uniqueArray(oneTable, { maxLength: 6, selector: keyOf }).map((tables) => tables.map((each): Operation => ({ kind: "createTable", table: each })));
  await fc.assert(
    fc.asyncProperty(created, fc.array(otherCall, { maxLength: 6 }), settings, async (tables, others, options) => {
      const { skeleton, printed } = await filledTemplate([...tables, ...others], others);
      const whole = await formatFilled(skeleton, printed, options, false);
      expect(await formatInPieces(skeleton, printed, options)).toBe(whole);
    }),
    { numRuns },
  );
});

test.for([{ plugins: ["some-plugin"] }, { insertPragma: true }, { anOptionOfTheFuture: 1 }, { endOfLine: "cr" }, { printWidth: Infinity }, { tabWidth: 0 }] as PrettierOptions[])(
  "settings that may look at the whole file leave it whole: %j",
  async (options) => {
    const { skeleton, printed } = await filledTemplate([{ kind: "dropTable", table: "job" }], []);
    expect(await formatInPieces(skeleton, printed, options)).toBeUndefined();
  },
);
