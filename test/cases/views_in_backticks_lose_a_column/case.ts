import type { CaseOptions } from "../../support/cases.ts";

const backticks = "Names stand in double quotes there.";

export default { answers: { renames: ["person.name:person.title"] }, skip: { postgres: backticks, pglite: backticks }, rows: ["INSERT INTO person (id, name) VALUES (1, 'Ada')"] } satisfies CaseOptions;
