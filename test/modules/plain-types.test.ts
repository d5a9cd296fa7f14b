import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import { describe, expect, test } from "vitest";
import { maskedText, plainScript } from "../../src/modules/plain-script.ts";
import { withoutPlainTypes } from "../../src/modules/plain-types.ts";
import { withoutTypes } from "../../src/modules/without-types.ts";

const cases = fileURLToPath(new URL("../cases", import.meta.url));
const glanced = (source: string) => {
  const text = maskedText(source);
  return text && withoutPlainTypes(text)?.source;
};
/** The parser drops comments beside what it takes out. */
const bare = (code: string) => code.replace(/\/\*[^]*?\*\//g, "").replace(/\s+/g, "").replaceAll(",}", "}");

describe("types that are blanked at a glance", () => {
  test.each([
    ["export const branchLabels: string[] = [];", "export const branchLabels           = [];"],
    ["const a: readonly (string)[] = b;", "const a: readonly (string)[] = b;"],
    ["const a: X.Y<string, number[]>[] | null = b; let c: Date; c = d", "const a                                 = b; let c      ; c = d"],
    ['const a: "x" | \'y\' = "x: string";', 'const a            = "x: string";'],
    ["export function upgrade(op: Operations): void {}", "export function upgrade(op            )       {}"],
    ["async function* a({ b, c }: D, e?: F) {}", "async function* a({ b, c }: D, e?: F) {}"],
    ["function a({ b, c }: D,\n  e: F,\n) {}", "function a({ b, c }   ,\n  e   ,\n) {}"],
    ["op.run(async (db: Kysely) => { await db; });", "op.run(async (db        ) => { await db; });"],
    ["const a = b ? (c) : d => e;", "const a = b ? (c) : d => e;"],
    ["const a = { b: c, d(e) { return { f: g }; } };", "const a = { b: c, d(e) { return { f: g }; } };"],
    ["switch (a) { case b: c(); }", "switch (a) { case b: c(); }"],
    ['import { a, type B, type C as D, type as as e } from "x";', 'import { a,                      type as as e } from "x";'],
    ['import { type, b as type } from "x";', 'import { type, b as type } from "x";'],
    ['import type { A,\n  B } from "x"; a();', "                \n                a();"],
    ['import type from "x";', 'import type from "x";'],
    ["for (let i = 0; i < 3; i++) f(i => i);", "for (let i = 0; i < 3; i++) f(i => i);"],
  ])("%s", (source, code) => expect(glanced(source)).toBe(code));

  test.each(["f<A>(b);", "const a = f(b < c, d > (e));", "const a = <T>(b: T) => b;", "class A { b: string }", "const a = b as Array<string>;", "const a = /x/;"])("nothing is said of %s", (source) => expect(glanced(source)).toBeUndefined());
});

/** Whether the engine takes what is left. */
function isJavaScript(source: string): boolean {
  try {
    return Boolean(new Script(plainScript(maskedText(source)!)!.code));
  } catch {
    return false;
  }
}

test("the revisions of the cases are read at a glance, and are the JavaScript that the parser makes of them", () => {
  const files = readdirSync(cases).map((name) => join(cases, name, "expected/revision.ts")).filter(existsSync);
  const read = files.filter((file) => {
    const source = readFileSync(file, "utf8");
    const code = glanced(source);
    if (code === undefined || !isJavaScript(code)) return false;
    expect(bare(code), file).toBe(bare(withoutTypes(source, file, false)));
    return true;
  });
  expect(files.length).toBeGreaterThan(90);
  expect(read.length / files.length).toBeGreaterThan(0.9);
});
