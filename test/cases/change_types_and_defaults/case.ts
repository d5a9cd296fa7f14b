import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO measure (amount, label, count) VALUES (5, 'a', 1), (6, 'b', 2)"] } satisfies CaseOptions;
