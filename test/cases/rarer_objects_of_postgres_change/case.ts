import type { CaseOptions } from "../../support/cases.ts";

export default { skip: { sqlite: "It is PostgreSQL's.", mariadb: "It is PostgreSQL's." }, rows: ["INSERT INTO job (id, open) VALUES (1, '[10:00,11:00)')"] } satisfies CaseOptions;
