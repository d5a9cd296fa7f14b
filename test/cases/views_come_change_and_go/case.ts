import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO person (id, name) VALUES (1, 'Ada')"] } satisfies CaseOptions;
