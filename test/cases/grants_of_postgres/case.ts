import type { CaseOptions } from "../../support/cases.ts";

export default { skip: { sqlite: "It has no roles.", mariadb: "Grants are compared on PostgreSQL alone." }, rows: ["INSERT INTO doc (id, mood) VALUES (1, 'good')"] } satisfies CaseOptions;
