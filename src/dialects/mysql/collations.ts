/** What a character set is sorted by when nothing is said, where that is not `<set>_general_ci`. https://mariadb.com/kb/en/supported-character-sets-and-collations/ */
const usual: Readonly<Record<string, string>> = {
  latin1: "latin1_swedish_ci",
  latin5: "latin5_turkish_ci",
  dec8: "dec8_swedish_ci",
  swe7: "swe7_swedish_ci",
  hp8: "hp8_english_ci",
  tis620: "tis620_thai_ci",
  binary: "binary",
  big5: "big5_chinese_ci",
  gb2312: "gb2312_chinese_ci",
  gbk: "gbk_chinese_ci",
  gb18030: "gb18030_chinese_ci",
  euckr: "euckr_korean_ci",
  ujis: "ujis_japanese_ci",
  sjis: "sjis_japanese_ci",
  cp932: "cp932_japanese_ci",
  eucjpms: "eucjpms_japanese_ci",
};

/** The collation of a character set of which nothing else is said. */
export function usualCollation({ defaultCollation }: { readonly defaultCollation: string }, charset: string): string {
  const name = charset.toLowerCase() === "utf8" ? "utf8mb3" : charset.toLowerCase();
  return name === "utf8mb4" ? defaultCollation : (usual[name] ?? `${name}_general_ci`);
}
