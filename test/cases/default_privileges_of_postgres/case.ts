import type { CaseOptions } from "../../support/cases.ts";

export default { skip: { pglite: "One database serves all cases there, and what is said of all schemas would stay.", sqlite: "It has no roles.", mariadb: "Grants are compared on PostgreSQL alone." }, rows: ["INSERT INTO audit.log VALUES (1)"] } satisfies CaseOptions;
