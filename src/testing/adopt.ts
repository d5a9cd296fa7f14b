/**
 * A copy of what a caller gave, of this realm: a test runner may run its tests in another, whose dates and lists are no instances of
 * ours. Functions and objects of classes stay what they are.
 */
export function adopted<T>(value: T): T {
  if (Array.isArray(value)) return value.map(adopted) as T;
  const kind = Object.prototype.toString.call(value);
  if (kind === "[object Date]") return new Date((value as Date).getTime()) as T;
  if (kind !== "[object Object]" || !isPlain(value as object)) return value;
  return Object.fromEntries(Object.entries(value as object).map(([key, each]) => [key, adopted(each)])) as T;
}

/** Whether an object is a literal, of whatever realm. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || (Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, "hasOwnProperty"));
}
