import type { Kysely } from "kysely";
import type { DataRow, Expectation, TestOptions } from "../commands/test-options.ts";
import type { ColumnBuilder } from "../models/column.ts";
import type { AnyTable, TableOf } from "../models/table.ts";
import type { RevisionLabels, RevisionRows } from "./index.ts";
import type { RevisionSpec } from "./revision-spec.ts";

type Revision = keyof RevisionRows & string;

/** The revision that a key means: an id, a label, or the beginning of an id. */
type RevisionOf<Key> = Key extends Revision ? Key : Key extends keyof RevisionLabels ? RevisionLabels[Key] & Revision : Key extends string ? { [R in Revision]: R extends `${Key}${string}` ? R : never }[Revision] : never;

/** The tables of a revision, by when; nothing where no types were written, or a key such as `heads` means no single one. */
type TablesOf<Key, When> = [Revision] extends [never] ? never : [RevisionOf<Key>] extends [never] ? never : When extends keyof RevisionRows[RevisionOf<Key>] ? RevisionRows[RevisionOf<Key>][When] : never;

type RowOf<Tables> = { [T in keyof Tables & string]: { readonly __tablename__: T } & Readonly<Tables[T]> }[keyof Tables & string];
type PartialRowOf<Tables> = { [T in keyof Tables & string]: { readonly __tablename__: T } & Readonly<Partial<Tables[T]>> }[keyof Tables & string];

/** A row for a revision: typed where `gen test --types` wrote the types, any row elsewhere. */
export type RowAt<Key, When extends "before" | "at"> = [TablesOf<Key, When>] extends [never] ? DataRow : RowOf<TablesOf<Key, When>>;
type ExpectedAt<Key, When extends "before" | "at"> = [TablesOf<Key, When>] extends [never] ? DataRow : PartialRowOf<TablesOf<Key, When>>;

type OneOrMore<T> = T | readonly T[];

export type DataAt<Data, When extends "before" | "at"> = { readonly [Key in keyof Data]: OneOrMore<RowAt<Key, When>> | ((db: Kysely<any>) => unknown) };

export type ExpectationsAt<Data, When extends "before" | "at"> = {
  readonly [Key in keyof Data]: OneOrMore<ExpectedAt<Key, When> | { readonly present: OneOrMore<ExpectedAt<Key, When>> } | { readonly absent: OneOrMore<ExpectedAt<Key, When>> } | Exclude<Expectation, DataRow | { readonly present: unknown } | { readonly absent: unknown }>>;
};

/** Test options whose rows are checked against the tables of their revision. */
export interface TypedTestOptions<Before, At, After, Down, AfterDown> extends Omit<TestOptions, "beforeRevisionData" | "atRevisionData" | "afterRevisionData" | "beforeDowngradeData" | "afterDowngradeData"> {
  /** Rows that go in before the upgrade to a revision. */
  readonly beforeRevisionData?: DataAt<Before, "before"> | RevisionSpec;
  /** Rows that go in once a revision is reached. */
  readonly atRevisionData?: DataAt<At, "at"> | RevisionSpec;
  /** What must hold right after the upgrade to a revision, before its `atRevisionData` goes in. */
  readonly afterRevisionData?: ExpectationsAt<After, "at">;
  /** Rows that go in before a revision is undone. */
  readonly beforeDowngradeData?: DataAt<Down, "at"> | RevisionSpec;
  /** What must hold right after a revision was undone. */
  readonly afterDowngradeData?: ExpectationsAt<AfterDown, "before">;
}

type ColumnsOf<Row> = {
  readonly [C in keyof Row]-?: ColumnBuilder<{ name: undefined; select: Exclude<Row[C], null | undefined>; insert: Exclude<Row[C], null | undefined>; notNull: null extends Row[C] ? false : true; hasDefault: undefined extends Row[C] ? true : false; generated: false }>;
};

/** The stub of a table at a revision. */
export type StubAt<Name extends string, Key> = [TablesOf<Key, "at">] extends [never] ? AnyTable : Name extends keyof TablesOf<Key, "at"> ? TableOf<Name, ColumnsOf<TablesOf<Key, "at">[Name]>> : never;

/** A Kysely instance on the tables of a revision. */
export type DatabaseAt<Key> = [TablesOf<Key, "at">] extends [never] ? Kysely<any> : Kysely<{ [T in keyof TablesOf<Key, "at">]: Required<TablesOf<Key, "at">[T]> }>;
