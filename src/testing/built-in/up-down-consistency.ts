import { differences } from "../differences.ts";
import { ancestorsOf } from "../../revisions/graph.ts";
import type { Schema } from "../../schema/types.ts";
import type { Pass } from "../pass.ts";
import type { Suite } from "../suite.ts";
import { causeLines, failure, type BuiltInTest, type Warn } from "./built-in-test.ts";
import { reachHeads } from "./upgrade.ts";

export const upDownConsistency: BuiltInTest = {
  scope: "database",
  run: async (suite, warn) => {
    const { catalogue } = await reachHeads("TST-104", suite);
    const pass = await suite.take();
    try {
      await roundTrip(suite, pass, catalogue, warn);
    } finally {
      await suite.release(pass.stand);
    }
  },
};

async function roundTrip(suite: Suite, pass: Pass, catalogue: Schema, warn: Warn): Promise<void> {
  const { project } = suite;
  const { graph } = project.store;
  const staying = new Set(project.sets.kept);
  const undone: string[] = [];
  const step = async (id: string, what: string, hint: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      throw failure("TST-104", `Failed to ${what} at revision "${id}".`, { details: causeLines(error), hint, cause: error });
    }
  };
  for (const id of graph.order.toReversed()) {
    if (staying.has(id)) continue;
    const refusal = await project.refusal(id);
    if (refusal) {
      const below = ancestorsOf(graph, [id]).filter((each) => each !== id && !staying.has(each));
      for (const each of [id, ...below]) staying.add(each);
      warn(`The round trip stops above revision "${id}", which refuses its downgrade: ${refusal.message}${left(below.length)}`);
      continue;
    }
    await step(id, "downgrade through each revision individually", "Mend its downgrade, let it refuse with op.irreversible(…), or set `minimumDowngradeRevision`.", () => pass.down(id));
    undone.unshift(id);
  }
  await pass.takeOut();
  for (const id of undone) {
    await step(id, "upgrade again after the round trip upgrade -> downgrade -> upgrade", "Its downgrade, or that of a revision above it, leaves something behind.", () => pass.up(id));
  }
  const found = differences(catalogue, await pass.stand.catalogue(), pass.stand.dialect);
  if (found.length) throw failure("TST-104", "After upgrade -> downgrade -> upgrade the schema is another than after the first upgrade. To be as it was, it would have to:", { details: found.map((each) => `  ${each}`), hint: "A downgrade leaves something behind, or takes too much away." });
}

function left(count: number): string {
  return count ? ` ${count === 1 ? "One revision" : `${count} revisions`} below it ${count === 1 ? "was" : "were"} not undone.` : "";
}
