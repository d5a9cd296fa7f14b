import type { CaseOptions } from "../../support/cases.ts";

export default { skip: { mariadb: "MariaDB has no deferrable constraints." } } satisfies CaseOptions;
