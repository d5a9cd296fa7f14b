import type { CaseOptions } from "../../support/cases.ts";

export default { unchanged: true, rows: ["INSERT INTO account (id, name, age) VALUES (1, 'a', 5)"] } satisfies CaseOptions;
