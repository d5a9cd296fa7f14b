import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO account VALUES (1, 'a', 2)"] } satisfies CaseOptions;
