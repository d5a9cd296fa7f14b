import type { CaseOptions } from "../../support/cases.ts";

export default {
  skip: { sqlite: "It is PostgreSQL's.", mariadb: "It is PostgreSQL's." },
  rows: ["INSERT INTO room VALUES (1, 'a')", "INSERT INTO booking VALUES (1, 1, 1, 5)"],
} satisfies CaseOptions;
