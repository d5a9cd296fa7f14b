import { everyType } from "./types.ts";
import { requiredRows, sql } from "graven/models";

export const every = everyType();

requiredRows(every, { key: "id" }, [
  { id: 1, small: null, big: 12, exact: 1.5, flag: false, label: sql`upper('x')`, day: "2024-03-01", moment: new Date("2025-01-01T00:00:00.000Z"), data: [null, "x"], bytes: new Uint8Array([1]), half: 1e100 },
  { id: 2, data: "text", big: "5" },
]);
