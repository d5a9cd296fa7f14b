import { expect, test, vi } from "vitest";
import { parseSnapshot, snapshotOf, snapshotText, type Snapshot } from "../../src/revisions/snapshot.ts";
import { MANY_ROWS } from "../../src/schema/lazy-rows.ts";
import { requiredRowsOf } from "../../src/schema/row-values.ts";
import { sameObject, schemaHash, withShared } from "../../src/schema/same.ts";
import { emptySchema, type RequiredRows, type Schema } from "../../src/schema/types.ts";

const rows = (count: number) => requiredRowsOf(Array.from({ length: count }, (_, at) => ({ code: `c${at}`, name: `Place "${at}", in {"rows":[1]}\n`, size: at })));
const identity = { revision: "a1", parents: [], source: "s" };
const made = (schema: Partial<Schema>) => {
  const after = { ...emptySchema, ...schema };
  return { after, text: snapshotText(snapshotOf(identity, emptySchema, after)) };
};
const many = made({ requiredRows: { few: rows(3), place: rows(3000), "b.more\"": rows(2000) }, namespaces: { b: { name: "b" } } });
const rowsOf = (snapshot: Snapshot, table: string) => snapshot.objects[`requiredRows ${table}`] as RequiredRows;
const code = (run: () => unknown) => {
  try {
    return run();
  } catch (error) {
    return (error as { readonly code: string }).code;
  }
};

test("many rows stand on a line with their hash, few as they are", () => {
  const lines = many.text.split("\n").filter((line) => line.startsWith('    "requiredRows'));
  expect(lines.map((line) => /^ {4}"requiredRows [^ ]*: \{"(hash|rows)"/.exec(line)?.[1])).toEqual(["hash", "rows", "hash"]);
  expect(lines.every((line) => line.length > MANY_ROWS === line.includes('{"hash":"'))).toBe(true);
});

test("many rows are read back as they were, and parsed when they are asked for and not before", () => {
  const parse = vi.spyOn(JSON, "parse");
  const snapshot = parseSnapshot(many.text, "a1.json");
  const longest = () => Math.max(...parse.mock.calls.map(([text]) => text.length));
  try {
    expect(sameObject(rowsOf(snapshot, "place"), many.after.requiredRows["place"]!)).toBe(true);
    expect(schemaHash({ ...emptySchema, namespaces: many.after.namespaces, requiredRows: { few: rowsOf(snapshot, "few"), place: rowsOf(snapshot, "place"), "b.more\"": rowsOf(snapshot, "b.more\"") } })).toBe(snapshot.hash);
    const shared = withShared(many.after, { ...emptySchema, requiredRows: { place: rowsOf(snapshot, "place") } });
    expect(shared.requiredRows["place"]).toBe(rowsOf(snapshot, "place"));
    expect(longest()).toBeLessThan(MANY_ROWS);
    expect(rowsOf(snapshot, "place")).toEqual(rows(3000));
    expect(rowsOf(snapshot, "b.more\"")).toEqual(rows(2000));
    expect(rowsOf(snapshot, "few")).toEqual(rows(3));
    expect(longest()).toBeGreaterThan(MANY_ROWS);
  } finally {
    parse.mockRestore();
  }
});

test("what was read is written as the same text, and other rows are another object", () => {
  const snapshot = parseSnapshot(many.text, "a1.json");
  expect(snapshotText(snapshot)).toBe(many.text);
  expect(sameObject(rowsOf(snapshot, "place"), rows(2999))).toBe(false);
});

test("a formatter may put many rows on lines of their own", () => {
  for (const text of [JSON.stringify(JSON.parse(many.text), null, 2), many.text.replaceAll("\n", "\r\n")]) {
    const snapshot = parseSnapshot(text, "a1.json");
    expect(rowsOf(snapshot, "place")).toEqual(rows(3000));
    expect(snapshotText(snapshot)).toBe(many.text);
  }
});

test("an edit shows: of anything else at once, of a row among many when it is asked for, of their hash at once", () => {
  const edited = parseSnapshot(many.text.replace('"code":"c2999"', '"code":"c3000"'), "a1.json");
  expect(code(() => rowsOf(edited, "place").rows)).toBe("SNP-003");
  expect(rowsOf(edited, "b.more\"").rows).toHaveLength(2000);
  expect(code(() => rowsOf(parseSnapshot(many.text.replace('"code":"c2999"', '"code":"c29'), "a1.json"), "place").rows)).toBe("SNP-003");
  expect(code(() => parseSnapshot(many.text.replace(/(requiredRows place": \{"hash":")./, "$1!"), "a1.json"))).toBe("SNP-003");
  expect(code(() => parseSnapshot(many.text.replace(/(requiredRows place": \{"hash":")(.)/, (_, start: string, digit: string) => start + (digit === "0" ? "1" : "0")), "a1.json"))).toBe("SNP-003");
  expect(code(() => parseSnapshot(many.text.replace('"name":"b"', '"name":"c"'), "a1.json"))).toBe("SNP-003");
});
