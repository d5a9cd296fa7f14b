/**
 * required rows take each others values
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import {
  date,
  integer,
  numeric,
  ref,
  table,
  uuid,
  varchar,
  type Operations,
} from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const rank = table("rank", { code: varchar(4), place: integer(), next: varchar(4) });
const lang = table("lang", {
  iso: varchar(3),
  name: varchar(8),
  short: varchar(2),
  day: date(),
  mark: uuid(),
  price: numeric(6, 2),
  id: integer(),
});
const seat = table("seat", { id: integer(), lang_id: integer(), row: integer() });

export function upgrade(op: Operations) {
  op.deleteRows(rank, { key: "code", required: true }, [{ code: "g" }], {
    was: [{ code: "g", place: 9, next: null }],
  });
  op.updateRows(
    rank,
    { key: "code", required: true },
    [
      { code: "a", place: 2 },
      { code: "b", place: 3 },
      { code: "c", place: 4 },
    ],
    {
      was: [
        { code: "a", place: 1 },
        { code: "b", place: 2 },
        { code: "c", place: 3 },
      ],
    },
  );
  op.bulkInsert(
    rank,
    [
      { code: "n", place: 1, next: "a" },
      { code: "h", place: 9, next: "n" },
    ],
    { key: "code", required: true },
  );
  op.updateRows(
    lang,
    { key: "iso", required: true },
    [
      {
        iso: "de",
        name: "English",
        short: "F",
        day: "2024-01-02",
        mark: "00000000-0000-4000-8000-000000000002",
        price: "2.50",
      },
      {
        iso: "en",
        name: "French",
        day: "2024-01-01",
        mark: "00000000-0000-4000-8000-000000000001",
        price: "1.50",
      },
      { iso: "fr", name: "German", short: "D" },
    ],
    {
      was: [
        {
          iso: "de",
          name: "German",
          short: "D",
          day: "2024-01-01",
          mark: "00000000-0000-4000-8000-000000000001",
          price: "1.50",
        },
        {
          iso: "en",
          name: "English",
          day: "2024-01-02",
          mark: "00000000-0000-4000-8000-000000000002",
          price: "2.50",
        },
        { iso: "fr", name: "French", short: "F" },
      ],
    },
  );
  op.updateRows(rank, { key: "code", required: true }, [{ code: "a", next: "n" }], {
    was: [{ code: "a", next: "b" }],
  });
  op.updateRows(
    seat,
    { key: "id", required: true },
    [
      { id: 1, lang_id: ref(lang, { iso: "fr" }, "id") },
      { id: 2, lang_id: ref(lang, { iso: "de" }, "id") },
      { id: 3, row: 1 },
    ],
    {
      was: [
        { id: 1, lang_id: ref(lang, { iso: "de" }, "id") },
        { id: 2, lang_id: ref(lang, { iso: "en" }, "id") },
        { id: 3, row: 2 },
      ],
    },
  );
}

export function downgrade(op: Operations) {
  op.updateRows(
    seat,
    { key: "id", required: true },
    [
      { id: 1, lang_id: ref(lang, { iso: "de" }, "id") },
      { id: 2, lang_id: ref(lang, { iso: "en" }, "id") },
      { id: 3, row: 2 },
    ],
    {
      was: [
        { id: 1, lang_id: ref(lang, { iso: "fr" }, "id") },
        { id: 2, lang_id: ref(lang, { iso: "de" }, "id") },
        { id: 3, row: 1 },
      ],
    },
  );
  op.updateRows(rank, { key: "code", required: true }, [{ code: "a", next: "b" }], {
    was: [{ code: "a", next: "n" }],
  });
  op.updateRows(
    lang,
    { key: "iso", required: true },
    [
      {
        iso: "de",
        name: "German",
        short: "D",
        day: "2024-01-01",
        mark: "00000000-0000-4000-8000-000000000001",
        price: "1.50",
      },
      {
        iso: "en",
        name: "English",
        day: "2024-01-02",
        mark: "00000000-0000-4000-8000-000000000002",
        price: "2.50",
      },
      { iso: "fr", name: "French", short: "F" },
    ],
    {
      was: [
        {
          iso: "de",
          name: "English",
          short: "F",
          day: "2024-01-02",
          mark: "00000000-0000-4000-8000-000000000002",
          price: "2.50",
        },
        {
          iso: "en",
          name: "French",
          day: "2024-01-01",
          mark: "00000000-0000-4000-8000-000000000001",
          price: "1.50",
        },
        { iso: "fr", name: "German", short: "D" },
      ],
    },
  );
  op.deleteRows(rank, { key: "code", required: true }, [{ code: "n" }, { code: "h" }], {
    was: [
      { code: "n", place: 1, next: "a" },
      { code: "h", place: 9, next: "n" },
    ],
  });
  op.updateRows(
    rank,
    { key: "code", required: true },
    [
      { code: "a", place: 1 },
      { code: "b", place: 2 },
      { code: "c", place: 3 },
    ],
    {
      was: [
        { code: "a", place: 2 },
        { code: "b", place: 3 },
        { code: "c", place: 4 },
      ],
    },
  );
  op.bulkInsert(rank, [{ code: "g", place: 9, next: null }], { key: "code", required: true });
}
