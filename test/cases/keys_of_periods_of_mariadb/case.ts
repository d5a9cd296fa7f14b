import type { CaseOptions } from "../../support/cases.ts";

const other = "It is MariaDB's.";
export default {
  rows: ["INSERT INTO stay (room, arrives, leaves) VALUES (1, '2030-01-01', '2030-01-05'), (1, '2030-01-05', '2030-01-09'), (2, '2030-01-01', '2030-01-05')", "INSERT INTO hired (id, since, until) VALUES (1, '2030-01-01', '2030-02-01')", "INSERT INTO trip VALUES (1, 1, '2030-01-01', '2030-01-02', '2030-01-03')"],
  answers: { renames: ["renamed.arrives:renamed.begins", "renamed.renamed_guest:renamed.renamed_person"] },
  skip: { sqlite: other, postgres: other, mysql: "MySQL has no periods." },
} satisfies CaseOptions;
