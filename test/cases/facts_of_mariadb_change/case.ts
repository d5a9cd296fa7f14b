import type { CaseOptions } from "../../support/cases.ts";

const other = "It is MariaDB's.";
export default {
  skip: { sqlite: other, postgres: other },
  rows: ["INSERT INTO item (name, place, small, colours, hidden) VALUES ('a', point(1, 2), 3, 'red', 4)", "INSERT INTO ranged VALUES (1, 1), (15, 2), (25, 3)", "INSERT INTO listed VALUES (1, 1), (2, 2), (3, 3)", "INSERT INTO hashed VALUES (1), (2), (3)", "INSERT INTO leaves VALUES (1), (2)"],
} satisfies CaseOptions;
