import type { Dependents } from "../knowledge.ts";
import { textLiteral } from "./quoting.ts";

/** Rows as InnoDB estimates them, and bytes with indexes. */
export const sizesSql = "SELECT TABLE_NAME AS `key`, TABLE_ROWS AS `rows`, DATA_LENGTH + INDEX_LENGTH AS bytes FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'";

const breaks = "It fails when it is read from then on.";

/** Views as the server keeps them, with every table in full, and foreign keys of other tables. */
export const dependents: Dependents = {
  sql: (table, column) => {
    const named = `CONCAT('%\`', DATABASE(), '\`.\`', ${textLiteral(table)}, '\`%')`;
    const within = column === undefined ? "" : ` AND VIEW_DEFINITION LIKE ${textLiteral(`%\`${column}\`%`)}`;
    const keys = column === undefined ? "" : ` AND REFERENCED_COLUMN_NAME = ${textLiteral(column)}`;
    return `SELECT CONCAT('view ', TABLE_NAME) AS name FROM information_schema.VIEWS WHERE TABLE_SCHEMA = DATABASE() AND VIEW_DEFINITION LIKE ${named}${within}
UNION SELECT CONCAT('foreign key ', CONSTRAINT_NAME, ' of ', TABLE_NAME) FROM information_schema.KEY_COLUMN_USAGE WHERE REFERENCED_TABLE_SCHEMA = DATABASE() AND REFERENCED_TABLE_NAME = ${textLiteral(table)} AND TABLE_NAME <> REFERENCED_TABLE_NAME${keys}
ORDER BY 1`;
  },
  words: { dropTable: breaks, dropColumn: breaks, renameTable: breaks, renameColumn: breaks },
};

export const readOnly = ["SET SESSION TRANSACTION READ ONLY", "SET SESSION TRANSACTION READ WRITE"] as const;
