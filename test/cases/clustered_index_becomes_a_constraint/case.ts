import type { CaseOptions } from "../../support/cases.ts";

const other = "It is PostgreSQL's.";
export default { rows: ["INSERT INTO person VALUES (1, 'a')"], skip: { sqlite: other, mariadb: other } } satisfies CaseOptions;
