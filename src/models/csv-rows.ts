import { traceCall, type Trace } from "../base/trace.ts";

/** Rows that stand in a CSV file, which is read together with the models. */
export class CsvRows {
  readonly path: string;
  readonly trace: Trace;

  constructor(path: string, trace: Trace) {
    this.path = path;
    this.trace = trace;
  }
}

/**
 * The rows of a CSV file with the names of columns in its first line. The path starts at the folder of the file that calls this. A cell
 * is read by the type of its column; one that is empty and has no quotes is NULL.
 * @example requiredRows(country, { key: "code" }, rowsFromCsv("./countries.csv"));
 */
export function rowsFromCsv(path: string): CsvRows {
  return new CsvRows(path, traceCall(rowsFromCsv));
}

export function isCsvRows(value: unknown): value is CsvRows {
  // A list may be one that is read late, and this would look into it.
  if (Array.isArray(value)) return false;
  // By its shape, as a project may load two copies of the package.
  return value instanceof CsvRows || (typeof value === "object" && value !== null && value.constructor?.name === CsvRows.name && "path" in value);
}
