import { rmSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { maskedText, plainScript } from "../../src/modules/plain-script.ts";
import { compilePackage, Project } from "./project.ts";

const head = 'import { integer, table, varchar as text, type Operations } from "graven/revision";\nexport const revision = "a1";\nexport const downRevision: string | null = null;\n';
const upgrade = "export function upgrade(op: Operations): void {\n  op.createTable(\"a\", { id: integer(), n: text(3) }); op.dropTable(\"a\");\n}\n";

/** Revisions of which every import is graven's, so that they run at once. */
const plain: Record<string, string> = {
  "usual.ts": `/**\n * say's "what" \`it\` does\n */\n${head}export const branchLabels: string[] = ["a", "b"];\n\nconst tag = table("tag", { id: integer() });\n\n${upgrade}\nexport function downgrade(op: Operations) { op.dropTable("tag"); op.createTable(tag); }\n`,
  "one-line.ts": `import { integer } from "graven/revision"; export const revision = "a1"; export function upgrade(op: any) { op.createTable("a", { id: integer() }); }`,
  "javascript.mjs": 'import { integer } from \'graven/revision\'\nexport const revision = "a1"\nexport const upgrade = (op) => {\n  op.createTable("a", { id: integer() })\n}\n',
  "no-import.ts": 'export const revision = "a1";\nexport async function upgrade(): Promise<void> {}\n',
  "two-imports.ts": `import * as graven from "graven/revision";\nimport {\n  integer, // a key\n  table as made,\n} from "graven/models";\nexport const revision = "a1";\nexport function upgrade(op: any) {\n  op.createTable(made("a", { id: integer() })); op.dropTable(graven.table("b", { id: graven.integer() }));\n}\n`,
  "type-import.ts": `import type { Operations } from "graven/revision";\nimport { integer } from "graven/revision";\nexport const revision = "a1";\n${upgrade.replace("text(3)", "integer()")}`,
  "templates.ts": `${head}export const message = \`a \${[1, 2].map((n) => \`<\${n}/\${{ a: n }.a}>\`).join("/")} // no \\\` comment\`;\n${upgrade}`,
  "awaits.ts": `${head}const waited = await Promise.resolve(3);\nexport const size = waited + 1;\n${upgrade}`,
  "runs.ts": `${head}export function upgrade(op: Operations) {\n  op.run(async (db) => { await db.selectFrom("a" as never).execute(); });\n}\n`,
  "config.ts": 'import { foreignKey } from "graven/models";\nconst databases: readonly string[] = ["a"];\nexport default { models: ["./a.ts"], databases: () => databases, kind: typeof foreignKey };\n',
  "config-alone.ts": 'export default { url: `sqlite:${1 + 1}` }\n',
  "typed.ts": `import type { Operations as Op } from "graven/revision";\nimport { type Operations, integer as whole, type Column as Made, } from "graven/revision";\nlet waiting: Record<string, Made | null> | undefined;\nexport const revision: "a1" | "a2" = "a1";\nfunction each(names: readonly string[], { size }: Op): Promise<void> {\n  return names.map((name: string, { a, b }: any = {}) => [name, a, b, size, waiting]) as never;\n}\nexport async function upgrade(op: Operations, { args }: { args: any }) {\n  op.createTable("a", { id: whole() }); each([], args);\n}\n`,
  "strict.ts": `${head}export const self = String(this);\nexport class Kept { size = 1 }\n${upgrade}`,
  "throws.ts": `${head}interface Wide {\n  a: number;\n}\nfunction fail(): never { throw new TypeError("no such thing"); }\nfail();\n${upgrade}`,
  "throws-first.mjs": 'import { integer } from "graven/revision"; export const revision = integer().nowhere();',
  "throws-later.ts": `${head}export function upgrade(op: Operations) {\n  const a: number = 1;\n  op.createTable("a", { id: integer().nowhere() });\n}\n`,
  "helper.ts": 'export const size: number = 7;\n',
  "assigns.ts": `${head}export function upgrade() {\n  globalNever = 3;\n}\ndeclare let globalNever: number;\n`,
};

/** Revisions that are left to Node, the sound and the broken ones alike. */
const imported: Record<string, string> = {
  "imports.ts": `${head}import { size } from "./helper";\nexport const twice = size * 2;\n${upgrade}`,
  "imports-late.ts": `export const revision = "a1";\n${upgrade}import { integer, varchar as text, type Operations } from "graven/revision";\n`,
  "imports-when-called.ts": `${head}export const later = (await import("./helper.ts")).size;\n${upgrade}`,
  "meta.ts": `${head}export const name = import.meta.url.replace(/^.*\\//, "");\n${upgrade}`,
  "pattern.ts": `${head}export const found = /["'\`]/.test("'");\n${upgrade}`,
  "lists.ts": `${head.replaceAll("export ", "")}${upgrade.replace("export ", "")}export { revision, upgrade as default, upgrade };\n`,
  "several.ts": `import { integer, varchar as text, type Operations } from "graven/revision";\nexport const revision = "a1", downRevision = null;\n${upgrade}`,
  "variable.ts": `${head}export let count = 1;\ncount += 1;\n${upgrade}`,
  "enumeration.ts": `${head}export enum Kind { Plain = 3 }\n${upgrade}`,
  "common.cjs": 'exports.revision = "a1";\nexports.upgrade = function () { return require("node:path").sep; };\n',
  "broken.ts": `${head}export const b = (a;\n`,
  "broken-brace.ts": `${head}export function upgrade() {\n`,
  "unended.ts": `${head}const a = "text;\n`,
  "twice.ts": `${head}const integer = 3;\n${upgrade}`,
  "returns.ts": `${head}${upgrade}return;\n`,
  "absent.ts": `import { integr } from "graven/revision";\nexport const revision = "a1";\nexport function upgrade() { integr(); }\n`,
  "type-only.ts": `import { Operations } from "graven/revision";\nexport const revision = "a1";\nexport function upgrade(op: Operations) { op.dropTable("a"); }\n`,
  "lost.ts": `${head}import { x } from "./nowhere";\nexport const y = x;\n`,
  "awaits-within.ts": `${head}export function upgrade() {\n  await 3;\n}\n`,
  "awaits-call.ts": `${head}export function upgrade() {\n  await (3);\n}\n`,
  "arguments.ts": `${head}export function upgrade() {\n  return arguments.length;\n}\n`,
};

const compiled = compilePackage();
const project = new Project({ "package.json": "{}", ...plain, ...imported });
afterAll(() => {
  project.remove();
  rmSync(compiled, { recursive: true, force: true });
});

const at = (module: string) => JSON.stringify(`${compiled}/dist/${module}.js`);
const script = `import { loadPlainly } from ${at("modules/load-plainly")};
import { plainModule } from ${at("modules/plain-module")};
import { record } from ${at("runtime/recorder")};
const told = (error) => ({ code: error.code, message: error.message, place: error.place, hint: error.hint });
async function outcome(load, file) {
  try {
    const exported = await load(file);
    const values = Object.fromEntries(Object.keys(exported).sort().map((name) => [name, typeof exported[name] === "function" ? exported[name].toString().replace(/\\s+/g, "") : exported[name]]));
    let recorded;
    try {
      recorded = record(exported.upgrade, { path: file }).map(({ operation, place }) => ({ operation, place }));
    } catch (error) {
      recorded = told(error);
    }
    return { values, recorded };
  } catch (error) {
    return told(error);
  }
}
const found = {};
for (const [name, file] of Object.entries(FILES)) found[name] = { plain: (await plainModule(file)) !== undefined, own: await outcome(loadPlainly, file), node: await outcome(loadModule, file), same: (await loadPlainly(file).catch(() => 0)) === (await loadPlainly(file).catch(() => 0)) };
report(found);
`;

/** The parser's code has other columns than the file behind types, the plain one has the same. */
const withoutColumns = (value: unknown) => JSON.parse(JSON.stringify(value, (key, each: unknown) => (key === "column" ? undefined : each))) as unknown;

describe("a revision that is loaded", async () => {
  const names = [...Object.keys(plain), ...Object.keys(imported)];
  const files = Object.fromEntries(names.map((name) => [name, project.path(name)]));
  const found = (await project.run(compiled, script.replace("FILES", JSON.stringify(files)))) as Record<string, { plain: boolean; own: unknown; node: unknown; same: boolean }>;

  test.each(names)("%s gives what its import gives: exports, operations with their places, errors", (name) => {
    expect(withoutColumns(found[name]!.own)).toEqual(withoutColumns(found[name]!.node));
    expect(found[name]!.same).toBe(true);
  });

  test("runs at once where its imports are graven's alone, and by Node where not", () => {
    expect(names.filter((name) => found[name]!.plain)).toEqual(Object.keys(plain));
  });

  test("has the places of its calls, and of what throws", () => {
    expect(found["usual.ts"]!.own).toMatchObject({ recorded: [{ operation: { kind: "createTable" }, place: { file: files["usual.ts"], line: 12, column: 6 } }, { operation: { kind: "dropTable" }, place: { line: 12 } }] });
    expect(found["one-line.ts"]!.own).toMatchObject({ recorded: [{ place: { line: 1, column: plain["one-line.ts"]!.indexOf("createTable") + 1 } }] });
    expect(found["throws.ts"]!.own).toMatchObject({ code: "MOD-031", place: { file: files["throws.ts"], line: 7 } });
  });
});

test("a project's own copy of graven is the one that its revisions get", async () => {
  const other = new Project({
    "package.json": '{ "type": "module" }',
    "node_modules/graven/package.json": '{ "name": "graven", "type": "module", "exports": { "./revision": "./revision.js" } }',
    "node_modules/graven/revision.js": 'export const integer = () => "another copy";\n',
    "a.ts": 'import { integer } from "graven/revision";\nexport const revision: string = integer();\n',
  });
  try {
    expect(await other.run(compiled, `import { loadPlainly } from ${at("modules/load-plainly")};\nreport((await loadPlainly("a.ts")).revision);`)).toBe("another copy");
  } finally {
    other.remove();
  }
});

test("quotes, templates and comments are blanked, and all else keeps its place", () => {
  const mask = (source: string) => maskedText(source)?.masked;
  expect(mask("a('it\\'s', \"b\") // c\nd(`e ${f({ g: `h` })} i`); /* j\n k */ l")).toBe("a('     ', \" \")     \nd(`   {f({ g: ` ` })}  `);     \n      l");
  for (const unsure of ["a / b", "/a/.test(b)", '"a', "`a", "/* a", "`${a"]) expect([unsure, unsure === "`${a" ? plainScript(maskedText(`export const b = ${unsure}`)!) : mask(unsure)]).toEqual([unsure, undefined]);
});
