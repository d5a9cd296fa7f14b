import { GravenError } from "../base/errors.ts";
import { didYouMean } from "../base/text.ts";
import { ownModule } from "./own-package.ts";

/** What databases and other tools call that which graven exports under another name. */
const otherNames: Readonly<Record<string, string>> = {
  blob: "binary",
  bool: "boolean",
  bytea: "binary",
  bytes: "binary",
  customType: "sqlType",
  datetime: "timestamp",
  dateTime: "timestamp",
  decimal: "numeric",
  doublePrecision: "double",
  enumType: "enumeration",
  float: "double",
  func: "fn",
  int: "integer",
  mysqlEnum: "enumeration",
  mysqlTable: "table",
  pgEnum: "enumeration",
  pgTable: "table",
  sqliteTable: "table",
  string: "varchar",
  varbinary: "binary",
};

/** A fault that says that a module of graven has no such export, with the name that was most likely meant; any other as it is. */
export async function withOwnNames(fault: GravenError): Promise<GravenError> {
  const [, specifier, name] = /The requested module '([^']+)' does not provide an export named '([^']+)'/.exec(fault.message) ?? [];
  const url = specifier === undefined ? undefined : ownModule(specifier);
  if (fault.code !== "MOD-032" || url === undefined || name === undefined) return fault;
  const names = Object.keys((await import(/* @vite-ignore */ url)) as object);
  const other = otherNames[name];
  const hint = other !== undefined && names.includes(other) ? `It is called "${other}" there.` : didYouMean(name, names);
  return hint === undefined ? fault : new GravenError(fault.code, fault.message, { place: fault.place, hint, cause: fault.cause });
}
