import { columnText, futureTarget, futureText, isStandard, normalGrant, readPrivileges, splitTarget, standardPrivileges, targetOf, type PrivilegeNoun } from "../../schema/privileges.ts";
import type { DatabaseObjectKind, Grant } from "../../schema/types.ts";
import type { Name, PrivilegesFact } from "./facts.ts";
import type { SqlTrace, WorkSchema } from "./work-schema.ts";

/** What a role may do with one thing, while statements are folded. What it is on is found again by its trace, so that it follows renames. */
export interface WorkGrant {
  readonly target: SqlTrace | string;
  readonly noun: PrivilegeNoun;
  readonly role: string;
  held: readonly Held[];
  readonly trace: SqlTrace;
}

interface Held {
  readonly word: string;
  /** A column of a table by its trace, of a view by its name. */
  readonly column?: SqlTrace | string;
  readonly grantable?: true;
}

const kinds: Readonly<Record<PrivilegeNoun, readonly DatabaseObjectKind[]>> = {
  table: ["view", "materializedView"],
  sequence: ["sequence"],
  function: ["function", "aggregate", "procedure"],
  procedure: ["procedure"],
  schema: [],
  type: ["domain", "compositeType", "rangeType"],
};

/** Adds what GRANT says to what stands, or takes away what REVOKE says. Throws an `SqlFault` for names that are not there. */
export function foldPrivileges(work: WorkSchema, fact: PrivilegesFact, trace: (at: number) => SqlTrace): void {
  const targets = fact.madeBy ? futures(fact, fact.madeBy) : fact.schemas ? fact.schemas.flatMap((schema) => everythingIn(work, fact.noun, schema)) : fact.names.map((name) => found(work, fact.noun, name));
  for (const target of targets) for (const role of fact.roles) changeOne(work, fact, target, role, trace);
}

/** What is yet to be made, in each of the schemas by each of the roles. */
function futures({ noun, schemas = [] }: PrivilegesFact, madeBy: readonly (string | undefined)[]): Target[] {
  const kind = noun === "procedure" ? "function" : noun;
  return madeBy.flatMap((by) => (schemas.length ? schemas : [undefined]).map((schema): Target => {
    const on = futureText({ noun: kind, ...(schema !== undefined && { schema }), ...(by !== undefined && { by }) });
    return { ref: on, noun, on };
  }));
}

interface Target {
  readonly ref: SqlTrace | string;
  readonly noun: PrivilegeNoun;
  /** As the model calls it now. */
  readonly on: string;
}

function changeOne(work: WorkSchema, fact: PrivilegesFact, { ref, noun, on }: Target, role: string, trace: (at: number) => SqlTrace): void {
  let grant = work.grants.find((each) => each.target === ref && each.noun === noun && each.role === role);
  if (!grant) work.grants.push((grant = { target: ref, noun, role, held: standardPrivileges(on, role).map((word) => ({ word })), trace: trace(fact.at) }));
  const table = noun === "table" ? work.tables.get(splitTarget(on).key) : undefined;
  const said = readPrivileges(on, fact.privileges).map(({ word, column }): Held => ({ word, ...(column !== undefined && { column: table ? work.column(table, column, fact.at).trace : column }) }));
  const same = (a: Held) => (b: Held) => a.word === b.word && a.column === b.column;
  if (fact.verb === "grant") {
    grant.held = [...grant.held.filter((each) => !said.some(same(each))), ...said.map((each) => (fact.grantable || grant.held.find(same(each))?.grantable ? { ...each, grantable: true as const } : each))];
    return;
  }
  // With a privilege on the table goes the same one on each of its columns.
  const isSaid = (each: Held) => said.some((one) => same(one)(each) || (one.column === undefined && one.word === each.word));
  grant.held = fact.grantable ? grant.held.map(({ grantable, ...each }) => (grantable && !isSaid(each) ? { ...each, grantable } : each)) : grant.held.filter((each) => !isSaid(each));
}

/** Where a name leads at this place of the file. */
function found(work: WorkSchema, noun: PrivilegeNoun, name: Name): Target {
  if (noun === "schema") return { ref: name.name, noun, on: `schema ${name.name}` };
  if (noun === "table") {
    const key = work.find(work.tables, name);
    if (key !== undefined) return { ref: work.tables.get(key)!.trace, noun, on: `table ${key}` };
  }
  if (noun === "type") {
    const key = work.find(work.enums, name);
    if (key !== undefined) return { ref: work.enums.get(key)!.trace, noun, on: `type ${key}` };
  }
  // GRANT ON TABLE takes a sequence as well.
  const [object] = work.objectsNamed(noun === "table" ? [...kinds.table, "sequence"] : kinds[noun], name);
  if (object !== undefined) {
    const each = work.objects.get(object)!;
    const on = targetOf(each.object)!;
    return { ref: each.trace, noun: splitTarget(on).noun, on };
  }
  const key = work.keyFor(name);
  // The sequence of a column is none of the model's objects, and what is carried as it is has no more than its name.
  if (noun === "sequence" || work.objectsNamed(["raw"], name).length) return { ref: key, noun, on: `${noun} ${key}` };
  throw work.missing(noun, name, [...work.tables.keys(), ...[...work.objects.values()].flatMap((each) => (kinds[noun].includes(each.object.kind) ? [each.object.name] : []))]);
}

function everythingIn(work: WorkSchema, noun: PrivilegeNoun, schema: string): Target[] {
  const own = work.located({ name: "", schema }).schema;
  const tables = noun === "table" ? [...work.tables].filter(([, table]) => table.schema === own).map(([key, { trace }]): Target => ({ ref: trace, noun, on: `table ${key}` })) : [];
  const objects = [...work.objects.values()].flatMap(({ object, trace }): Target[] => {
    if (!kinds[noun].includes(object.kind) || ("schema" in object ? object.schema : undefined) !== own) return [];
    const on = targetOf(object)!;
    return [{ ref: trace, noun: splitTarget(on).noun, on }];
  });
  return [...tables, ...objects];
}

/** The grants that the statements came to, under the names that things have in the end. */
export function grantsOf(work: WorkSchema): { readonly object: Grant; readonly trace: SqlTrace }[] {
  if (!work.grants.length) return [];
  const targets = new Map<SqlTrace | string, string>();
  for (const [key, { trace }] of work.tables) targets.set(trace, `table ${key}`);
  for (const [key, { trace }] of work.enums) targets.set(trace, `type ${key}`);
  for (const { object, trace } of work.objects.values()) {
    const on = targetOf(object);
    if (on !== undefined) targets.set(trace, on);
  }
  const columns = new Map([...work.tables.values()].flatMap((table) => table.columns.map((column) => [column.trace, column.name] as const)));
  return work.grants.flatMap(({ target, noun, role, held, trace }) => {
    const on = typeof target !== "string" ? targets.get(target) : futureTarget(target) ? target : `${noun} ${target}`;
    if (on === undefined) return [];
    const texts = held.flatMap((each) => {
      const column = typeof each.column === "object" ? columns.get(each.column) : each.column;
      // It went with its column.
      if (each.column !== undefined && column === undefined) return [];
      return [{ text: column === undefined ? each.word : `${each.word} (${columnText(column)})`, grantable: each.grantable }];
    });
    const further = texts.flatMap(({ text, grantable }) => (grantable ? [text] : []));
    const object = normalGrant({ kind: "grant", name: role, on, privileges: texts.map(({ text }) => text), ...(further.length && { grantable: further }) });
    return isStandard(object) ? [] : [{ object, trace }];
  });
}
