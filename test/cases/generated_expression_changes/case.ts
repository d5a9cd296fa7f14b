import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO box (width) VALUES (2), (4)"] } satisfies CaseOptions;
