-- add column account.role
ALTER TABLE `account` ADD COLUMN `role` ENUM('admin','it''s') NOT NULL DEFAULT 'it''s';
