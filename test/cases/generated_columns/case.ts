import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO box (width, height) VALUES (2, 3), (4, 5)"] } satisfies CaseOptions;
