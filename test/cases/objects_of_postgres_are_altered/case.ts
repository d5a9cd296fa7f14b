import type { CaseOptions } from "../../support/cases.ts";

const other = "It is PostgreSQL's.";
export default { rows: ["INSERT INTO item VALUES (1, 'a', 2)"], skip: { sqlite: other, mariadb: other } } satisfies CaseOptions;
