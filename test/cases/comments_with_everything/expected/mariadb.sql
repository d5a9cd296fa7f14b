-- alter column account.id (comment)
ALTER TABLE `account` MODIFY COLUMN `id` INT NOT NULL COMMENT 'it''s a "key" \\ with
two lines; -- and no comment /* at all */'
;

-- alter column account.name (comment)
ALTER TABLE `account` MODIFY COLUMN `name` VARCHAR(20) COMMENT 'größe 你好 ${x} `y` %s :name ?';

-- alter column account.age (comment)
ALTER TABLE `account` MODIFY COLUMN `age` INT COMMENT '\\''';

-- comment table account
ALTER TABLE `account` COMMENT = 'a ''table''
of \\n "accounts"';
