import { reviewRevision } from "../checks/review.ts";
import { loadInStep } from "../dialects/in-step.ts";
import { loadReviewKnowledge } from "../dialects/knowledge.ts";
import { expandAndContract, type ExpandAndContract } from "../diff/expand-contract.ts";
import type { Operation, OperationOf } from "../operations/index.ts";
import type { Schema } from "../schema/types.ts";
import type { Project } from "./project.ts";

/** Rows of a backfill at once, unless told. */
const BATCH = 10_000;

/** What leads to the models, as two revisions. Throws DIF-006 for what cannot be split. */
export async function expandContract({ dialect }: Project, plain: readonly Operation[], before: Schema, batchSize: number = BATCH): Promise<ExpandAndContract> {
  const [inStep, knowledge] = await Promise.all([loadInStep(dialect.name), loadReviewKnowledge(dialect.name)]);
  const isCostly = (operation: OperationOf<"alterColumn">, schema: Schema) => {
    const { operations } = reviewRevision({ revision: "", message: "", operations: [{ operation }], before: schema, hasDowngrade: true, allowances: [] }, { rules: [], severities: {}, on: [{ dialect, knowledge }] });
    return operations.some(({ steps }) => steps[dialect.name]?.some(({ effects }) => effects.work.length > 0 || effects.algorithm === "COPY"));
  };
  return expandAndContract(plain, before, { dialect, inStep, isCostly, batchSize });
}
