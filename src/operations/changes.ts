/** The properties that an object changes: an absent key leaves, `null` removes. */
export type Changes<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> | null };

/** The object after the changes. */
export function withChanges<T extends object>(object: T, changes: Changes<Partial<T>>): T {
  return Object.fromEntries(Object.entries({ ...object, ...changes }).filter(([, value]) => value !== null && value !== undefined)) as T;
}

/** The changes that lead back to the object. */
export function formerValues<C extends object>(object: object, changes: C): C {
  return Object.fromEntries(Object.keys(changes).map((key) => [key, (object as Record<string, unknown>)[key] ?? null])) as C;
}
