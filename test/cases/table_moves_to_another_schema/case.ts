import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO \"user\" (name) VALUES ('a'), ('b')", "INSERT INTO blog.post VALUES (1, 1)", "INSERT INTO old.tag VALUES (1, 1)"], answers: { renames: ["user:auth.user", "blog.post:auth.post", "old.tag:blog.label"] }, skip: { sqlite: "SQLite has no schemas.", mariadb: "On MariaDB a schema is a database." } } satisfies CaseOptions;
