import type { CaseOptions } from "../../support/cases.ts";

export default {
  rows: ["INSERT INTO blog.post (id, title) VALUES (1, 'a')"],
  answers: { renames: ["blog.post:post"] },
  skip: { sqlite: "SQLite has no schemas.", mariadb: "On MariaDB a schema is a database." },
} satisfies CaseOptions;
