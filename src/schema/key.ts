/** A name with the PostgreSQL schema it stands in, when that is not the default one. */
export interface QualifiedName {
  readonly name: string;
  readonly schema?: string | undefined;
}

/** `users` or `auth.users`; a dot within a name is written `\.`. */
export function keyOf({ name, schema }: QualifiedName): string {
  return schema === undefined ? escaped(name) : `${escaped(schema)}.${escaped(name)}`;
}

/** The inverse of `keyOf`. */
export function splitKey(key: string): { name: string; schema?: string } {
  if (!key.includes("\\")) {
    const dot = key.indexOf(".");
    return dot < 0 ? { name: key } : { schema: key.slice(0, dot), name: key.slice(dot + 1) };
  }
  const parts = key.split(/(?<!\\)\./).map((part) => part.replaceAll("\\.", "."));
  return parts.length > 1 ? { schema: parts[0]!, name: parts.slice(1).join(".") } : { name: parts[0]! };
}

function escaped(name: string): string {
  return name.includes(".") ? name.replaceAll(".", "\\.") : name;
}
