import { integer, table } from "graven/models";

const long = (start: string) => start + "x".repeat(63 - start.length);

export const parent = table(long("parent_"), { id: integer(long("id_")).primaryKey() });
