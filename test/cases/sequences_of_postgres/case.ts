import type { CaseOptions } from "../../support/cases.ts";

export default { skip: { sqlite: "It is PostgreSQL's.", mariadb: "It is PostgreSQL's." }, rows: ["INSERT INTO counted (name) VALUES ('a')", "INSERT INTO kept VALUES (5)"] } satisfies CaseOptions;
