import type { CaseOptions } from "../../support/cases.ts";

export default {
  rows: ["INSERT INTO team VALUES (1)", "INSERT INTO player (id, a, b, c, d, e) VALUES (1, 1, 1, 1, 1, 1)"],
  skip: { mariadb: "MariaDB has no deferrable constraints." },
  answers: { renames: ["player.player_e:player.player_renamed"] },
} satisfies CaseOptions;
