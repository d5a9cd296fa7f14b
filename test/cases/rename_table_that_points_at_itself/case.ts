import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO node VALUES (1, NULL, 0), (2, 1, 1)"] } satisfies CaseOptions;
