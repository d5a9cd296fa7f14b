const synonyms: Readonly<Record<string, string>> = { integer: "int", "character varying": "varchar", character: "char", dec: "decimal", numeric: "decimal", fixed: "decimal", bool: "tinyint", boolean: "tinyint", "double precision": "double", real: "double" };

/** The collations that utf8mb4 has when nothing is said, on MariaDB and on MySQL. */
const usual: ReadonlySet<string> = new Set(["utf8mb4_general_ci", "utf8mb4_uca1400_ai_ci", "utf8mb4_0900_ai_ci"]);

/** The type of a routine's parameter or result in one spelling. Lengths count; the width in which an integer is shown does not. */
export function routineType(type: string): string {
  const text = type.replace(/'(?:[^'\\]|\\.|'')*'|[^']+/g, (piece) => (piece.startsWith("'") ? piece : piece.toLowerCase().replace(/\s+/g, " "))).trim();
  const [, written = text, charset, collation] = /^(.*?)(?: (?:charset|character set) (\w+))?(?: collate (\w+))?$/s.exec(text) ?? [];
  const [, name = written, numbers = "", rest = ""] = /^([a-z]+(?: (?:varying|precision))?)\s*(\([^']*?\))?(.*)$/s.exec(written) ?? [];
  const plain = Object.hasOwn(synonyms, name) ? synonyms[name]! : name;
  const size = plain.endsWith("int") ? "" : (numbers || (plain === "decimal" ? "(10,0)" : plain === "char" ? "(1)" : "")).replace(/\s/g, "").replace(/^\((\d+)\)$/, plain === "decimal" ? "($1,0)" : "($1)");
  const ofCharset = charset === undefined || charset === "utf8mb4" ? "" : ` charset ${charset}`;
  return `${plain}${size}${rest}${ofCharset}${collation === undefined || usual.has(collation) ? "" : ` collate ${collation}`}`;
}
