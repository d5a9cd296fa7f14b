import { rmSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { loadModule } from "../../src/modules/load.ts";
import { compilePackage, Project } from "./project.ts";

const compiled = compilePackage();
const project = new Project({
  // The most usual of all: a project that says nothing of modules, with files that are modules.
  "package.json": "{}",
  "tsconfig.json": '{\n  // what editors use\n  "extends": "./tsconfig.base.json",\n}',
  "tsconfig.base.json": '{ "compilerOptions": { "paths": { "@/*": ["./lib/*"] } } }',
  "lib/names.ts": 'export const name: string = "job";',
  "helpers.ts": "export enum Kind { Plain = 3 }\nexport const id = <T,>(value: T): T => value;",
  "shared/index.ts": 'export { default as data } from "./data.json";',
  "shared/data.json": '{ "size": 7 }',
  "old.cjs": "exports.old = 5;",
  "common.cts": 'import { old } from "./old.cjs";\nexport const common: number = old + 1;',
  "models.ts": `import { integer, table } from "graven/models";
import { id, Kind } from "./helpers";
import { data } from "./shared";
import { name } from "@/names.js";
import { common } from "./common.cjs";
export const job = table(name, { id: integer().primaryKey() });
export const values = [id(Kind.Plain), data.size, common] satisfies number[];
`,
  "revision.ts": 'import { integer, table, type Operations } from "graven/revision";\nexport const revision = "a1";\nexport function upgrade(op: Operations): void { op.createTable("a", { id: integer() }); }\n',
  "broken.ts": "const a: number = 1;\nexport const b = (a;\n",
  "imports-broken.ts": 'import "./broken";\n',
  "engine.ts": "export const a = 1;\nexport const a = 2;\n",
  "types.ts": "export interface Wide { a: number }\n",
  "type-only.ts": 'import { Wide } from "./types";\nexport const wide: Wide = { a: 1 };\n',
  "json.ts": 'export const a: string = "{";\nexport const b = JSON.parse(a);\n',
  "throws.ts": 'interface Wide {\n  a: number;\n}\nexport function fail(): never {\n  throw new TypeError("no such thing");\n}\nfail();\n',
  "other-name.ts": 'import { decimal, table } from "graven/models";\nexport const price = table("price", { amount: decimal() });\n',
  "mistyped.ts": 'import { tabel } from "graven/models";\nexport const price = tabel;\n',
  "lost.ts": 'import { x } from "./nowhere";\nexport const y = x;\n',
  "lost-package.ts": 'export { x } from "left-pad-of-dreams/deep";\n',
  "counted.ts": 'export { count } from "./counter.js";\n',
  "counter.ts": "globalThis.counter = (globalThis.counter ?? 0) + 1;\nexport const count = globalThis.counter;\n",
});
afterAll(() => {
  project.remove();
  rmSync(compiled, { recursive: true, force: true });
});

test("in plain Node, models load with what authors write: types, enums, folders, extensions, JSON, tsconfig paths", async () => {
  const reported = await project.run(compiled, 'const { job, values } = await loadModule("models.ts"); report({ values, columns: Object.keys(job) });');
  expect(reported).toEqual({ values: [3, 7, 6], columns: ["id"] });
});

test("graven/revision is this very copy, though the project has not installed it", async () => {
  const reported = await project.run(
    compiled,
    `import { record } from ${JSON.stringify(`${compiled}/dist/runtime/recorder.js`)};
const path = ${JSON.stringify(project.path("revision.ts"))};
const { upgrade } = await loadModule(path);
report(record(upgrade).map(({ operation, place }) => [operation.kind, place]));`,
  );
  expect(reported).toEqual([["createTable", { file: project.path("revision.ts"), line: 3, column: expect.any(Number) }]]);
});

test("a module is kept, and loaded again with its imports when a fresh one is asked for", async () => {
  const reported = await project.run(compiled, 'const counts = [];\nfor (const fresh of [false, false, true, true]) counts.push((await loadModule("counted.ts", { fresh })).count);\nreport(counts);');
  expect(reported).toEqual([1, 1, 2, 3]);
});

test("a long JSON file is parsed when somebody looks into it, and a fault in it has its place", async () => {
  const rows = Array.from({ length: 5000 }, (_, id) => ({ id, name: `row ${id}` }));
  project.write("rows.json", `\uFEFF${JSON.stringify(rows)}`);
  project.write("object.json", JSON.stringify({ rows }));
  project.write("broken.json", `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")},\n{ "id": 1,, }]`);
  project.write("untouched.ts", 'import broken from "./broken.json";\nimport rows from "./rows.json" with { type: "json" };\nimport { rows as inner } from "./object.js";\nexport { broken, inner, rows };\n');
  project.write("object.ts", 'import all from "./object.json";\nexport const rows = all.rows;\n');
  project.write("touching.ts", 'import broken from "./broken.json";\nexport const ids = broken.map(({ id }) => id);\n');
  const reported = await project.run(
    compiled,
    `import { textOfLateArray } from ${JSON.stringify(`${compiled}/dist/base/late-array.js`)};
const { broken, inner, rows } = await loadModule("untouched.ts");
const lengths = [textOfLateArray(rows)?.length, textOfLateArray(inner) ?? "none"];
const later = [rows.length, rows[4999], textOfLateArray(rows) ?? "none", inner.length];
report({ lengths, later, touched: await failure(loadModule("touching.ts")), looked: await failure((async () => broken.length)()) });`,
  );
  expect(reported).toMatchObject({ lengths: [JSON.stringify(rows).length, "none"], later: [5000, rows[4999], "none", 5000] });
  const fault = { code: "MOD-030", message: expect.stringContaining("does not parse"), place: { file: project.path("broken.json"), line: 5002, column: 11 } };
  expect(reported).toMatchObject({ touched: fault, looked: fault });
});

describe("faults", () => {
  const faults: Record<string, object> = {
    "broken.ts": { code: "MOD-030", message: expect.stringContaining("does not parse"), place: { file: project.path("broken.ts"), line: 2, column: 20 } },
    "imports-broken.ts": { code: "MOD-030", place: { file: project.path("broken.ts"), line: 2, column: 20 } },
    "engine.ts": { code: "MOD-030", message: expect.stringContaining("Identifier 'a' has already been declared"), place: { file: project.path("engine.ts"), line: 2 } },
    "type-only.ts": { code: "MOD-032", message: expect.stringContaining("named 'Wide'"), hint: expect.stringContaining("import type"), place: { file: project.path("type-only.ts"), line: 1 } },
    "other-name.ts": { code: "MOD-032", message: expect.stringContaining("named 'decimal'"), hint: 'It is called "numeric" there.', place: { file: project.path("other-name.ts"), line: 1 } },
    "mistyped.ts": { code: "MOD-032", hint: 'Did you mean "table"?' },
    "json.ts": { code: "MOD-031", place: { file: project.path("json.ts"), line: 2 } },
    "throws.ts": { code: "MOD-031", message: expect.stringContaining("no such thing"), cause: "no such thing", place: { file: project.path("throws.ts"), line: 5, column: expect.any(Number) } },
    "lost.ts": { code: "MOD-032", message: `"${project.path("lost.ts")}" imports "./nowhere", which is not there.`, place: { file: project.path("lost.ts") } },
    "lost-package.ts": { code: "MOD-032", hint: "If it is a package: npm install left-pad-of-dreams" },
    "absent.ts": { code: "MOD-032", message: 'The module "absent.ts" is not there.' },
  };
  test("in plain Node", async () => {
    const reported = await project.run(compiled, `const found = {};\nfor (const file of ${JSON.stringify(Object.keys(faults))}) found[file] = await failure(loadModule(file));\nreport(found);`);
    for (const [file, fault] of Object.entries(faults)) expect(reported[file], file).toMatchObject(fault);
  });

  test("within a test runner that handles TypeScript itself", async () => {
    for (const file of ["throws.ts", "lost.ts", "broken.ts"]) await expect(loadModule(project.path(file)), file).rejects.toMatchObject({ code: (faults[file] as { code: string }).code });
  });
});

test("within a test runner, models load as well, and again when a fresh one is asked for", async () => {
  const path = project.path("plain.ts");
  writeFileSync(path, 'import { integer } from "graven/models";\nexport const at: number = Math.random();\nexport const made = integer();\n');
  const [first, second, third] = [await loadModule(path), await loadModule(path), await loadModule(path, { fresh: true })];
  expect(second["at"]).toBe(first["at"]);
  expect(third["at"]).not.toBe(first["at"]);
});
