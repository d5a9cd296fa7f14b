/** PostgreSQL's settings that are lists of names, which no quotes may hold together. */
const listSettings = new Set(["search_path", "temp_tablespaces", "session_preload_libraries", "local_preload_libraries", "shared_preload_libraries"]);

export function isListSetting(name: string): boolean {
  return listSettings.has(name.toLowerCase());
}

/** A list of names as a setting's value, each in quotes where it needs them; of no name, or an empty one, `''`. */
export function listSetting(names: readonly string[]): string {
  if (names.join("") === "") return "''";
  return names.map((name) => (/^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`)).join(", ");
}
