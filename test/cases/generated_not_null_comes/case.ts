import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO box VALUES (1, 2), (2, 3)"], skip: { mariadb: "MariaDB has no generated columns that are NOT NULL." } } satisfies CaseOptions;
