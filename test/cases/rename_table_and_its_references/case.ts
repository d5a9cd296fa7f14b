import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO person (name) VALUES ('ann'), ('bob')", "INSERT INTO pet (person_id) VALUES (1), (1), (2)"] } satisfies CaseOptions;
