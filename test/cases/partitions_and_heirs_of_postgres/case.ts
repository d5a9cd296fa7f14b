import type { CaseOptions } from "../../support/cases.ts";

export default { skip: { sqlite: "It is PostgreSQL's.", mariadb: "It is PostgreSQL's." }, rows: ["INSERT INTO event VALUES (1, '2024-05-05', 'a')", "INSERT INTO dog VALUES (1, 'Rex', 'mix')"] } satisfies CaseOptions;
