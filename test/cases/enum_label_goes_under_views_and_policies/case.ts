import type { CaseOptions } from "../../support/cases.ts";

export default { skip: { sqlite: "It is PostgreSQL's.", mariadb: "It is PostgreSQL's." }, answers: { replacements: ["mood.ok=sad"] }, rows: ["INSERT INTO person VALUES (1, 'ok', '{ok,happy}')"] } satisfies CaseOptions;
