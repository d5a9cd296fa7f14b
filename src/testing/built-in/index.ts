import type { TestName } from "../../commands/test-options.ts";
import type { BuiltInTest } from "./built-in-test.ts";
import { downgradeLeavesNoTrace } from "./downgrade-leaves-no-trace.ts";
import { frozen } from "./frozen.ts";
import { modelsMatch } from "./models-match.ts";
import { modelsRegistered } from "./models-registered.ts";
import { noDataLost } from "./no-data-lost.ts";
import { offlineSql } from "./offline-sql.ts";
import { requiredRows } from "./required-rows.ts";
import { singleHead } from "./single-head.ts";
import { snapshotsMatchReplay } from "./snapshots-match-replay.ts";
import { upDownConsistency } from "./up-down-consistency.ts";
import { upgrade } from "./upgrade.ts";

export { faultText } from "./built-in-test.ts";

/** What each built-in test does. */
export const builtInTests: { readonly [N in TestName]: BuiltInTest } = {
  singleHead,
  upgrade,
  modelsMatch,
  requiredRows,
  upDownConsistency,
  downgradeLeavesNoTrace,
  noDataLost,
  offlineSql,
  snapshotsMatchReplay,
  frozen,
  modelsRegistered,
};
