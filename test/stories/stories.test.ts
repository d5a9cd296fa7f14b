import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { readStory, tellStory } from "../support/story.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));

// The stories run the command as people do: compiled, in a process of its own.
beforeAll(() => {
  execFileSync(process.execPath, [fileURLToPath(new URL("../../.ci/build.mjs", import.meta.url))]);
});

for (const name of readdirSync(folder).filter((each) => each.endsWith(".story")).sort()) {
  test(name.replace(".story", "").replaceAll("_", " "), async () => {
    const path = join(folder, name);
    await expect(tellStory(readStory(path))).toMatchFileSnapshot(path);
  });
}
