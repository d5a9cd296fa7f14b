import { everyType } from "./types.ts";
import { requiredRows } from "graven/models";

export const every = everyType();

requiredRows(every, { key: "id" }, [
  { id: 1, small: -1, big: 9007199254740993n, exact: "0.10", flag: true, label: "it's", day: "2024-02-29", moment: new Date("2024-02-29T23:59:58.000Z"), data: { a: [1, "x"], sql: "no" }, bytes: new Uint8Array([0, 255]), half: 0.5 },
  { id: 2 },
]);
