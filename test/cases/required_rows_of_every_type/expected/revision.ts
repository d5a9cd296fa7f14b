/**
 * required rows of every type
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import {
  bigint,
  binary,
  boolean,
  date,
  double,
  integer,
  json,
  numeric,
  smallint,
  sql,
  table,
  timestamp,
  varchar,
  type Operations,
} from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const everyType = table("every_type", {
  id: integer(),
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

export function upgrade(op: Operations) {
  op.updateRows(
    everyType,
    { key: "id", required: true },
    [
      {
        id: 1,
        small: null,
        big: 12,
        exact: 1.5,
        flag: false,
        label: sql`upper('x')`,
        day: "2024-03-01",
        moment: new Date("2025-01-01T00:00:00.000Z"),
        data: [null, "x"],
        bytes: new Uint8Array([1]),
        half: 1e100,
      },
      { id: 2, big: 5, data: "text" },
    ],
    {
      was: [
        {
          id: 1,
          small: -1,
          big: "9007199254740993",
          exact: "0.10",
          flag: true,
          label: "it's",
          day: "2024-02-29",
          moment: new Date("2024-02-29T23:59:58.000Z"),
          data: { a: [1, "x"], sql: "no" },
          bytes: new Uint8Array([0, 255]),
          half: 0.5,
        },
        { id: 2 },
      ],
    },
  );
}

export function downgrade(op: Operations) {
  op.updateRows(
    everyType,
    { key: "id", required: true },
    [
      {
        id: 1,
        small: -1,
        big: "9007199254740993",
        exact: "0.10",
        flag: true,
        label: "it's",
        day: "2024-02-29",
        moment: new Date("2024-02-29T23:59:58.000Z"),
        data: { a: [1, "x"], sql: "no" },
        bytes: new Uint8Array([0, 255]),
        half: 0.5,
      },
      { id: 2 },
    ],
    {
      was: [
        {
          id: 1,
          small: null,
          big: 12,
          exact: 1.5,
          flag: false,
          label: sql`upper('x')`,
          day: "2024-03-01",
          moment: new Date("2025-01-01T00:00:00.000Z"),
          data: [null, "x"],
          bytes: new Uint8Array([1]),
          half: 1e100,
        },
        { id: 2, big: 5, data: "text" },
      ],
    },
  );
}
