import type { Draft } from "./edit.ts";
import { objectKinds } from "./same.ts";
import type { ObjectKind, SchemaObject } from "./types.ts";

/** An object that was replaced, made or removed, and what stood there before. */
export interface WatchedChange {
  readonly kind: ObjectKind;
  readonly key: string;
  readonly before: SchemaObject | undefined;
}

/** Does `work` to a draft and tells which of its objects it touched, each once, whatever the size of the draft. */
export function watchedChanges(draft: Draft, work: (draft: Draft) => void): readonly WatchedChange[] {
  const { watched, changes } = watch(draft);
  work(watched);
  return [...changes.values()];
}

/** Does `work` to a draft, or leaves the draft as it was and throws what the work threw, whatever the size of the draft. */
export function changedOrNot(draft: Draft, work: (draft: Draft) => void): void {
  const { watched, changes } = watch(draft);
  try {
    work(watched);
  } catch (error) {
    for (const { kind, key, before } of changes.values()) {
      const record = draft[kind] as Record<string, SchemaObject>;
      if (before === undefined) delete record[key];
      else record[key] = before;
    }
    throw error;
  }
}

function watch(draft: Draft): { readonly watched: Draft; readonly changes: ReadonlyMap<string, WatchedChange> } {
  const changes = new Map<string, WatchedChange>();
  const watched = Object.fromEntries(
    objectKinds.map((kind) => {
      const record = draft[kind] as Record<string, SchemaObject>;
      const note = (key: string) => {
        const name = `${kind} ${key}`;
        if (!changes.has(name)) changes.set(name, { kind, key, before: Object.hasOwn(record, key) ? record[key] : undefined });
      };
      const handler: ProxyHandler<Record<string, SchemaObject>> = {
        set: (target, key, object) => {
          note(String(key));
          target[String(key)] = object;
          return true;
        },
        defineProperty: (target, key, property) => {
          note(String(key));
          return Reflect.defineProperty(target, key, property);
        },
        deleteProperty: (target, key) => {
          note(String(key));
          return Reflect.deleteProperty(target, key);
        },
      };
      return [kind, new Proxy(record, handler)];
    }),
  ) as unknown as Draft;
  return { watched, changes };
}
