import type { CaseOptions } from "../../support/cases.ts";

const other = "It is PostgreSQL's.";
export default { skip: { sqlite: other, mariadb: other }, rows: ["INSERT INTO person (email, place) VALUES ('a@b', '(x)')"] } satisfies CaseOptions;
