import { setTimeout as pause } from "node:timers/promises";
import { canonicalJson } from "../../base/json.ts";
import { quotedList } from "../../base/text.ts";
import { recordRevision } from "../../commands/record.ts";
import { visitTokens } from "../../revisions/checksum.ts";
import type { RecordedOperation } from "../../runtime/recorder.ts";
import type { TestProject } from "../project.ts";
import { failure, type BuiltInTest } from "./built-in-test.ts";

/** What a revision may import: its vocabulary, and nothing that an application may change. */
const allowed = new Set(["graven/revision"]);

export const frozen: BuiltInTest = {
  scope: "project",
  run: async (project) => {
    const details: string[] = [];
    for (const id of project.store.graph.order) {
      const { file } = project.store.graph.revisions.get(id)!;
      const imports = importsOf(project.store.sources.get(id) ?? "").filter((specifier) => !allowed.has(specifier));
      if (imports.length) details.push(`  Revision "${id}" imports ${quotedList(imports)}: what it does changes when they do.`, `    ${file}`);
      else if (!project.sets.skipped.has(id) && (await isUnsteady(project, id))) details.push(`  Revision "${id}" says something else each time: it looks at the clock, at chance, or at the world around it.`, `    ${file}`);
    }
    if (details.length) throw failure("TST-107", "Revisions are thawed:", { details, hint: 'A revision imports "graven/revision" alone. Copy into it what it uses, as frozen stubs and literal values.' });
  },
};

/** Whether two recordings, a moment apart, differ. A fault of recording is for other tests to tell. */
async function isUnsteady(project: TestProject, id: string): Promise<boolean> {
  for (const direction of ["upgrade", "downgrade"] as const) {
    try {
      const first = textOf(await recordRevision(project.store, id, direction));
      if (/\d/.test(first)) await pause(2);
      if (first !== textOf(await recordRevision(project.store, id, direction))) return true;
    } catch {
      continue;
    }
  }
  return false;
}

function textOf(recorded: readonly RecordedOperation[]): string {
  // Functions are what their text says; a query is what it compiles to.
  return canonicalJson(JSON.parse(JSON.stringify(recorded.map(({ operation }) => operation), (_, value: unknown) => (typeof value === "function" ? value.toString() : typeof value === "bigint" ? String(value) : value))));
}

/** What a module imports, by `import … from`, `export … from`, `import(…)` and `require(…)`. */
function importsOf(source: string): readonly string[] {
  const found = new Set<string>();
  let [before, last] = ["", ""];
  visitTokens(source, (token) => {
    const isText = token.startsWith('"');
    if (isText && (last === "from" || last === "import" || (last === "(" && (before === "import" || before === "require")))) found.add(JSON.parse(token) as string);
    [before, last] = [last, token];
    return true;
  });
  return [...found];
}
