import type { CaseOptions } from "../../support/cases.ts";

export default { answers: { renames: ["person:account", "account.name:account.title"] }, rows: ["INSERT INTO person VALUES (1, 'a')"] } satisfies CaseOptions;
