import type { CaseOptions } from "../../support/cases.ts";

const other = "It is MariaDB's.";
export default { skip: { sqlite: other, postgres: other, mysql: other }, rows: ["INSERT INTO item (id, place) VALUES (1, point(1, 2))", "INSERT INTO pay VALUES (1, 2, 'a')", "INSERT INTO plain (id) VALUES (1)"] } satisfies CaseOptions;
