import type { CaseOptions } from "../../support/cases.ts";

export default {
  rows: ["INSERT INTO item (id, word) VALUES (1, 'a'), (2, 'b')"],
  skip: { postgres: "PostgreSQL before 18 has no virtual columns.", pglite: "PostgreSQL before 18 has no virtual columns." },
} satisfies CaseOptions;
