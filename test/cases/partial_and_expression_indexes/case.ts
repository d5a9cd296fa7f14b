import type { CaseOptions } from "../../support/cases.ts";

export default {
  rows: ["INSERT INTO account (name) VALUES ('ann'), ('bob')"],
  skip: { mariadb: "MariaDB has neither partial indexes nor indexes on expressions." },
} satisfies CaseOptions;
