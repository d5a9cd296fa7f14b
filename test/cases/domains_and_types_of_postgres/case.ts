import type { CaseOptions } from "../../support/cases.ts";

export default { skip: { sqlite: "It is PostgreSQL's.", mariadb: "It is PostgreSQL's." }, rows: ["INSERT INTO person VALUES (1, 'x@y.z', NULL)"] } satisfies CaseOptions;
