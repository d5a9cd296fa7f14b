import { pendingChanges } from "../../commands/check.ts";
import { schemaAt } from "../../revisions/store.ts";
import { differences } from "../differences.ts";
import { failure, type BuiltInTest } from "./built-in-test.ts";
import { reachHeads } from "./upgrade.ts";

export const modelsMatch: BuiltInTest = {
  scope: "database",
  run: async (suite) => {
    const { project } = suite;
    const { pass, catalogue } = await reachHeads("TST-103", suite);
    const { dialect } = pass.stand;
    const { schema } = await schemaAt(project.store, project.store.graph.heads);
    const changes = await pendingChanges({ config: project.config, dialect }, schema);
    if (changes.length) throw failure("TST-103", "The models are out of sync with the revisions. To match them, a revision would have to:", { details: changes.map((change) => `  ${change}`), hint: 'Run `gen revision --autogenerate -m "…"`, or change the models back.' });
    const found = differences(catalogue, dialect.physical(dialect.physical(schema)), dialect);
    if (found.length) throw failure("TST-103", `At the heads ${dialect.title} holds something else than the snapshots say. To match them, it would have to:`, { details: found.map((each) => `  ${each}`), hint: "A revision that runs SQL of its own must tell what it does to the schema: correct it, then run `gen snapshot`." });
  },
};
