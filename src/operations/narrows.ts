import type { ColumnType } from "../schema/types.ts";

/** Whether some values of `from` have no equal in `to`. */
export function narrows(from: ColumnType, to: ColumnType): boolean {
  const integers = ["smallint", "integer", "bigint"];
  const texts = ["char", "varchar", "text"];
  const [fromRank, toRank] = [integers.indexOf(from.kind), integers.indexOf(to.kind)];
  if (fromRank >= 0 && toRank >= 0) return toRank < fromRank;
  if (texts.includes(from.kind) && texts.includes(to.kind)) {
    const [fromLength, toLength] = [lengthOf(from), lengthOf(to)];
    return toLength < fromLength;
  }
  if (from.kind === "real" && to.kind === "double") return false;
  if (fromRank >= 0 && (to.kind === "numeric" || to.kind === "double")) return to.kind === "numeric" && to.precision !== undefined && to.precision - (to.scale ?? 0) < [5, 10, 19][fromRank]!;
  if (from.kind === "numeric" && to.kind === "numeric") {
    if (to.precision === undefined) return false;
    if (from.precision === undefined) return true;
    return (to.scale ?? 0) < (from.scale ?? 0) || to.precision - (to.scale ?? 0) < from.precision - (from.scale ?? 0);
  }
  if (to.kind === "text") return false;
  if (from.kind === "array" && to.kind === "array") return narrows(from.element, to.element);
  if ((from.kind === "char" || from.kind === "varchar" || from.kind === "text") && to.kind === "sql" && /^(mediumtext|longtext|citext)$/i.test(to.sql)) return false;
  const [fromSql, toSql] = [sqlOf(from), sqlOf(to)];
  if ((from.kind === "sql" || to.kind === "sql") && fromSql !== undefined && toSql !== undefined) return narrowsSql(fromSql, toSql);
  if (from.kind === "binary" && to.kind === "binary") return (to.length ?? Infinity) < (from.length ?? Infinity);
  if (from.kind === to.kind) return "precision" in from && "precision" in to && (to.precision ?? 6) < (from.precision ?? 6);
  if ((from.kind === "json" && to.kind === "jsonb") || (from.kind === "jsonb" && to.kind === "json")) return false;
  return !(from.kind === "date" && (to.kind === "timestamp" || to.kind === "timestamptz"));
}

function lengthOf(type: ColumnType): number {
  if (type.kind === "char") return type.length ?? 1;
  return type.kind === "varchar" ? (type.length ?? Infinity) : Infinity;
}

/** Types that are known by their SQL alone, each able to hold what those before it hold. */
const ladders: readonly (readonly string[])[] = [
  ["tinyint", "smallint", "mediumint", "int", "bigint"],
  ["tinytext", "text", "mediumtext", "longtext"],
  ["tinyblob", "blob", "mediumblob", "longblob"],
  ["bit", "bit varying"],
  ["binary", "varbinary"],
  ["cidr", "inet"],
  ["macaddr", "macaddr8"],
  ["point", "geometry"],
  ["int4range", "int8range"],
];

/** The words of a type that has relatives which are known by their SQL alone. */
function sqlOf(type: ColumnType): string | undefined {
  if (type.kind === "sql") return type.sql;
  return ({ smallint: "smallint", integer: "int", bigint: "bigint", text: "text" } as { readonly [K in ColumnType["kind"]]?: string })[type.kind];
}

/** `int(10) unsigned` to `int`: another name further down, fewer signs, digits or letters, or other words such as the character set. */
function narrowsSql(from: string, to: string): boolean {
  const [a, b] = [wordsOf(from), wordsOf(to)];
  if (a.name !== b.name && !ladders.some((ladder) => ladder.includes(a.name) && ladder.indexOf(b.name) > ladder.indexOf(a.name))) return true;
  // All that a type without a sign holds fits the next wider one with it.
  if (a.unsigned !== b.unsigned && (b.unsigned || a.name === b.name)) return true;
  if (/^(enum|set)$/.test(a.name)) return a.labels.some((label) => !b.labels.includes(label));
  const isCounted = !a.name.endsWith("int");
  return a.rest !== b.rest || (isCounted && a.name === b.name && b.numbers.some((number, at) => number < (a.numbers[at] ?? Infinity)));
}

function wordsOf(sql: string) {
  const text = sql.toLowerCase().replace(/\binteger\b/, "int");
  const name = /^[a-z][a-z0-9 ]*?(?=\s*(\(|unsigned|zerofill|character set|charset|collate|srid|$))/.exec(text)?.[0].trim() ?? text;
  const brackets = /\(([^)]*)\)/.exec(text)?.[1] ?? "";
  return {
    name,
    unsigned: /\bunsigned\b|\bzerofill\b/.test(text),
    labels: [...sql.matchAll(/'((?:[^']|'')*)'/g)].map(([, label]) => label!),
    numbers: brackets.includes("'") ? [] : brackets.split(",").map(Number).filter((number) => !Number.isNaN(number) && brackets !== ""),
    rest: text.slice(name.length).replace(/\([^)]*\)|\bunsigned\b|\bzerofill\b|\bsigned\b/g, " ").replace(/\s+/g, " ").trim(),
  };
}
