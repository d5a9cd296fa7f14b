import type { CaseOptions } from "../../support/cases.ts";

export default {
  skip: { sqlite: "It is PostgreSQL's.", mariadb: "It is PostgreSQL's." },
  rows: ["INSERT INTO event VALUES (1, '2018-05-05', 'a'), (2, '2021-05-05', 'b'), (3, '2010-05-05', 'c')", "INSERT INTO event_future VALUES (1, '2030-05-05', 'a')"],
} satisfies CaseOptions;
