import { readFileSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { GravenError } from "../../base/errors.ts";
import { fileIdentity } from "../../base/file-identity.ts";
import { didYouMean } from "../../base/text.ts";
import { placeOf } from "../../base/trace.ts";
import type { RequiredDeclaration, TableDeclaration } from "../../models/declaration.ts";
import { keyOf } from "../../schema/key.ts";
import { rowReference } from "../../schema/row-reference.ts";
import { csvRecords, type CsvRecord } from "./csv.ts";
import { insertStatements, type InsertStatement, type InsertValue } from "./insert-statements.ts";
import { typedValue } from "./typed-value.ts";

/**
 * The tables with the rows that stand in files: CSV files that `rowsFromCsv` names, and SQL files of INSERT statements. The
 * declarations themselves stay as they are. Throws MOD-041 and MOD-045, with file and line.
 */
export async function withRowFiles(tables: readonly TableDeclaration[], sqlFiles: readonly string[]): Promise<readonly TableDeclaration[]> {
  const bySql = new Map<TableDeclaration, RequiredDeclaration[]>();
  for (const file of sqlFiles) {
    for (const statement of insertStatements(await readFile(file, "utf8"), file)) {
      const table = tableNamed(tables, statement.table, file, statement.line);
      bySql.set(table, [...(bySql.get(table) ?? []), ...declaredRows(statement, table, tables, file)]);
    }
  }
  return Promise.all(
    tables.map(async (table) => {
      const own = table.required ?? [];
      const more = bySql.get(table) ?? [];
      if (!more.length && !own.some(({ csv }) => csv)) return table;
      return { ...table, required: [...(await Promise.all(own.map((each) => (each.csv ? withCsv(each, table) : each)))), ...more] };
    }),
  );
}

async function withCsv(declaration: RequiredDeclaration, table: TableDeclaration): Promise<RequiredDeclaration> {
  const { path, trace } = declaration.csv!;
  const place = placeOf(trace);
  const file = resolve(place ? dirname(place.file) : ".", path);
  const unreadable = (error: unknown) => new GravenError("MOD-045", `The rows of "${path}" cannot be read.`, { place, hint: "The path starts at the folder of the file that names it.", cause: error });
  const common = { options: declaration.options, trace: declaration.trace };
  const identity = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) < LONG ? undefined : fileIdentity(file);
  if (identity !== undefined) return readLate({ ...common, identity }, () => textNow(file, unreadable), file, table);
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw unreadable(error);
  });
  return text.length < LONG ? { ...common, rows: csvRows(text, file, table) } : readLate({ ...common, text }, () => text, file, table);
}

function readLate(facts: Omit<RequiredDeclaration, "rows">, text: () => string, file: string, table: TableDeclaration): RequiredDeclaration {
  let rows: RequiredDeclaration["rows"] | undefined;
  return {
    ...facts,
    get rows() {
      return (rows ??= csvRows(text(), file, table));
    },
  };
}

function textNow(file: string, unreadable: (error: unknown) => GravenError): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw unreadable(error);
  }
}

/** A longer file is read when its rows are asked for: most runs know them by their text. */
const LONG = 65_536;

function csvRows(text: string, file: string, table: TableDeclaration): RequiredDeclaration["rows"] {
  const [head, ...records] = csvRecords(text, file);
  if (!head) throw new GravenError("MOD-045", "The file has no line with the names of its columns.", { place: { file } });
  const columns = head.cells.map((cell) => {
    const name = cell.text.trim();
    const column = table.columns.find((each) => each.property === name || each.name === name);
    if (!column) throw new GravenError("MOD-041", `"${name}" is no column of table "${keyOf(table)}".`, { place: { file, line: head.line }, hint: didYouMean(name, table.columns.map((each) => each.property)) });
    return column;
  });
  return records.map((record) => {
    if (record.cells.length !== columns.length) throw new GravenError("MOD-045", `The line has ${record.cells.length} cells for ${columns.length} columns.`, { place: { file, line: record.line } });
    return Object.fromEntries(columns.map(({ property, type }, at) => [property, cellValue(record, at, () => type, file)]));
  });
}

