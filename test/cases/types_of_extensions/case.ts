import type { CaseOptions } from "../../support/cases.ts";

export default { skip: { sqlite: "It is PostgreSQL's.", mariadb: "It is PostgreSQL's.", pglite: "PGlite is loaded without extensions." }, rows: ["INSERT INTO job VALUES (1)"] } satisfies CaseOptions;
