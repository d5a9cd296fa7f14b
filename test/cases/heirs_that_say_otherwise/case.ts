import type { CaseOptions } from "../../support/cases.ts";

export default { skip: { sqlite: "It is PostgreSQL's.", mariadb: "It is PostgreSQL's." }, answers: { backfills: ["dog.age=0"] }, rows: ["INSERT INTO event VALUES (1, '2024-05-05')", "INSERT INTO cat (id, age) VALUES (1, 2)"] } satisfies CaseOptions;
