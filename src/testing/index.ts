export type { DataBlock, DataRow, Expectation, FakeRowsOptions, RevisionData, RevisionExpectations, TestDatabase, TestName, TestOptions } from "../commands/test-options.ts";
export { createRunner } from "./create-runner.ts";
export type { RowAt, TypedTestOptions } from "./revision-rows.ts";
export { RevisionSpec } from "./revision-spec.ts";
export { revisionTests } from "./revision-tests.ts";
export type { RevisionHistory } from "./revision-history.ts";
export type { Runner } from "./runner.ts";
export { testRevisions } from "./report-tests.ts";
export type { TestResult, TestResults } from "./test-revisions.ts";
export type { ProjectToTest } from "./session.ts";

/** The tables before and at each revision, by its id: `gen test --types` writes them. Empty, rows are of any shape. */
export interface RevisionRows {}

/** The revision that carries each branch label; written beside the rows. */
export interface RevisionLabels {}
