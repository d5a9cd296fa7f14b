-- rename column renamed.arrives to begins
ALTER TABLE `renamed` RENAME COLUMN `arrives` TO `begins`;

-- rename constraint renamed_guest of renamed to renamed_person
ALTER TABLE `renamed` RENAME INDEX `renamed_guest` TO `renamed_person`;

-- create table made
CREATE TABLE `made` (
  `room` INT NOT NULL,
  `arrives` DATE NOT NULL,
  `leaves` DATE NOT NULL,
  UNIQUE KEY `made_room` (`room`, `during` WITHOUT OVERLAPS),
  PERIOD FOR `during` (`arrives`, `leaves`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- drop table dropped
DROP TABLE `dropped`;

-- drop constraint gone_person of gone
ALTER TABLE `gone` DROP INDEX `gone_person`;

-- alter table gone (periods)
ALTER TABLE `gone` DROP PERIOD FOR `the ``stay```;

-- drop constraint PRIMARY of hired
ALTER TABLE `hired` DROP PRIMARY KEY;

-- alter table hired (periods)
ALTER TABLE `hired` ADD PERIOD FOR `employed` (`since`, `until`);

-- create primary key PRIMARY on hired
ALTER TABLE `hired` ADD PRIMARY KEY (`id`, `employed` WITHOUT OVERLAPS);

-- drop constraint plain_person of plain
ALTER TABLE `plain` DROP INDEX `plain_person`;

-- create unique constraint plain_person on plain
ALTER TABLE `plain` ADD UNIQUE KEY `plain_person` (`person`, `during` WITHOUT OVERLAPS);

-- add column stay.bed
ALTER TABLE `stay` ADD COLUMN `bed` INT NOT NULL DEFAULT 0;

-- drop constraint stay_guest of stay
ALTER TABLE `stay` DROP INDEX `stay_guest`;

-- drop constraint PRIMARY of stay
ALTER TABLE `stay` DROP PRIMARY KEY;

-- create primary key PRIMARY on stay
ALTER TABLE `stay` ADD PRIMARY KEY (`room`, `bed`, `during` WITHOUT OVERLAPS);

-- create unique constraint stay_guest on stay
ALTER TABLE `stay` ADD UNIQUE KEY `stay_guest` (`guest`, `bed`, `during` WITHOUT OVERLAPS);

-- drop constraint trip_person of trip
ALTER TABLE `trip` DROP INDEX `trip_person`;

-- alter table trip (periods)
ALTER TABLE `trip` DROP PERIOD FOR `during`, ADD PERIOD FOR `during` (`leaves`, `returns`);

-- create unique constraint trip_person on trip
ALTER TABLE `trip` ADD UNIQUE KEY `trip_person` (`person`, `during` WITHOUT OVERLAPS);
