import type { CaseOptions } from "../../support/cases.ts";

const other = "It is SQLite's.";
export default { skip: { postgres: other, mariadb: other }, rows: ["INSERT INTO item VALUES (1, 'a')"] } satisfies CaseOptions;
