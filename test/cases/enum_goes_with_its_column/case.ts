import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO account (name) VALUES ('ann'), ('bob')"] } satisfies CaseOptions;
