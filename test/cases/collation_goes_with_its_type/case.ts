import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO item VALUES (1, '5', 'a')"], skip: { sqlite: "The collation is PostgreSQL's.", mariadb: "The collation is PostgreSQL's." } } satisfies CaseOptions;
