/** A piece of source with the names it needs from "graven/revision". */
export interface Expression {
  readonly code: string;
  readonly imports: readonly string[];
}

const nothing: readonly string[] = [];

/** Source that needs nothing imported. */
export function plain(code: string): Expression {
  return { code, imports: nothing };
}

/** A name imported from "graven/revision". */
export function imported(name: string): Expression {
  return { code: name, imports: [name] };
}

/** `callee(…arguments)`. */
export function call(callee: Expression, args: readonly Expression[] = []): Expression {
  return { code: `${callee.code}(${codeOf(args)})`, imports: importsOf([callee, ...args]) };
}

/** `object.name(…arguments)`. */
export function method(object: Expression, name: string, args: readonly Expression[] = []): Expression {
  return call({ code: `${object.code}.${name}`, imports: object.imports }, args);
}

/** `[…items]`. */
export function list(items: readonly Expression[]): Expression {
  return { code: `[${codeOf(items)}]`, imports: importsOf(items) };
}

/** `{ key: value, … }`; what has no value is left out. */
export function record(entries: Iterable<readonly [string, Expression | undefined]>): Expression {
  const present = [...entries].filter((entry): entry is [string, Expression] => entry[1] !== undefined);
  if (!present.length) return plain("{}");
  const code = `{ ${present.map(([key, value]) => `${propertyKey(key)}: ${value.code}`).join(", ")} }`;
  return { code, imports: importsOf(present.map(([, value]) => value)) };
}

/** The expression with a cast, for a value that the database takes and the compiler would not. */
export function cast(expression: Expression, type: string): Expression {
  return { code: `${expression.code} as ${type}`, imports: expression.imports };
}

export function importsOf(expressions: readonly Expression[]): readonly string[] {
  if (expressions.length === 1) return expressions[0]!.imports;
  const names = new Set<string>();
  for (const { imports } of expressions) for (const name of imports) names.add(name);
  return names.size ? [...names] : nothing;
}

/** A key of an object literal, quoted where it is no identifier. */
export function propertyKey(name: string): string {
  // Written plainly, this one sets the prototype in place of a property.
  if (name === "__proto__") return '["__proto__"]';
  return isIdentifierName(name) ? name : JSON.stringify(name);
}

/** `object.name`, or `object["name"]`. */
export function member(object: string, name: string): Expression {
  return plain(isIdentifierName(name) ? `${object}.${name}` : `${object}[${JSON.stringify(name)}]`);
}

export function isIdentifierName(name: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.test(name);
}

function codeOf(expressions: readonly Expression[]): string {
  return expressions.map(({ code }) => code).join(", ");
}
