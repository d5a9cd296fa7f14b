import type { CaseOptions } from "../../support/cases.ts";

export default { rows: [] } satisfies CaseOptions;
