import { bigint, binary, boolean, date, double, integer, json, numeric, smallint, table, timestamp, varchar } from "graven/models";

export const everyType = () =>
  table("every_type", {
    id: integer().primaryKey(),
    small: smallint(),
    big: bigint(),
    exact: numeric(10, 2),
    flag: boolean(),
    label: varchar(40),
    day: date(),
    moment: timestamp(),
    data: json(),
    bytes: binary(16),
    half: double(),
  });
