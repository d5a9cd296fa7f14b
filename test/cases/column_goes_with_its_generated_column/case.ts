import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO box (id, width, height, label) VALUES (1, 2, 3, 'a')"] } satisfies CaseOptions;
