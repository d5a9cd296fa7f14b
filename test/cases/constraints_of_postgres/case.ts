import type { CaseOptions } from "../../support/cases.ts";

export default { skip: { sqlite: "It is PostgreSQL's.", mariadb: "It is PostgreSQL's." }, rows: ["INSERT INTO room VALUES (1, 1)", "INSERT INTO booking VALUES (1, 1, '[1,2)', 1)"] } satisfies CaseOptions;
