import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO parent VALUES (3, 1), (7, 2)", "INSERT INTO other VALUES (4, 1)", "INSERT INTO child VALUES (1, 3, 4), (2, 7, NULL)"] } satisfies CaseOptions;
