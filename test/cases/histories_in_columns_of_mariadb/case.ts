import type { CaseOptions } from "../../support/cases.ts";

const other = "It is MariaDB's.";
export default {
  skip: { sqlite: other, postgres: other, mysql: other },
  rows: [
    "INSERT INTO price (id, amount, note) VALUES (1, 100, 'a')",
    "UPDATE price SET amount = 200",
    "INSERT INTO plain VALUES (1, 'a')",
    "INSERT INTO ended (id) VALUES (1)",
    "INSERT INTO kept VALUES (1, 'a')",
    "UPDATE kept SET name = 'b'",
    "INSERT INTO monthly VALUES (1)",
    "INSERT INTO stay VALUES (1, '2030-01-01', '2030-01-05')",
    "INSERT INTO trip VALUES (1, '2030-01-01', '2030-01-05', '2030-01-09')",
    "INSERT INTO hired VALUES (1, '2030-01-01', '2030-01-05')",
  ],
} satisfies CaseOptions;
