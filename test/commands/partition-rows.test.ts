import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectContext, revision, upgrade } from "../../src/index.ts";
import { openStage } from "../examples/support/stage.ts";
import { unavailable } from "../support/databases.ts";

test("rows in the way of a partition's bounds are told with what to do", async ({ skip }) => {
  const reason = await unavailable("postgres");
  if (reason !== undefined) skip(reason);
  const stage = await openStage("postgres");
  const folder = mkdtempSync(join(tmpdir(), "graven-partition-"));
  const project = () => projectContext({ folder, config: { models: ["./schema.sql"], url: stage.url } });
  const write = (...partitions: readonly string[]) => writeFileSync(join(folder, "schema.sql"), `CREATE TABLE event (id int, day date) PARTITION BY RANGE (day); ${partitions.join(" ")}`);
  const first = (end: string) => `CREATE TABLE event_first PARTITION OF event FOR VALUES FROM ('2024-01-01') TO ('${end}');`;
  const other = "CREATE TABLE event_other PARTITION OF event DEFAULT;";
  try {
    mkdirSync(join(folder, "migrations"));
    write(first("2025-01-01"), other);
    await revision(project(), { autogenerate: true, message: "one", revisionId: "aaaaaaaaaaaa" });
    await upgrade(project(), {});
    await stage.use((query) => query("INSERT INTO event VALUES (1, '2024-11-11'), (2, '2025-02-02')"));
    write(first("2024-06-01"), other);
    await revision(project(), { autogenerate: true, message: "two", revisionId: "bbbbbbbbbbbb" });
    await expect(upgrade(project(), {})).rejects.toMatchObject({ code: "RUN-032", hint: expect.stringMatching(/^Rows of "event_first" lie outside its bounds, FOR VALUES FROM \('2024-01-01'\) TO \('2024-06-01'\)\. Move them /) });
    write(first("2026-01-01"), other);
    await revision(project(), { autogenerate: true, message: "two", revisionId: "cccccccccccc", head: "aaaaaaaaaaaa", splice: true });
    await expect(upgrade(project(), { target: "cccccccccccc" })).rejects.toMatchObject({ hint: expect.stringContaining('Rows of the default partition "event_other" belong to the new one.') });
    expect(await stage.use((query) => query("SELECT count(*)::int AS n FROM event"))).toEqual([{ n: 2 }]);
  } finally {
    await stage.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
