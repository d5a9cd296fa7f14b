import type { Dialect as KyselyDialect, Kysely } from "kysely";
import { GravenError, throwAll, type Place } from "../base/errors.ts";
import { didYouMean, quotedList } from "../base/text.ts";
import type { DialectName } from "../dialects/dialect.ts";

/** The built-in tests, in the order in which they run. */
export const testNames = [
  "singleHead",
  "upgrade",
  "modelsMatch",
  "requiredRows",
  "upDownConsistency",
  "downgradeLeavesNoTrace",
  "noDataLost",
  "offlineSql",
  "snapshotsMatchReplay",
  "frozen",
  "modelsRegistered",
] as const;

export type TestName = (typeof testNames)[number];

/** A row with its table, as `table` or `schema.table`; the other keys are names of columns in the database. */
export interface DataRow {
  readonly __tablename__: string;
  readonly [column: string]: unknown;
}

/** What goes in at a revision: a row, a list of rows, or a function that inserts them itself or gives them back. */
export type DataBlock = DataRow | readonly DataRow[] | ((db: Kysely<any>) => unknown);

/** Rows by revision: an id, the beginning of one, a label, `head` or `heads`. */
export type RevisionData = Readonly<Record<string, DataBlock>>;

/** What must hold at a revision. A plain row must be there, in these columns at least. */
export type Expectation =
  | DataRow
  | { readonly present: DataRow | readonly DataRow[] }
  | { readonly absent: DataRow | readonly DataRow[] }
  | { readonly query: string | ((db: Kysely<any>) => Promise<readonly object[]>); readonly result: readonly Readonly<Record<string, unknown>>[] }
  /** Throws when it does not hold. */
  | ((db: Kysely<any>) => unknown);

/** Expectations by revision, with the same keys. */
export type RevisionExpectations = Readonly<Record<string, Expectation | readonly Expectation[]>>;

export interface FakeRowsOptions {
  /** Rows that each table holds before every revision. */
  readonly count: number;
  /** Another number for a table, by its key; 0 leaves it as it is. */
  readonly counts?: Readonly<Record<string, number>>;
  /** Default 1: the same rows on every run. */
  readonly seed?: number;
  readonly locale?: string;
}

/** Where the tests run: a URL, or a function that makes a Kysely dialect for a fresh, empty database at each call. */
export type TestDatabase = string | { readonly kysely: () => KyselyDialect | Promise<KyselyDialect>; readonly dialect?: DialectName; readonly title?: string };

/** How a project's revisions are tested. */
export interface TestOptions {
  /** Only these built-in tests. */
  readonly include?: readonly TestName[];
  /** Not these; taken away from `include` too. */
  readonly exclude?: readonly TestName[];
  /** Default: SQLite or PGlite in memory where the config's URL is one of them, else scratch databases on its server when that is on this machine. */
  readonly databases?: TestDatabase | readonly TestDatabase[];
  /** Rows that go in before the upgrade to a revision. */
  readonly beforeRevisionData?: RevisionData;
  /** Rows that go in once a revision is reached. */
  readonly atRevisionData?: RevisionData;
  /** What must hold right after the upgrade to a revision, before its `atRevisionData` goes in. */
  readonly afterRevisionData?: RevisionExpectations;
  /** Rows that go in before a revision is undone. */
  readonly beforeDowngradeData?: RevisionData;
  /** What must hold right after a revision was undone. */
  readonly afterDowngradeData?: RevisionExpectations;
  /** Before every revision each table is filled up to so many made-up rows. */
  readonly fakeRows?: number | FakeRowsOptions;
  /** The lowest revision that tests go down to: its own downgrade and those below are not run. */
  readonly minimumDowngradeRevision?: string;
  /** Revisions that are marked as applied and never run. */
  readonly skipRevisions?: string | readonly string[];
  /** Revisions that may lose rows or values, for `noDataLost`. */
  readonly mayLoseData?: string | readonly string[];
  /** Where `modelsRegistered` looks for files that declare tables. Default: the folders of the model files. */
  readonly modelFiles?: string | readonly string[];
  /** Milliseconds that a revision or a function may take. Default 30,000. */
  readonly timeout?: number;
}

const names = { of: (value: unknown) => list(value, (each) => typeof each === "string" && (testNames as readonly string[]).includes(each)), what: "a list of built-in tests" };
const texts = { of: (value: unknown) => typeof value === "string" || list(value, (each) => typeof each === "string"), what: "a text or a list of texts" };
const data = { of: (value: unknown) => isRecord(value) || hasRevisions(value), what: "rows by revision, as in { fb4d3ab5f38d: [{ __tablename__: \"foo\", id: 1 }] }" };
const expectations = { of: isRecord, what: "expectations by revision, as in { fb4d3ab5f38d: { __tablename__: \"foo\", id: 1 } }" };

const checks = {
  include: names,
  exclude: names,
  databases: { of: (value) => list([value].flat(), (each) => typeof each === "string" || (isRecord(each) && typeof each["kysely"] === "function")), what: "a URL, { kysely: () => … }, or a list of them" },
  beforeRevisionData: data,
  atRevisionData: data,
  afterRevisionData: expectations,
  beforeDowngradeData: data,
  afterDowngradeData: expectations,
  fakeRows: { of: (value) => isCount(value) || (isRecord(value) && isCount(value["count"]) && Object.values((value["counts"] as object | undefined) ?? {}).every(isCount)), what: "a whole number from 0 up, or { count, counts, seed, locale }" },
  minimumDowngradeRevision: { of: (value) => typeof value === "string", what: "a revision" },
  skipRevisions: texts,
  mayLoseData: texts,
  modelFiles: texts,
  timeout: { of: (value) => typeof value === "number" && value > 0, what: "a number of milliseconds" },
} satisfies Record<keyof TestOptions, { readonly of: (value: unknown) => boolean; readonly what: string }>;

/** Checks options, whoever wrote them. Throws TST-001 for what is no option, TST-002 for a test that is none. */
export function checkedTestOptions(options: TestOptions, place?: Place): TestOptions {
  for (const key of ["include", "exclude"] as const) {
    const given = options[key];
    const unknown = Array.isArray(given) ? given.filter((each) => !(testNames as readonly unknown[]).includes(each)).map(String).sort() : [];
    if (unknown.length) throw new GravenError("TST-002", `"${key}" of the test options names ${unknown.length === 1 ? "a test that is none" : "tests that are none"}: ${unknown.join(", ")}.`, { place, hint: didYouMean(unknown[0]!, testNames) ?? `The tests are ${quotedList(testNames)}.` });
  }
  throwAll(
    Object.entries(options).flatMap(([key, value]) => {
      if (!Object.hasOwn(checks, key)) return [new GravenError("TST-001", `The test options have the unknown key "${key}".`, { place, hint: didYouMean(key, Object.keys(checks)) ?? `They know ${quotedList(Object.keys(checks))}.` })];
      const { of, what } = checks[key as keyof TestOptions];
      return value === undefined || of(value) ? [] : [new GravenError("TST-001", `"${key}" of the test options should be ${what}.`, { place })];
    }),
  );
  return options;
}

function list(value: unknown, of: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(of);
}

// By what they are, not by their class: a test runner may have made them in another realm.
function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function hasRevisions(value: unknown): boolean {
  return isRecord(value) && "revisions" in value;
}

function isCount(value: unknown): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}
