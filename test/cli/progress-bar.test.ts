import { expect, test } from "vitest";
import { ProgressBar } from "../../src/cli/progress-bar.ts";

const clear = "\r\u001b[2K";

test("a run of several revisions is drawn over one line, moves with its steps, and goes at the end", () => {
  const written: string[] = [];
  const bar = new ProgressBar((text) => void written.push(text));
  bar.at({ revision: "a1", position: 1, total: 2, step: 0, steps: 2 });
  bar.step("a1", 2, 2);
  bar.done();
  bar.clear();
  bar.at({ revision: "b2", position: 2, total: 2, step: 0, steps: 1 });
  bar.done();
  bar.clear();
  bar.draw();
  const drawn = (filled: number, text: string) => `${clear}${"█".repeat(filled)}${"░".repeat(24 - filled)} ${text}`;
  expect(written).toEqual([drawn(0, "1/2 a1"), drawn(6, "1/2 a1"), clear, drawn(12, "2/2 b2"), clear]);
});

test("nothing is drawn for one revision, nor where there is no terminal", () => {
  const written: string[] = [];
  const bar = new ProgressBar((text) => void written.push(text));
  bar.at({ revision: "a1", position: 1, total: 1, step: 0, steps: 2 });
  bar.step("a1", 2, 2);
  bar.clear();
  new ProgressBar(undefined).at({ revision: "a1", position: 1, total: 2, step: 0, steps: 2 });
  expect(written).toEqual([]);
});
