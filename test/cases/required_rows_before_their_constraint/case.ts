import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO tier (name, rank) VALUES ('mine', 77)", "INSERT INTO currency (code, digits) VALUES ('jpy', 0)"] } satisfies CaseOptions;
