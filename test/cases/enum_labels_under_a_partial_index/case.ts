import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO person VALUES (1, 'a', 'ok')"], skip: { mariadb: "MariaDB has neither partial indexes nor indexes on expressions." } } satisfies CaseOptions;
