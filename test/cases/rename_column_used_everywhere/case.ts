import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO item (price, code) VALUES (5, 'a'), (6, 'b')", "INSERT INTO sale (code) VALUES ('a'), ('b'), ('b')"] } satisfies CaseOptions;
