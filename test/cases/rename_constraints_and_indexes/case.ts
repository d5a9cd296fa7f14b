import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO item (id, code, size) VALUES (1, 'a', 2)"] } satisfies CaseOptions;
