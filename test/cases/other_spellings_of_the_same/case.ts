import type { CaseOptions } from "../../support/cases.ts";

export default { unchanged: true, rows: ["INSERT INTO thing (id, word) VALUES (1, 'a')"] } satisfies CaseOptions;
