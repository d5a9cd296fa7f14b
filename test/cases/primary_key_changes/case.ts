import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO membership (id, user_id, group_id) VALUES (1, 1, 1), (2, 1, 2)"] } satisfies CaseOptions;
