// Adds up the closing lines of several test runs.
import { readFileSync } from "node:fs";

const total = [0, 0, 0];
for (const match of readFileSync(0, "utf8").matchAll(/^(\d+) passed, (\d+) failed, (\d+) skipped$/gm)) {
  for (let at = 0; at < 3; at++) total[at] += Number(match[at + 1]);
}
console.log(`${total[0]} passed, ${total[1]} failed, ${total[2]} skipped`);
if (total[1] > 0 || total[0] === 0) process.exitCode = 1;
