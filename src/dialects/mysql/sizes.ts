/** Rows as InnoDB estimates them, and bytes with indexes. */
export const sizesSql = "SELECT TABLE_NAME AS `key`, TABLE_ROWS AS `rows`, DATA_LENGTH + INDEX_LENGTH AS bytes FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'";
