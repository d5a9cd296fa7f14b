import type { CaseOptions } from "../../support/cases.ts";

export default {
  rows: ["INSERT INTO page (id, title, size) VALUES (1, 'a', 20)"],
  skip: { sqlite: "SQLite has no index methods.", mariadb: "MariaDB has no GIN indexes." },
} satisfies CaseOptions;
