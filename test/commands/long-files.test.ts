import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fileIdentity } from "../../src/base/file-identity.ts";
import { identityOfLateArray } from "../../src/base/late-array.ts";
import { diskFiles } from "../../src/commands/files.ts";
import { lateJson } from "../../src/modules/late-json.ts";
import { sourceChecksum } from "../../src/revisions/checksum.ts";
import type { LateTexts } from "../../src/revisions/late-texts.ts";
import { checksumOf, openStore } from "../../src/revisions/store.ts";

const folder = mkdtempSync(join(tmpdir(), "graven-long-"));
const rows = "// a row\n".repeat(10_000);
const head = (id: string) => `/**\n * a long one\n *\n * Created   2026-01-01T00:00:00Z\n */\nexport const revision = "${id}";\nexport const downRevision = null;\nexport const branchLabels = [];\nexport const dependsOn = [];\n`;
const sources: Readonly<Record<string, string>> = {
  plain: `${head("plain")}${rows}`,
  // What a head may hold, beyond the part that is read of it.
  late: `${rows}${head("late")}`,
  squashed: `${head("squashed")}${rows}export const replaces = ["a", "b"];\n`,
  short: head("short"),
};

const path = (name: string) => join(folder, "migrations", `${name}.ts`);
const settled = async (file: string) => {
  while (fileIdentity(file) === undefined) await pause(100);
};

beforeAll(async () => {
  mkdirSync(join(folder, "migrations"));
  for (const [name, text] of Object.entries(sources)) writeFileSync(path(name), text);
  writeFileSync(join(folder, "rows.json"), JSON.stringify(Array.from({ length: 9_000 }, (_, at) => ({ at }))));
  await settled(join(folder, "rows.json"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A memory that notes what it is asked for. */
function memoryOf() {
  const known = new Map<string, string>();
  const asked: string[] = [];
  const name = (text: string) => (text.startsWith("file ") ? "file" : "text");
  return {
    asked,
    memory: {
      find: (text: string) => {
        asked.push(`${name(text)}${known.has(text) ? " known" : ""}`);
        return known.get(text);
      },
      add: (text: string, checksum: string) => (known.set(text, checksum), checksum),
    },
  };
}

test("a long revision is read as far as its head, which stands where it stands", async () => {
  const store = await openStore(diskFiles, join(folder, "migrations"));
  expect(Object.fromEntries([...store.graph.revisions.values()].map(({ revision, message, replaces }) => [revision, replaces ?? message]))).toEqual({ plain: "a long one", late: "a long one", squashed: ["a", "b"], short: "a long one" });
  const texts = store.sources as LateTexts;
  expect([texts.size, texts.hasLong, texts.longFile("short"), texts.get("absent"), texts.has("late")]).toEqual([4, true, undefined, undefined, true]);
  expect(Object.fromEntries(texts)).toEqual(sources);
  expect([...texts.values()].sort()).toEqual(Object.values(sources).sort());
  const seen: string[] = [];
  texts.forEach((text, name) => void seen.push(`${name} ${text.length}`));
  expect(seen.sort()).toEqual(Object.entries(sources).map(([name, text]) => `${name} ${text.length}`).sort());
});

test("its checksum is known by the file, without its text, until the file is written again", async () => {
  await settled(path("plain"));
  const { memory, asked } = memoryOf();
  const checksum = async () => checksumOf({ ...(await openStore(diskFiles, join(folder, "migrations"))), checksums: memory }, "plain");
  expect(await checksum()).toBe(sourceChecksum(sources["plain"]!));
  expect(await checksum()).toBe(sourceChecksum(sources["plain"]!));
  expect(asked).toEqual(["file", "text", "file known"]);

  // As long as before, and with the time that it had.
  const { atime, mtime } = statSync(path("plain"));
  const other = sources["plain"]!.replace("export const dependsOn = [];", "export const dependsON = [];");
  writeFileSync(path("plain"), other);
  utimesSync(path("plain"), atime, mtime);
  asked.length = 0;
  expect(fileIdentity(path("plain"))).toBeUndefined();
  expect(await checksum()).toBe(sourceChecksum(other));
  expect(asked).toEqual(["text"]);
  await settled(path("plain"));
  expect(await checksum()).toBe(sourceChecksum(other));
  writeFileSync(path("plain"), sources["plain"]!);
});

test("a JSON file that nobody looks into is known without being read", async () => {
  const file = join(folder, "rows.json");
  const array = lateJson(file);
  const identity = identityOfLateArray(array);
  expect(identity).toBe(fileIdentity(file));
  expect(identityOfLateArray(lateJson(file))).toBe(identity);
  expect(array[8_999]).toEqual({ at: 8_999 });
  expect(identityOfLateArray(array)).toBeUndefined();
  writeFileSync(file, "[]".padEnd(70_000));
  expect(identityOfLateArray(lateJson(file))).toBeUndefined();
  await settled(file);
  expect(identityOfLateArray(lateJson(file))).not.toBe(identity);
  expect(fileIdentity(join(folder, "absent"))).toBeUndefined();
  expect(fileIdentity(folder)).toBeUndefined();
});
