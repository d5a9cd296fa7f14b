import { expect, test } from "vitest";
import { outlineOf, ownOutline, type Outline } from "../../src/codegen/outline.ts";
import { readTemplate } from "../../src/codegen/template-files.ts";

const told = (outline: Outline) => ({
  ...outline,
  initializer: ["revision", "downRevision", "branchLabels", "dependsOn"].map(outline.initializer),
  function: ["upgrade", "downgrade"].map(outline.function),
});

test("the package's own template is read without the compiler as the compiler reads it", async () => {
  const text = await readTemplate("revision.ts");
  expect(told(ownOutline(text))).toEqual(told(await outlineOf(text)));
  expect(told(ownOutline(text)).function).not.toContain(undefined);
});
