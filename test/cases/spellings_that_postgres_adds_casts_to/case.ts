import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO thing (id, small, price, word) VALUES (1, 5, 1.5, 'a')"], skip: { mariadb: "MariaDB has no indexes on expressions." } } satisfies CaseOptions;
