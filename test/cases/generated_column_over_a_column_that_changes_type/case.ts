import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO item (id, word) VALUES ('00000000-0000-0000-0000-000000000001', '12')"] } satisfies CaseOptions;
