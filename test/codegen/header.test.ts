import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { editRevisionHeader, resolvePrettierConfig, writeEmptyRevision, writeRevision } from "../../src/codegen/index.ts";
import { evaluate } from "./support/evaluate.ts";
import { revisionOf, tableOf } from "./support/revisions.ts";

const file = `/**
 * Revises  nothing, said by the message
 *
 * Revision  384c
 * Revises   (base)
 */
import type { Operations } from "graven/revision"
export const revision = '384c';
export const downRevision = null;          // a string; several for a merge
export const branchLabels: string[] = []
export const dependsOn: string[] = [];\r
export function upgrade ( op: Operations ) { op.execute( "x" ) ; }   \t
`;

test("a changed header leaves everything else byte for byte", async () => {
  const edited = await editRevisionHeader(file, { downRevision: ["4f2a", "9c1d"], branchLabels: ["shop"] });
  expect(edited).toBe(
    file
      .replace("downRevision = null", 'downRevision = ["4f2a", "9c1d"]')
      .replace("branchLabels: string[] = []", 'branchLabels: string[] = ["shop"]')
      .replace("(base)", "4f2a, 9c1d"),
  );
  expect(await editRevisionHeader(edited, { downRevision: null, branchLabels: [] })).toBe(file);
});

test("a header that lacks the constant is refused by name", async () => {
  await expect(editRevisionHeader("export const revision = '1';\n", { dependsOn: ["a"] })).rejects.toMatchObject({ code: "GEN-004", message: "The revision file has no `export const dependsOn = …`." });
});

const own = `// Licence: ours
// {message}, {revision} follows {downRevision}
import { type Operations, sql } from "graven/revision";
import { guard } from "./guard.ts";

export const revision = "";
export const downRevision = null as string | null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

const job = guard(sql\`x\`);
// {stubs}
export function upgrade(op: Operations): void { guard(op); }
export function downgrade(op: Operations): void { /* by hand */ }
export const tail = job;
`;

test("a project's own template keeps its imports, its comments and its statements", async () => {
  const source = revisionOf([{ kind: "createTable", table: tableOf("job", [{ name: "id", type: { kind: "integer" }, nullable: true }]) }], undefined, { message: "one\ntwo", downRevision: "aa" });
  expect(await writeRevision(source, { template: own, prettier: { singleQuote: true, semi: false } })).toBe(`// Licence: ours
// one
// two, 384cfaaaa0be follows aa
import { integer, sql, table, type Operations } from 'graven/revision'
import { guard } from './guard.ts'

export const revision = '384cfaaaa0be'
export const downRevision = 'aa'
export const branchLabels: string[] = []
export const dependsOn: string[] = []

const job = guard(sql\`x\`)
// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const job2 = table('job', { id: integer() })
export function upgrade(op: Operations): void {
  guard(op)
  op.createTable(job2)
}
export function downgrade(op: Operations): void {
  /* by hand */
  op.dropTable('job')
}
export const tail = job
`);
});

test.for([
  ["the import of graven/revision", 'import { type Operations, sql } from "graven/revision";', "GEN-001", "graven/revision"],
  ["a constant of the header", "export const dependsOn: string[] = [];", "GEN-001", "dependsOn"],
  ["the place of the stubs", "// {stubs}", "GEN-001", "{stubs}"],
  ["a function", "export function upgrade(op: Operations): void { guard(op); }", "GEN-001", "upgrade"],
  ["the parameter of a function", "downgrade(op: Operations)", "GEN-001", '"downgrade"'],
] as const)("a template that lacks %s is refused, naming it", async ([, part, code, named]) => {
  const template = own.replace(part, part.startsWith("downgrade") ? "downgrade()" : "");
  const written = writeRevision(revisionOf([]), { template });
  await expect(written).rejects.toMatchObject({ code, message: expect.stringContaining(named) });
});

test("a template that is no TypeScript is refused", async () => {
  await expect(writeEmptyRevision(revisionOf([]), { template: `${own}const = ;` })).rejects.toMatchObject({ code: "GEN-007" });
});

test("what replaces a placeholder is never read as one", async () => {
  const text = await writeEmptyRevision(revisionOf([], undefined, { message: "say {revision}, // {stubs} and // graven: upgrade" }));
  expect(text).toContain(" * say {revision}, // {stubs} and // graven: upgrade\n");
  expect(evaluate(text).header).toMatchObject({ revision: "384cfaaaa0be" });
});

test("the package's own templates are found beside the code", async () => {
  const { readTemplate } = await import("../../src/codegen/index.ts");
  for (const name of ["revision.ts", "graven.config.ts", "models.ts"] as const) {
    expect(await readTemplate(name)).toBe(await readFile(new URL(`../../templates/${name}`, import.meta.url), "utf8"));
  }
});

test("a project without a configuration of Prettier has none", async () => {
  expect(await resolvePrettierConfig("/nowhere/at/all/a.ts")).toBeUndefined();
});
