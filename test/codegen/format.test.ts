import { expect, test } from "vitest";
import { formatFilled } from "../../src/codegen/format-filled.ts";
import { printRevision } from "../../src/codegen/revision.ts";
import { fillTemplate, readTemplateText } from "../../src/codegen/template.ts";
import { readTemplate } from "../../src/codegen/template-files.ts";
import { everyKind, everyType, enumsBefore } from "./support/samples.ts";
import { revisionOf } from "./support/revisions.ts";

const settings = {
  "no settings": undefined,
  "tabs, no semicolons, single quotes": { useTabs: true, semi: false, singleQuote: true },
  "lines that end as on Windows": { endOfLine: "crlf", printWidth: 60 },
  "Prettier's own width, collapsed objects": { objectWrap: "collapse", quoteProps: "consistent", arrowParens: "avoid", trailingComma: "none" },
};

test.for(Object.entries(settings))("a long file is formatted in pieces as it is as a whole: %s", async ([, options]) => {
  const operations = Array.from({ length: 4 }, (_, round) => [
    ...everyKind.filter(({ kind }) => kind !== "createTable" && kind !== "bulkInsert"),
    ...Array.from({ length: 20 }, (_, index) => ({ kind: "createTable", table: { ...everyType, name: `table_${round}_${index}` } }) as const),
  ]).flat();
  const annotated = operations.map((operation, index) => ({ operation, comments: index % 7 && index % 50 ? [] : ["a comment"] }));
  const source = revisionOf([], enumsBefore, { message: "// graven: stubs", upgrade: annotated, downgrade: annotated });
  const printed = printRevision(source);
  const template = await readTemplateText(await readTemplate("revision.ts"));
  const skeleton = fillTemplate(template, { source, imports: printed.imports, ownImports: [], filled: new Set(["stubs", "upgrade", "downgrade"]) });
  const whole = await formatFilled(skeleton, printed, options, false);
  expect(whole.length).toBeGreaterThan(100_000);
  expect(await formatFilled(skeleton, printed, options, true)).toBe(whole);
});
