const set = (words: string) => new Set(words.split(" "));

/** Words that stand for a value by themselves. Some may carry a precision: `CURRENT_TIMESTAMP(3)`. */
const constants = set("null true false default unknown current_timestamp current_date current_time localtime localtimestamp current_user session_user current_role current_catalog current_schema");

/** Words that can begin no operand and name no column without quotes. */
const reserved = set(
  "and or not in is like ilike similar rlike regexp glob between xor case when then else end as from for where select with values order group having limit union all any some distinct collate exists cast array row using both leading trailing placing on asc desc isnull notnull create table to symmetric",
);

export function isConstant(word: string): boolean {
  return constants.has(word);
}

export function isReserved(word: string): boolean {
  return reserved.has(word) || constants.has(word);
}

/** Whether the bare word could be read as something else than a column's name. USER is a column to some databases, the role to others. */
export function needsQuotes(word: string): boolean {
  return isReserved(word) || word === "user";
}
