import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO item VALUES (1, 'a', 5), (2, 'b', 0)"], skip: { mariadb: "MariaDB has neither partial indexes nor indexes on expressions." } } satisfies CaseOptions;
