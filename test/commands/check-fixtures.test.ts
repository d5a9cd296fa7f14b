import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fixtureFindings } from "../../src/commands/check-fixtures.ts";
import { checkedConfig } from "../../src/commands/config.ts";
import { diskFiles } from "../../src/commands/files.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "graven-check-fixtures-"));
  const files = {
    "fixtures/own.ts": 'import { row } from "./rows.ts";\nexport default row;\n',
    "fixtures/rows.ts": 'import { fixture } from "graven/fixture";\nexport const row = fixture;\n',
    "fixtures/first.ts": 'import { revision } from "../migrations/a1.ts";\nexport default revision;\n',
    "fixtures/second.ts": '\nimport * as b1 from "../billing/deep/b1.ts";\nexport default b1;\n',
    "fixtures/words.ts": 'import { table } from "graven/revision";\nexport default table;\n',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a fixture that imports a revision, of whichever folder, or its vocabulary is told with its line", async () => {
  const config = checkedConfig({ models: "./models.ts", migrations: ["./migrations", "./billing/**"] }, folder);
  const found = await fixtureFindings({ files: diskFiles }, { config });
  expect(found.map(({ code, message, place }) => `${code} ${place?.replace(folder, "")} ${message}`)).toEqual([
    'FIX-090 /fixtures/first.ts:1:1 The fixture imports "../migrations/a1.ts": fixtures and revisions never import each other.',
    'FIX-090 /fixtures/second.ts:2:1 The fixture imports "../billing/deep/b1.ts": fixtures and revisions never import each other.',
    'FIX-090 /fixtures/words.ts:1:1 The fixture imports "graven/revision": fixtures and revisions never import each other.',
  ]);
});
