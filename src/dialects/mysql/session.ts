/**
 * What the literals of this dialect need, in a session and at the start of a script: moments are written in UTC, and backslashes are
 * doubled, which they are not where NO_BACKSLASH_ESCAPES is set. https://dev.mysql.com/doc/refman/8.4/en/sql-mode.html
 */
export const sessionSql = "SET time_zone = '+00:00', sql_mode = REPLACE(@@sql_mode, 'NO_BACKSLASH_ESCAPES', '')";
