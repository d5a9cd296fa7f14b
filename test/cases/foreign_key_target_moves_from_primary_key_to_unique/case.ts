import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO parent VALUES (1, 10), (2, 20)", "INSERT INTO child VALUES (1, 1), (2, 1)"] } satisfies CaseOptions;
