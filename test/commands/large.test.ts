import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { current, heads, history, stamp, upgrade } from "../../src/index.ts";
import { sourceChecksum } from "../../src/revisions/checksum.ts";
import { snapshotOf, snapshotText } from "../../src/revisions/snapshot.ts";
import { emptySchema } from "../../src/schema/types.ts";
import { makeProject, revisionText } from "../support/project.ts";

const id = (at: number) => `r${String(at).padStart(4, "0")}`;

test("5,000 revisions in a folder: heads, a range from the end, and an upgrade with all but five applied", async () => {
  const project = await makeProject([], "{}", "js");
  try {
    mkdirSync(join(project.folder, "migrations/snapshots"), { recursive: true });
    for (let at = 1; at <= 5000; at++) {
      const parents = at > 1 ? [id(at - 1)] : [];
      const text = revisionText({ id: id(at), upgrade: 'op.execute("SELECT 1");' }, parents, at, "js");
      writeFileSync(join(project.folder, `migrations/${id(at)}.js`), text);
      writeFileSync(join(project.folder, `migrations/snapshots/${id(at)}.json`), snapshotText(snapshotOf({ revision: id(at), parents, source: sourceChecksum(text) }, emptySchema, emptySchema)));
    }
    expect((await heads(project.context())).map(({ revision }) => revision)).toEqual(["r5000"]);
    expect((await history(project.context(), { range: "-5:" })).map(({ revision }) => revision)).toEqual(["r5000", "r4999", "r4998", "r4997", "r4996", "r4995"]);
    expect(await history(project.context(), {})).toHaveLength(5000);
    expect((await stamp(project.context(), { revisions: ["r4995"] })).heads).toEqual(["r4995"]);
    expect(await upgrade(project.context())).toEqual({ revisions: ["r4996", "r4997", "r4998", "r4999", "r5000"], heads: ["r5000"] });
    expect(await current(project.context())).toMatchObject({ isAtHead: true, edited: [] });
  } finally {
    project.remove();
  }
});
