import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO old_target VALUES (1)", "INSERT INTO child VALUES (1, NULL), (2, NULL)"] } satisfies CaseOptions;
