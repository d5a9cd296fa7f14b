import { significantTokens } from "../../base/sql-tokens.ts";

/** Functions of the server that are not volatile. Any other, a user's among them, may be. */
const settled = new Set(
  "now transaction_timestamp statement_timestamp lower upper initcap coalesce nullif greatest least concat concat_ws format md5 sha256 length char_length octet_length trim btrim ltrim rtrim left right substr substring replace repeat reverse lpad rpad split_part round abs floor ceil ceiling trunc mod power sqrt sign date_trunc date_part extract age make_date make_time make_timestamp make_interval to_char to_date to_number to_timestamp encode decode current_setting to_json to_jsonb json_build_object jsonb_build_object json_build_array jsonb_build_array array_length cardinality int4range int8range numrange tsrange tstzrange daterange varchar numeric decimal timestamp timestamptz time interval char bit varbit array row".split(" "),
);

/** Whether a default may have another value for each row, so that ADD COLUMN must write every row. */
export function isVolatile(sql: string): boolean {
  const tokens = significantTokens(sql);
  return tokens.some((token, index) => (token.kind === "word" || token.kind === "quoted") && tokens[index + 1]?.text === "(" && !settled.has(token.value.toLowerCase()) && !isTypeName(tokens[index - 1]?.text));
}

function isTypeName(previous: string | undefined): boolean {
  return previous === "::" || previous?.toUpperCase() === "AS";
}
