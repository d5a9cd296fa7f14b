import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO country VALUES ('de', 'x'), ('fr', 'y')", "INSERT INTO city VALUES (1, 'de'), (2, NULL)"] } satisfies CaseOptions;
