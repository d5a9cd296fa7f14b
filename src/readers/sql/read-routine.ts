import { isListSetting, listSetting } from "../../schema/list-settings.ts";
import type { Aggregate, Routine, RoutineParameter } from "../../schema/types.ts";
import { Cursor } from "./cursor.ts";
import type { CreateObjectFact } from "./facts.ts";
import { objectFact, readOptions, type Head } from "./read-object.ts";
import { readType } from "./read-type.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Reads CREATE FUNCTION or PROCEDURE from its name on. */
export function readRoutine(cursor: Cursor, head: Head, kind: Routine["kind"]): CreateObjectFact {
  const ifNotExists = cursor.take("IF", "NOT", "EXISTS");
  const { at: _, ...name } = cursor.qualifiedName(`the ${kind}'s name`);
  const routine: Mutable<Routine> = { kind, ...name, parameters: readParameters(cursor), body: "" };
  if (cursor.take("RETURNS")) routine.returns = readReturns(cursor);
  if (cursor.syntax.delimiterCommand) readCharacteristics(cursor, routine);
  else readFunctionOptions(cursor, routine);
  if (head.definer !== undefined) routine.definer = head.definer;
  return objectFact(routine, head, ifNotExists);
}

/** Reads CREATE AGGREGATE from its name on. */
export function readAggregate(cursor: Cursor, head: Head): CreateObjectFact {
  const { at: _, ...name } = cursor.qualifiedName("the aggregate's name");
  const body = cursor.brackets();
  // `(a ORDER BY b)` is an ordered-set aggregate.
  const start = body.at;
  let order = -1;
  while (!body.isAtEnd) {
    if (body.looksAt("ORDER", "BY")) order = body.at;
    body.skip();
  }
  const end = body.at;
  const within = (from: number, to: number) => new Cursor(body.lexed, body.syntax, from, to);
  const parameters = parametersIn(within(start, order < 0 ? end : order));
  const orderBy = order < 0 ? undefined : parametersIn(within(order + 2, end));
  const aggregate: Aggregate = { kind: "aggregate", ...name, parameters, ...(orderBy && { orderBy }), options: readOptions(cursor) };
  cursor.expectEnd("this option of an aggregate");
  return objectFact(aggregate, head);
}

export function readParameters(cursor: Cursor): RoutineParameter[] {
  return parametersIn(cursor.brackets());
}

function parametersIn(body: Cursor): RoutineParameter[] {
  if (body.isAtEnd || (body.isSymbol("*") && !body.peek(1))) return [];
  return body.parts().map(readParameter);
}

const modes: Readonly<Record<string, RoutineParameter["mode"]>> = { IN: undefined, OUT: "out", INOUT: "inout", VARIADIC: "variadic" };

function readParameter(cursor: Cursor): RoutineParameter {
  const word = cursor.peek(1) ? cursor.takeOne("IN", "OUT", "INOUT", "VARIADIC") : undefined;
  if (word === "IN" && cursor.take("OUT")) return { ...readParameter(cursor), mode: "inout" };
  const mode = word === undefined ? undefined : modes[word];
  const start = cursor.at;
  let type = readParameterType(cursor);
  let name: string | undefined;
  // What read as a type was the name when a type follows it.
  if (!cursor.isAtEnd && !cursor.isWord("DEFAULT") && !cursor.isSymbol("=") && !cursor.isSymbol(":=")) {
    cursor.at = start;
    name = cursor.name();
    type = readParameterType(cursor);
  }
  let value: string | undefined;
  if (cursor.take("DEFAULT") || cursor.takeSymbol("=") || cursor.takeSymbol(":=")) value = cursor.rest();
  cursor.expectEnd("this parameter");
  return { ...(name !== undefined && { name }), ...(mode && { mode }), type, ...(value !== undefined && { default: value }) };
}

function readParameterType(cursor: Cursor): string {
  const from = cursor.at;
  readType(cursor);
  if (cursor.isSymbol("%") && cursor.peek(1)?.value === "TYPE") cursor.at += 2;
  // MySQL: a character set of the parameter's own.
  if (cursor.syntax.delimiterCommand) {
    if (cursor.take("CHARACTER", "SET") || cursor.takeOne("CHARSET", "COLLATE")) cursor.next();
    if (cursor.takeOne("COLLATE")) cursor.next();
  }
  return cursor.textFrom(from).replace(/\s+/g, " ");
}

function readReturns(cursor: Cursor): string {
  if (!cursor.isWord("TABLE")) return readParameterType(cursor);
  const from = cursor.at;
  cursor.at++;
  cursor.skip();
  return cursor.textFrom(from).replace(/\s+/g, " ");
}

