import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO \"user\" (id) VALUES (1)"], skip: { sqlite: "SQLite has no schemas.", mariadb: "On MariaDB a schema is a database." } } satisfies CaseOptions;
