import { multirangeName } from "../../schema/object-rename.ts";
import type { CompositeType, Domain, RangeType } from "../../schema/types.ts";
import { renamedFrom, renamedHere } from "./annotations.ts";
import type { Cursor } from "./cursor.ts";
import type { CreateObjectFact, EnumChange, LabelFact, ObjectChange, StatementFact } from "./facts.ts";
import { requireFeature } from "./features.ts";
import { readCheck } from "./read-constraint.ts";
import { readDefault } from "./read-expression.ts";
import { collationName } from "./read-index.ts";
import { objectFact, readOptions, type Head } from "./read-object.ts";
import { readType } from "./read-type.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Reads CREATE TYPE from its name on: an enum, a composite type or a range. */
export function readCreateType(cursor: Cursor, head: Head): StatementFact | undefined {
  requireFeature(cursor, "enumTypes");
  const name = cursor.qualifiedName("the type's name");
  if (!cursor.take("AS")) return undefined;
  if (cursor.take("ENUM")) {
    const body = cursor.brackets();
    cursor.expectEnd("this");
    const labels = body.isAtEnd ? [] : body.parts().map((part): LabelFact => ({ ...renamedHere(part), label: part.string() }));
    const former = renamedFrom(head.comments, head.at);
    return { kind: "createEnum", at: head.at, name, labels, ...(former !== undefined && { renamedFrom: former }) };
  }
  const { at: _, ...own } = name;
  if (cursor.take("RANGE")) {
    const options = readOptions(cursor);
    const range: Mutable<RangeType> = { kind: "rangeType", ...own, subtype: options["subtype"] ?? "" };
    if (options["subtype_opclass"]) range.operatorClass = options["subtype_opclass"];
    if (options["collation"]) range.collation = options["collation"];
    if (options["canonical"]) range.canonical = options["canonical"];
    if (options["subtype_diff"]) range.subtypeDiff = options["subtype_diff"];
    const multirange = options["multirange_type_name"] && lastName(options["multirange_type_name"]);
    if (multirange && multirange !== multirangeName(name.name)) range.multirange = multirange;
    return objectFact(range, head);
  }
  const body = cursor.brackets();
  const composite: CompositeType = {
    kind: "compositeType",
    ...own,
    attributes: body.isAtEnd
      ? []
      : body.parts().map((part) => {
          const attribute = part.name("an attribute");
          const type = { kind: "sql" as const, sql: readType(part) };
          const collation = part.take("COLLATE") ? { collation: collationName(part) } : {};
          part.expectEnd("this");
          return { name: attribute, type, ...collation };
        }),
  };
  return objectFact(composite, head);
}

/** Reads what ALTER TYPE does to an enum, from after its name. */
export function readEnumChange(cursor: Cursor): EnumChange | undefined {
  if (cursor.take("ADD", "VALUE")) {
    const ifNotExists = cursor.take("IF", "NOT", "EXISTS");
    const label = cursor.string();
    const place = cursor.take("BEFORE") ? { before: cursor.string() } : cursor.take("AFTER") ? { after: cursor.string() } : {};
    return { kind: "add", label, ...(ifNotExists && { ifNotExists: true }), ...place };
  }
  if (cursor.take("RENAME", "VALUE")) {
    const from = cursor.string();
    cursor.expect("TO");
    return { kind: "renameLabel", from, to: cursor.string() };
  }
  return undefined;
}

/** Reads CREATE DOMAIN from its name on. */
export function readDomain(cursor: Cursor, head: Head): CreateObjectFact {
  const { at: _, ...name } = cursor.qualifiedName("the domain's name");
  cursor.take("AS");
  const domain: Mutable<Domain> = { kind: "domain", ...name, type: { kind: "sql", sql: readType(cursor) } };
  const checks: { name: string; sql: string; notValid?: true }[] = [];
  let given: string | undefined;
  while (!cursor.isAtEnd) {
    const at = cursor.offset;
    if (cursor.take("COLLATE")) domain.collation = collationName(cursor);
    else if (cursor.take("DEFAULT")) {
      const value = readDefault(cursor);
      if (value) domain.default = value;
    } else if (cursor.take("CONSTRAINT")) given = cursor.name();
    else if (cursor.take("NOT", "NULL")) domain.notNull = true;
    else if (cursor.take("NULL")) continue;
    else if (cursor.take("CHECK")) {
      const { sql, notValid } = readCheck(cursor, at);
      checks.push({ name: given ?? freeName(`${name.name}_check`, checks), sql, ...(notValid && { notValid }) });
      given = undefined;
    } else throw cursor.fault("this is not understood on a domain");
  }
  if (checks.length) domain.checks = checks;
  return objectFact(domain, head);
}

/** PostgreSQL numbers its own names: `year_check`, `year_check1`. */
function freeName(base: string, taken: readonly { readonly name: string }[]): string {
  let name = base;
  for (let count = 1; taken.some((each) => each.name === name); count++) name = `${base}${count}`;
  return name;
}

/** Reads what ALTER DOMAIN does, from after its name. */
export function readDomainChange(cursor: Cursor): ObjectChange | undefined {
  if (cursor.take("SET", "NOT", "NULL")) return { kind: "domain", change: { notNull: true } };
  if (cursor.take("DROP", "NOT", "NULL")) return { kind: "domain", change: { notNull: false } };
  if (cursor.take("SET", "DEFAULT")) return { kind: "domain", change: { default: readDefault(cursor) ?? null } };
  if (cursor.take("DROP", "DEFAULT")) return { kind: "domain", change: { default: null } };
  if (cursor.take("DROP", "CONSTRAINT")) {
    cursor.take("IF", "EXISTS");
    return { kind: "domain", change: { dropCheck: cursor.name() } };
  }
  if (cursor.take("ADD")) {
    const at = cursor.offset;
    const name = cursor.take("CONSTRAINT") ? { name: cursor.name() } : {};
    if (cursor.take("CHECK")) return { kind: "domain", change: { addCheck: { ...readCheck(cursor, at), ...name } } };
  }
  return undefined;
}

/** A name in an option, as the database keeps it, without its schema. */
function lastName(text: string): string {
  const last = /"((?:[^"]|"")*)"\s*$|([^.\s"]+)\s*$/.exec(text);
  return last?.[1]?.replaceAll('""', '"') ?? last?.[2]?.toLowerCase() ?? text;
}
