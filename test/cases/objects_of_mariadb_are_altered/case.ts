import type { CaseOptions } from "../../support/cases.ts";

const other = "It is MariaDB's.";
export default { skip: { sqlite: other, postgres: other } } satisfies CaseOptions;
