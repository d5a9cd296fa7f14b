import { describe, expect, test } from "vitest";
import { normalPartitions, repartition } from "../../../src/dialects/mysql/partitions.ts";

const range = (...parts: readonly string[]) => `RANGE (id) (${parts.map((part) => `PARTITION p${part} VALUES LESS THAN ${part === "MAXVALUE" ? part : `(${part})`}`).join(", ")})`;
const list = (...parts: readonly string[]) => `LIST (id) (${parts.map((part) => `PARTITION p${part.replaceAll(",", "_")} VALUES IN (${part})`).join(", ")})`;

describe("rows move no more than they must", () => {
  test.each<[string, string | undefined, string | null, string]>([
    ["a table is partitioned", undefined, "HASH (id) PARTITIONS 4", "PARTITION BY HASH (id) PARTITIONS 4"],
    ["it is no more", "HASH (id) PARTITIONS 4", null, "REMOVE PARTITIONING"],
    ["by another rule", "HASH (id) PARTITIONS 4", "KEY (id) PARTITIONS 4", "PARTITION BY KEY (id) PARTITIONS 4"],
    ["more of them", "HASH (id) PARTITIONS 4", "hash(`id`) PARTITIONS 6", "ADD PARTITION PARTITIONS 2"],
    ["fewer of them", "LINEAR KEY (id) PARTITIONS 4", "LINEAR KEY (id)", "COALESCE PARTITION 3"],
    ["a range at the end", range("10", "20"), range("10", "20", "30"), "ADD PARTITION (PARTITION p30 VALUES LESS THAN (30))"],
    ["a range before the last", range("10", "MAXVALUE"), range("10", "20", "MAXVALUE"), "REORGANIZE PARTITION pMAXVALUE INTO (PARTITION p20 VALUES LESS THAN (20), PARTITION pMAXVALUE VALUES LESS THAN MAXVALUE)"],
    ["two ranges in one", range("10", "20", "30"), range("20", "30"), "REORGANIZE PARTITION p10, p20 INTO (PARTITION p20 VALUES LESS THAN (20))"],
    ["a range is cut", range("20", "30"), range("10", "20", "30"), "REORGANIZE PARTITION p20 INTO (PARTITION p10 VALUES LESS THAN (10), PARTITION p20 VALUES LESS THAN (20))"],
    ["the last range reaches on", range("10", "20"), range("10", "MAXVALUE"), "REORGANIZE PARTITION p20 INTO (PARTITION pMAXVALUE VALUES LESS THAN MAXVALUE)"],
    ["the last range goes: rows may be in it", range("10", "20"), range("10"), `PARTITION BY ${range("10")}`],
    ["a bound moves into the next range", range("10", "30"), range("20", "30"), `PARTITION BY ${range("20", "30")}`],
    ["values in a list of their own", list("1,2", "3"), list("1,2", "3", "4"), "ADD PARTITION (PARTITION p4 VALUES IN (4))"],
    ["lists are cut", list("1,2", "3"), list("1", "2", "3"), "REORGANIZE PARTITION p1_2 INTO (PARTITION p1 VALUES IN (1), PARTITION p2 VALUES IN (2))"],
    ["history goes before what is current", "SYSTEM_TIME LIMIT 9 (PARTITION a HISTORY, PARTITION z CURRENT)", "SYSTEM_TIME LIMIT 9 (PARTITION a HISTORY, PARTITION b HISTORY, PARTITION z CURRENT)", "ADD PARTITION (PARTITION b HISTORY)"],
  ])("%s", (_, before, after, words) => {
    expect(repartition(before, after)).toBe(words);
  });
});

test("the server's spelling is the author's", () => {
  const printed = "SYSTEM_TIME INTERVAL 1 MONTH STARTS TIMESTAMP'2026-11-25 00:00:00'\nPARTITIONS 3";
  expect(normalPartitions(printed)).toBe(normalPartitions("system_time interval 1 month partitions 3"));
  expect(normalPartitions("RANGE  COLUMNS(`d`)\n(PARTITION `p0` VALUES LESS THAN ('2024-01-01') ENGINE = InnoDB)")).toBe(normalPartitions("range columns (d) PARTITIONS 1 (partition p0 values less than ('2024-01-01'))"));
});
