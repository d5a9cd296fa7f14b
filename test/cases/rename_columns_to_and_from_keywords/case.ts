import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO span VALUES (1, 2, 1, 'a')", "INSERT INTO span VALUES (2, 3, 1, 'b')"] } satisfies CaseOptions;
