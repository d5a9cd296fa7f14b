import type { CaseOptions } from "../../support/cases.ts";

export default { skip: { sqlite: "It is PostgreSQL's.", mariadb: "It is PostgreSQL's." }, rows: ["INSERT INTO sale VALUES (1, 'a', 5)", "REFRESH MATERIALIZED VIEW total"] } satisfies CaseOptions;
