import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO a (n) VALUES (1), (2)", "INSERT INTO b (n) VALUES (1), (2)", "INSERT INTO c VALUES (7, 1)", "INSERT INTO d (n) VALUES (1)", "INSERT INTO e (n) VALUES (1)"], skip: { sqlite: "SQLite keeps no identity options.", mariadb: "MariaDB keeps no identity options." } } satisfies CaseOptions;
