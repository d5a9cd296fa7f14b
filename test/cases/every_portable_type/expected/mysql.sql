-- create table sample
CREATE TABLE `sample` (
  `id` BIGINT NOT NULL,
  `small` SMALLINT,
  `whole` INT NOT NULL DEFAULT 7,
  `exact` DECIMAL(12,3) DEFAULT 1.5,
  `single` FLOAT,
  `double` DOUBLE,
  `yes` TINYINT(1) NOT NULL DEFAULT TRUE,
  `fixed` CHAR(3),
  `short` VARCHAR(40) NOT NULL DEFAULT 'it''s \\ "quoted"',
  `long` LONGTEXT,
  `day` DATE,
  `clock` TIME,
  `moment` DATETIME(3),
  `instant` TIMESTAMP(3) NULL,
  `key` CHAR(36),
  `document` JSON,
  `binary_document` JSON,
  `bytes` LONGBLOB,
  `some_bytes` VARBINARY(16),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