/** https://www.postgresql.org/docs/current/sql-createfunction.html */
function readFunctionOptions(cursor: Cursor, routine: Mutable<Routine>): void {
  const settings: Record<string, string> = {};
  let hasBody = false;
  while (!cursor.isAtEnd) {
    if (cursor.take("LANGUAGE")) routine.language = cursor.next().kind === "string" ? cursor.lexed.tokens[cursor.at - 1]!.value.toLowerCase() : cursor.nameOf(cursor.lexed.tokens[cursor.at - 1]!);
    else if (cursor.takeOne("IMMUTABLE")) routine.volatility = "immutable";
    else if (cursor.takeOne("STABLE")) routine.volatility = "stable";
    else if (cursor.takeOne("VOLATILE")) delete routine.volatility;
    else if (cursor.takeOne("STRICT") || cursor.take("RETURNS", "NULL", "ON", "NULL", "INPUT")) routine.strict = true;
    else if (cursor.take("CALLED", "ON", "NULL", "INPUT")) delete routine.strict;
    else if (cursor.take("EXTERNAL")) continue;
    else if (cursor.take("SECURITY", "DEFINER")) routine.securityDefiner = true;
    else if (cursor.take("SECURITY", "INVOKER")) delete routine.securityDefiner;
    else if (cursor.take("NOT", "LEAKPROOF")) delete routine.leakproof;
    else if (cursor.take("LEAKPROOF")) routine.leakproof = true;
    else if (cursor.take("PARALLEL")) {
      const word = cursor.takeOne("SAFE", "RESTRICTED", "UNSAFE");
      if (word === "SAFE") routine.parallel = "safe";
      else if (word === "RESTRICTED") routine.parallel = "restricted";
    } else if (cursor.take("WINDOW")) routine.window = true;
    else if (cursor.take("COST")) routine.cost = cursor.number();
    else if (cursor.take("ROWS")) routine.rows = cursor.number();
    else if (cursor.take("SUPPORT")) {
      const { schema, name } = cursor.qualifiedName();
      routine.support = schema === undefined ? name : `${schema}.${name}`;
    } else if (cursor.take("SET")) Object.assign(settings, readSetting(cursor));
    else if (cursor.take("AS")) {
      routine.body = cursor.string();
      hasBody = true;
      if (cursor.takeSymbol(",")) {
        routine.file = routine.body;
        routine.body = cursor.string();
      }
    } else if (cursor.isWord("BEGIN", "RETURN")) {
      routine.body = cursor.rest();
      routine.inline = true;
      hasBody = true;
    } else throw cursor.fault(`this option of a ${routine.kind} is not understood`);
  }
  if (Object.keys(settings).length) routine.settings = settings;
  if (!hasBody) throw cursor.fault(`the ${routine.kind} has no body`);
  routine.language ??= "sql";
}

const optionWords = ["LANGUAGE", "IMMUTABLE", "STABLE", "VOLATILE", "STRICT", "RETURNS", "CALLED", "EXTERNAL", "SECURITY", "NOT", "LEAKPROOF", "PARALLEL", "WINDOW", "COST", "ROWS", "SUPPORT", "SET", "AS", "BEGIN", "RETURN"];

function readSetting(cursor: Cursor): Record<string, string> {
  let name = cursor.name("a setting");
  while (cursor.takeSymbol(".")) name += `.${cursor.name()}`;
  if (cursor.take("FROM", "CURRENT")) throw cursor.fault("SET … FROM CURRENT depends on the session", "Write the value out.");
  if (!cursor.takeSymbol("=")) cursor.expect("TO");
  const from = cursor.at;
  while (!cursor.isAtEnd && !cursor.isWord(...optionWords)) cursor.at++;
  const tokens = cursor.lexed.tokens.slice(from, cursor.at);
  if (isListSetting(name)) return { [name]: listSetting(tokens.flatMap((token) => (token.kind === "symbol" ? [] : [token.kind === "string" ? token.value : cursor.nameOf(token)]))) };
  // `off` is kept as a text, as any other value is.
  const [only, ...more] = tokens;
  return { [name]: only?.kind === "word" && !more.length && only.value !== "DEFAULT" ? `'${cursor.nameOf(only)}'` : cursor.textFrom(from) };
}

/** https://dev.mysql.com/doc/refman/8.0/en/create-procedure.html */
function readCharacteristics(cursor: Cursor, routine: Mutable<Routine>): void {
  for (;;) {
    if (cursor.take("COMMENT")) routine.comment = cursor.string();
    else if (cursor.take("LANGUAGE", "SQL")) continue;
    else if (cursor.take("NOT", "DETERMINISTIC")) delete routine.deterministic;
    else if (cursor.take("DETERMINISTIC")) routine.deterministic = true;
    else if (cursor.take("CONTAINS", "SQL")) delete routine.dataAccess;
    else if (cursor.take("NO", "SQL")) routine.dataAccess = "no sql";
    else if (cursor.take("READS", "SQL", "DATA")) routine.dataAccess = "reads sql data";
    else if (cursor.take("MODIFIES", "SQL", "DATA")) routine.dataAccess = "modifies sql data";
    else if (cursor.take("SQL", "SECURITY")) {
      if (cursor.takeOne("INVOKER", "DEFINER") === "INVOKER") routine.sqlSecurity = "invoker";
    } else break;
  }
  routine.body = cursor.rest();
  if (routine.body === "") throw cursor.fault(`the ${routine.kind} has no body`);
}
