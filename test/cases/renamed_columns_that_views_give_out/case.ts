import type { CaseOptions } from "../../support/cases.ts";

export default { answers: { renames: ["person.name:person.title"] }, rows: ["INSERT INTO person VALUES (1, 'a', 2)"] } satisfies CaseOptions;
