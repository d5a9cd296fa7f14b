import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO shelf VALUES ('small', 1), ('big', 2)", "INSERT INTO box VALUES (1, 'small', NULL, NULL), (2, 'big', 'small', 1)"] } satisfies CaseOptions;
