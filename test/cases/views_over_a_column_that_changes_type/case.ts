import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO item (id, code) VALUES (1, 'a')"] } satisfies CaseOptions;
