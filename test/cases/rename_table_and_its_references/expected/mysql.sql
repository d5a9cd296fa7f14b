-- rename table person to human
ALTER TABLE `person` DROP FOREIGN KEY `person_ibfk_1`;

RENAME TABLE `person` TO `human`;

ALTER TABLE `human` ADD CONSTRAINT `person_ibfk_1` FOREIGN KEY (`boss_id`) REFERENCES `human` (`id`);
