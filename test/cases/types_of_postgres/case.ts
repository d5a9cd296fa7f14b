import type { CaseOptions } from "../../support/cases.ts";

export default { skip: { sqlite: "SQLite has no arrays.", mariadb: "MariaDB has no arrays." } } satisfies CaseOptions;
