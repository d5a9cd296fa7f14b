import type { CaseOptions } from "../../support/cases.ts";

const other = "It is MariaDB's.";
export default { skip: { sqlite: other, postgres: other }, rows: ["INSERT INTO item VALUES (1, 'a', 5)"] } satisfies CaseOptions;
