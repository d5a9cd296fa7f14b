import { GravenError } from "../base/errors.ts";
import { didYouMean, quotedList } from "../base/text.ts";
import { placeOf, type Trace } from "../base/trace.ts";
import { keyOf } from "../schema/key.ts";
import { objectKey } from "../schema/object-key.ts";
import { objectName, renamedObject } from "../schema/object-rename.ts";
import { normalTarget, strangePrivileges } from "../schema/privileges.ts";
import { isOnSomething } from "../schema/remarks.ts";
import type { DatabaseObject, Grant, Schema, Table } from "../schema/types.ts";
import { buildTable, type Naming, type RenameHint } from "./build-table.ts";
import type { PartDeclaration } from "./declaration.ts";
import type { ObjectDeclaration } from "./objects.ts";
import { ColumnReference } from "./reference.ts";

export interface BuiltObjects {
  readonly objects: Readonly<Record<string, DatabaseObject>>;
  readonly renames: readonly RenameHint[];
  readonly traces: readonly (readonly [string, Trace])[];
  readonly faults: readonly GravenError[];
}

/** The objects of the models by their keys; MOD-051 for two of one key, MOD-052 for one on a table that is not there. */
export function buildObjects(declarations: readonly ObjectDeclaration[], naming: Naming, schema: Pick<Schema, "tables" | "enums" | "namespaces">, derivedNames: Set<string>): BuiltObjects {
  const { tables } = schema;
  const objects: Record<string, DatabaseObject> = {};
  const traces = new Map<string, Trace>();
  const renames: RenameHint[] = [];
  const faults: GravenError[] = [];
  for (const declaration of declarations) {
    const { trace } = declaration;
    try {
      const { object, derived } = builtObject(declaration, naming);
      const key = objectKey(object);
      const first = traces.get(key);
      if (first) {
        const place = placeOf(first);
        faults.push(new GravenError("MOD-051", `Two models declare the ${key}.`, { place: placeOf(trace), ...(place && { hint: `The other one is at ${place.file}:${place.line}.` }) }));
        continue;
      }
      objects[key] = object;
      traces.set(key, trace);
      for (const name of derived) derivedNames.add(`${key}.${name}`);
      if (declaration.renamedFrom !== undefined) renames.push({ kind: "object", from: objectKey(renamedObject(object, qualifiedLike(object, declaration.renamedFrom))), to: key });
    } catch (error) {
      if (!(error instanceof GravenError)) throw error;
      faults.push(error);
    }
  }
  const relations = [...Object.keys(tables), ...Object.values(objects).flatMap((object) => (object.kind === "view" || object.kind === "materializedView" ? [keyOf(object)] : []))];
  const known = new Set(relations);
  for (const [key, object] of Object.entries(objects)) {
    if (object.kind === "comment" && !isOnSomething(object, schema)) {
      faults.push(new GravenError("MOD-052", `The ${key} is on what no model declares.`, { place: placeOf(traces.get(key)), hint: 'It may be on an enum ("type mood"), a schema ("schema auth") or a constraint ("constraint job.job_city_key"); other comments stand among the options of what they are on.' }));
    }
    if (!("table" in object) || known.has(object.table)) continue;
    faults.push(new GravenError("MOD-052", `The ${key} stands on "${object.table}", which no model declares.`, { place: placeOf(traces.get(key)), hint: didYouMean(object.table, relations) }));
  }
  return { objects, renames, traces: [...traces], faults };
}

/** An object with its parts named. */
export function builtObject({ object, parts = [], trace }: ObjectDeclaration, naming: Naming): { readonly object: DatabaseObject; readonly derived: readonly string[] } {
  if (object.kind === "grant") checkGrant(object, trace);
  if (!parts.length) return { object, derived: [] };
  const columns = [...new Set(parts.flatMap(columnsOf))].map((name) => ({ property: name, name, type: { kind: "integer" } as const, trace }));
  const { table, derivedNames } = buildTable({ name: object.name, ...("schema" in object && object.schema !== undefined && { schema: object.schema }), columns, parts: () => parts, trace }, naming);
  return { object: { ...object, ...partsOf(table) } as DatabaseObject, derived: derivedNames };
}

/** Throws MOD-053 for a grant on what has no privileges, and for privileges that do not exist. */
function checkGrant(grant: Grant, trace: Trace): void {
  const place = placeOf(trace);
  if (normalTarget(grant.on) === undefined) throw new GravenError("MOD-053", `The grant to "${grant.name}" is on "${grant.on}", which has no privileges.`, { place, hint: 'Name a model, or its noun and key: "table job", "sequence counter", "function tally(integer)", "procedure …", "schema auth", "type mood", or "default tables in audit".' });
  const strange = strangePrivileges(grant);
  if (strange.length) throw new GravenError("MOD-053", `The ${objectKey(grant)} names ${quotedList(strange)}, which is no privilege of it.`, { place, hint: "See https://www.postgresql.org/docs/current/ddl-priv.html." });
}

function partsOf({ indexes, checks }: Table): object {
  return { ...(indexes.length && { indexes }), ...(checks.length && { checks }) };
}

/** The columns that an index names: those of a materialised view are its query's, so they are taken for granted. */
function columnsOf(part: PartDeclaration): string[] {
  if (part.kind !== "index") return [];
  return [...part.parts, ...(part.options.include ?? [])].flatMap((each) => (typeof each === "string" ? [each] : each instanceof ColumnReference ? [each.column] : []));
}

/** A former name stands in the object's own schema, unless it names one. */
function qualifiedLike(object: DatabaseObject, name: string): string {
  const own = objectName(object);
  const bare = objectName({ ...object, schema: undefined } as unknown as DatabaseObject);
  return own === bare || name.includes(".") ? name : `${own.slice(0, own.length - bare.length)}${name}`;
}
