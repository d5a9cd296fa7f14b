import type { CaseOptions } from "../../support/cases.ts";

export default { skip: { mariadb: "MariaDB has neither partial indexes nor deferrable constraints." }, rows: ["INSERT INTO page VALUES (1, 'a', 20)", "INSERT INTO note VALUES (1, 1)"] } satisfies CaseOptions;
