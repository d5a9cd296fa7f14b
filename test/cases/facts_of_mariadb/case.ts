import type { CaseOptions } from "../../support/cases.ts";

const other = "It is MariaDB's.";
export default { skip: { sqlite: other, postgres: other }, rows: ["INSERT INTO item (id, name) VALUES (1, 'a')", "INSERT INTO part VALUES (1, 1)", "INSERT INTO history VALUES (1, 1)"] } satisfies CaseOptions;
