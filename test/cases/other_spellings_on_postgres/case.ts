import type { CaseOptions } from "../../support/cases.ts";

export default { unchanged: true, skip: { sqlite: "The spellings are PostgreSQL's.", mariadb: "The spellings are PostgreSQL's." } } satisfies CaseOptions;
