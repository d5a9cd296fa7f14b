import type { CaseOptions } from "../../support/cases.ts";

const other = "It is PostgreSQL's.";
export default { skip: { sqlite: other, mariadb: other }, answers: { renames: ["doc:paper", "paper.size:paper.pages"] }, rows: ["INSERT INTO doc VALUES (1, 'a', 5)"] } satisfies CaseOptions;
