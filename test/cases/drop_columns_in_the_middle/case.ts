import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO account (middle, age, last) VALUES ('m', 4, 'l'), ('n', NULL, 'k')"] } satisfies CaseOptions;