function cellValue({ cells, line }: CsvRecord, at: number, type: () => TableDeclaration["columns"][number]["type"], file: string): unknown {
  const { text, quoted } = cells[at]!;
  return text === "" && !quoted ? null : placed(() => typedValue(text, type()), file, line);
}

function declaredRows({ columns: named, rows, said, line }: InsertStatement, table: TableDeclaration, tables: readonly TableDeclaration[], file: string): RequiredDeclaration[] {
  const columns = named ?? table.columns.map(({ name }) => name);
  const { key, ignore, ...others } = said;
  if (key === undefined) throw new GravenError("MOD-045", `Nothing says by which columns the rows of table "${keyOf(table)}" are found.`, { place: { file, line }, hint: "Write above the statement: -- @key name" });
  const options = { key: listed(key, table), ...(ignore !== undefined && { ignore: listed(ignore, table) }), ...others };
  const properties = columns.map((column) => columnNamed(table, column, file, line));
  return rows.map((row) => {
    if (row.values.length !== columns.length) throw new GravenError("MOD-045", `The row has ${row.values.length} values for ${columns.length} columns.`, { place: { file, line: row.line } });
    return { options, trace: { place: { file, line: row.line } }, rows: [Object.fromEntries(properties.map(({ property, type }, at) => [property, placed(() => valueOf(row.values[at]!, type, tables, file, row.line), file, row.line)]))] };
  });
}

function valueOf(value: InsertValue, type: TableDeclaration["columns"][number]["type"], tables: readonly TableDeclaration[], file: string, line: number): unknown {
  if (value.kind === "null") return null;
  if (value.kind === "bytes") return Uint8Array.from(value.hexadecimal.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  if (value.kind !== "reference") return typedValue(value.text, type);
  const target = tableNamed(tables, value.table, file, line);
  const columns = [value.column, ...value.where.map(([column]) => column)].map((column) => columnNamed(target, column, file, line));
  return rowReference({
    table: keyOf(target),
    column: columns[0]!.name,
    columns: Object.fromEntries(columns.map((column) => [column.name, column.type])),
    key: Object.fromEntries(value.where.map(([column, each]) => [column, valueOf(each, columnNamed(target, column, file, line).type, tables, file, line)])),
  });
}

function placed<T>(work: () => T, file: string, line: number): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof GravenError) throw error;
    throw new GravenError("MOD-041", `The row holds what its column cannot: ${error instanceof Error ? error.message : String(error)}.`, { place: { file, line }, cause: error });
  }
}

function tableNamed(tables: readonly TableDeclaration[], name: string, file: string, line: number): TableDeclaration {
  const found = tables.find((each) => keyOf(each) === name) ?? tables.find((each) => keyOf(each).toLowerCase() === name.toLowerCase());
  if (!found) throw new GravenError("MOD-041", `Rows are declared for the table "${name}", which no model declares.`, { place: { file, line }, hint: didYouMean(name, tables.map(keyOf)) });
  return found;
}

function columnNamed(table: TableDeclaration, name: string, file: string, line: number): TableDeclaration["columns"][number] {
  const found = table.columns.find((each) => each.name === name) ?? table.columns.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (!found) throw new GravenError("MOD-041", `"${name}" is no column of table "${keyOf(table)}".`, { place: { file, line }, hint: didYouMean(name, table.columns.map((each) => each.name)) });
  return found;
}

/** `name, code`, as the properties of the table; a stranger is told with the other options. */
function listed(text: string, { columns }: TableDeclaration): readonly string[] {
  return text.split(",").map((each) => columns.find(({ name }) => name === each.trim())?.property ?? each.trim());
}
