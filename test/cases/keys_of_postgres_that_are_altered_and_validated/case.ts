import type { CaseOptions } from "../../support/cases.ts";

const other = "It is PostgreSQL's.";
export default {
  rows: ["INSERT INTO team VALUES (1, 1)", "INSERT INTO player VALUES (1, 1, 1)"],
  skip: { sqlite: other, mariadb: other },
} satisfies CaseOptions;
