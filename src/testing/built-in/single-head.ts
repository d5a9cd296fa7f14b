import { failure, type BuiltInTest } from "./built-in-test.ts";

export const singleHead: BuiltInTest = {
  scope: "project",
  run: async ({ store: { graph, folder } }) => {
    const { heads } = graph;
    if (heads.length === 1) return;
    if (!heads.length) throw failure("TST-101", `Expected 1 head revision, found 0: there is no revision in ${folder}.`, { hint: 'Write the first with `gen revision --autogenerate -m "first"`, or exclude "singleHead" until then.' });
    throw failure("TST-101", `Expected 1 head revision, found ${heads.length}: ${heads.join(", ")}.`, { details: heads.map((id) => `  ${graph.revisions.get(id)!.file}`), hint: "Run `gen merge` to join them." });
  },
};
