import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { lateArray, textOfLateArray } from "../../src/base/late-array.ts";
import { postgres } from "../../src/dialects/postgres/index.ts";
import { buildSchema } from "../../src/models/build.ts";
import { date, integer, json, ref, requiredRows, rowsFromCsv, sql, table, varchar, type AnyTable } from "../../src/models/index.ts";
import type { KnownRows, RowsMemory } from "../../src/models/rows-source.ts";
import { declarationOf } from "../../src/models/table.ts";
import { withRowFiles } from "../../src/readers/rows/with-row-files.ts";
import { sameObject } from "../../src/schema/same.ts";

/** A memory that tells what it knew. */
const memoryOf = () => {
  const known = new Map<string, KnownRows>();
  const asked: boolean[] = [];
  const memory: RowsMemory = {
    find: (text) => {
      if (!text.startsWith('["sound"')) asked.push(known.has(text));
      return known.get(text);
    },
    add: (text, found) => known.set(text, found),
  };
  return { memory, asked };
};

type Row = Readonly<Record<string, unknown>>;
interface Given {
  readonly rows?: readonly Row[];
  readonly length?: number;
  readonly ignore?: readonly string[];
  readonly countries?: readonly Row[];
}

const many = Array.from({ length: 1000 }, (_, at): Row => ({ code: `c${at}`, size: at, facts: { at: [at, null] }, since: new Date(0), made: sql`now()` }));
const replaced = (at: number, change: Row) => many.map((row, index) => (index === at ? { ...row, ...change } : row));

function declared({ rows = many, length = 20, ignore = [], countries = [{ id: 1, name: "Norway" }] }: Given = {}, referring = false): readonly AnyTable[] {
  const country = table("country", { id: integer().primaryKey(), name: varchar(40).notNull().unique() });
  const place = table("place", { code: varchar(length).primaryKey(), size: integer(), facts: json(), since: date(), made: varchar(40), countryId: integer("country_id").references(() => country.id) });
  requiredRows(country, { key: "name" }, countries as never);
  requiredRows(place, { key: "code", ignore: ignore as never }, (referring ? rows.map((row) => ({ ...row, countryId: ref(country, { name: "Norway" }) })) : rows) as never);
  return [country, place];
}
const read = (tables: readonly AnyTable[], memory?: RowsMemory) => buildSchema(tables.map(declarationOf), [], postgres.naming, [], memory).schema.requiredRows;
const code = (run: () => unknown) => {
  try {
    return run();
  } catch (error) {
    return (error as { readonly code: string }).code;
  }
};

test.each([false, true])("many rows that are known are the same rows, made when they are asked for (with references: %s)", (referring) => {
  const { memory, asked } = memoryOf();
  const first = read(declared({}, referring), memory);
  let isLooked = false;
  const watched = replaced(0, {});
  const rows = new Proxy(watched, { get: (target, property) => ((isLooked ||= property === "flatMap" || property === "map"), Reflect.get(target, property) as unknown) });
  const second = read(declared(referring ? {} : { rows }, referring), memory);
  expect(asked).toEqual([false, true]);
  expect(sameObject(second["place"]!, first["place"]!)).toBe(true);
  expect(isLooked).toBe(false);
  expect(second["place"]!.rows).toEqual(read(declared({}, referring))["place"]!.rows);
});

test.each<[string, Given]>([
  ["a value", { rows: replaced(500, { size: 0 }) }],
  ["a value within JSON", { rows: replaced(500, { facts: { at: [500, 0] } }) }],
  ["a date", { rows: replaced(500, { since: new Date(86_400_000) }) }],
  ["SQL in place of its text", { rows: replaced(500, { made: "now()" }) }],
  ["other SQL", { rows: replaced(500, { made: sql`'x'` }) }],
  ["a value that is no more", { rows: replaced(500, { size: null }) }],
  ["a row more", { rows: [...many, { code: "x" }] }],
  ["the type of a column", { length: 30 }],
  ["the options", { ignore: ["size"] }],
])("%s makes them other rows", (_, change) => {
  const { memory, asked } = memoryOf();
  read(declared(), memory);
  const found = read(declared(change), memory);
  expect(asked).toEqual([false, false]);
  expect(found["place"]).toEqual(read(declared(change))["place"]);
});

test("faults among many rows are found again in every run", () => {
  const { memory } = memoryOf();
  for (const rows of [[...many, many[0]!], [...many, { size: 1 }], [...many, { code: "x", size: () => 1 }]]) for (const _ of [1, 2]) expect(code(() => read(declared({ rows }), memory))).toMatch(/^MOD-04[01]$/);
});

test("a reference of many known rows that leads nowhere since is refused", () => {
  const { memory } = memoryOf();
  for (const _ of [1, 2]) read(declared({}, true), memory);
  expect(code(() => read(declared({ countries: [{ id: 1, name: "Sweden" }] }, true), memory))).toBe("MOD-044");
  for (const _ of [1, 2]) expect(read(declared({ countries: [{ id: 1, name: "Norway" }, { id: 2, name: "Sweden" }] }, true), memory)["place"]!.rows).toHaveLength(1000);
});

test("an array that is read late is known by its text, unless somebody looked into it", () => {
  const { memory, asked } = memoryOf();
  const text = JSON.stringify(Array.from({ length: 1000 }, (_, at) => ({ code: `c${at}`, size: at })));
  const first = read(declared({ rows: lateArray(text) as Row[] }), memory)["place"]!;
  const untouched = lateArray(text) as Row[];
  const second = read(declared({ rows: untouched }), memory)["place"]!;
  expect(asked).toEqual([false, true]);
  expect(textOfLateArray(untouched)).toBe(text);
  expect([sameObject(first, second), second.rows]).toEqual([true, first.rows]);
  const changed = lateArray(text) as Row[];
  changed.push({ code: "more" });
  expect(read(declared({ rows: changed }), memory)["place"]!.rows).toHaveLength(1001);
  const other = text.replace('"size":999', '"size":998');
  expect(read(declared({ rows: lateArray(other) as Row[] }), memory)["place"]!.rows).not.toEqual(first.rows);
});

const folder = mkdtempSync(join(tmpdir(), "graven-known-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a long CSV file is known by its text, and read where it is not", async () => {
  const { memory, asked } = memoryOf();
  const file = join(folder, "places.csv");
  const readCsv = async (lines: readonly string[]) => {
    writeFileSync(file, `code,size\n${lines.join("\n")}\n`);
    const place = table("place", { code: varchar(40).primaryKey(), size: integer() });
    requiredRows(place, { key: "code" }, rowsFromCsv(file));
    return buildSchema(await withRowFiles([declarationOf(place)], []), [], postgres.naming, [], memory).schema.requiredRows["place"]!;
  };
  const lines = Array.from({ length: 9000 }, (_, at) => `c${at},${at}`);
  const first = await readCsv(lines);
  const second = await readCsv(lines);
  expect(asked).toEqual([false, true]);
  expect([sameObject(first, second), second.rows]).toEqual([true, first.rows]);
  expect((await readCsv([...lines, "x,1"])).rows).toHaveLength(9001);
  await expect(readCsv([...lines, "x,y"])).rejects.toMatchObject({ code: "MOD-041", place: { file, line: 9002 } });
});
