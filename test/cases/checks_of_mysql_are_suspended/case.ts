import type { CaseOptions } from "../../support/cases.ts";

export default {
  skip: { sqlite: "SQLite looks at every check.", postgres: "PostgreSQL makes such a check anew.", mariadb: "MariaDB looks at every check.", mysql: "" },
} satisfies CaseOptions;
