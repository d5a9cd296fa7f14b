import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO stays (parent_id) VALUES (NULL), (NULL)"] } satisfies CaseOptions;
