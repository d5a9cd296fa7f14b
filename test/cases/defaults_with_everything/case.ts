import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO given (id) VALUES (1), (2)"] } satisfies CaseOptions;
