import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO parent (id) VALUES (1)", "INSERT INTO child (id, parent_id) VALUES (1, 1), (2, 1)"] } satisfies CaseOptions;
