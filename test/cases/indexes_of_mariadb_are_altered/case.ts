import type { CaseOptions } from "../../support/cases.ts";

const other = "It is MariaDB's.";
export default {
  rows: ["INSERT INTO shelf VALUES (1, 2)", "INSERT INTO book (id, shelf, title, body) VALUES (1, 1, 'a', 'b')"],
  skip: { sqlite: other, postgres: other },
  answers: { renames: ["book.book_named:book.book_renamed"] },
} satisfies CaseOptions;
