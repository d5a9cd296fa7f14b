import { checkSnapshots } from "../../commands/check-snapshots.ts";
import { shortDetails } from "./short-details.ts";
import { failure, type BuiltInTest } from "./built-in-test.ts";

export const snapshotsMatchReplay: BuiltInTest = {
  scope: "project",
  run: async (project) => {
    const findings = await checkSnapshots(project, project.sets.skipped);
    if (findings.length) throw failure("TST-108", `${findings.length === 1 ? "A snapshot is" : `${findings.length} snapshots are`} not what the revisions give.`, { details: shortDetails(findings), hint: "Undo the edit, or run `gen snapshot` to make them again." });
  },
};
