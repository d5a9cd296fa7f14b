import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO person (id, email, name, n) VALUES (1, 'a', 'b', 1)", "INSERT INTO pet (id, person) VALUES (1, 1)"] } satisfies CaseOptions;
