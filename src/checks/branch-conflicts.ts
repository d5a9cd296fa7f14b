import { describeOperation } from "../operations/apply.ts";
import type { Operation } from "../operations/index.ts";
import { keyOf } from "../schema/key.ts";

/** What an operation touches, and whether nobody else may touch it as well. */
interface Touch {
  readonly name: string;
  readonly whole: boolean;
}

/** Where two branches change the same thing, so that they cannot both be applied as they are. */
export function branchConflicts(ours: readonly Operation[], theirs: readonly Operation[], other: string): readonly { readonly message: string; readonly index: number }[] {
  const beside = theirs.flatMap((operation) => touchesOf(operation).map((touch) => ({ ...touch, operation })));
  return ours.flatMap((operation, index) => {
    const touches = touchesOf(operation);
    const clash = beside.find((their) => touches.some((own) => meets(own, their)));
    return clash ? [{ index, message: `Revision "${other}", on another branch, does "${describeOperation(clash.operation)}", and this one does "${describeOperation(operation)}".` }] : [];
  });
}

/** Two touch the same thing where they name the same, or one takes away, or renames, what the other stands in. */
function meets(a: Touch, b: Touch): boolean {
  if (a.name === b.name) return true;
  return (a.whole && b.name.startsWith(`${a.name}.`)) || (b.whole && a.name.startsWith(`${b.name}.`));
}

function touchesOf(operation: Operation): readonly Touch[] {
  switch (operation.kind) {
    case "createTable":
      return [{ name: keyOf(operation.table), whole: false }];
    case "dropTable":
      return [{ name: operation.table, whole: true }];
    case "renameTable":
      return [{ name: operation.from, whole: true }, { name: operation.to, whole: false }];
    case "addColumn":
      return [{ name: `${operation.table}.${operation.column.name}`, whole: false }];
    case "dropColumn":
    case "alterColumn":
      return [{ name: `${operation.table}.${operation.column}`, whole: false }];
    case "renameColumn":
      return [{ name: `${operation.table}.${operation.from}`, whole: false }, { name: `${operation.table}.${operation.to}`, whole: false }];
    case "createIndex":
      return [{ name: `${operation.table}.${operation.index.name}`, whole: false }];
    case "createUnique":
      return [{ name: `${operation.table}.${operation.unique.name}`, whole: false }];
    case "createForeignKey":
      return [{ name: `${operation.table}.${operation.foreignKey.name}`, whole: false }];
    case "createCheck":
      return [{ name: `${operation.table}.${operation.check.name}`, whole: false }];
    case "createPrimaryKey":
      return [{ name: `${operation.table}.primary key`, whole: false }];
    case "alterConstraint":
    case "validateConstraint":
    case "dropConstraint":
    case "alterIndex":
    case "dropIndex":
      return [{ name: `${operation.table}.${operation.name}`, whole: false }];
    case "renameConstraint":
    case "renameIndex":
      return [{ name: `${operation.table}.${operation.from}`, whole: false }];
    case "addEnumLabel":
    case "renameEnumLabel":
      return [{ name: `enum ${operation.name}`, whole: false }];
    case "alterEnum":
    case "dropEnum":
    case "createEnum":
      return [{ name: `enum ${operation.name}`, whole: false }];
    case "withoutTransaction":
      return operation.operations.flatMap(touchesOf);
    default:
      return "table" in operation && typeof operation.table === "string" && operation.kind !== "alterTable" ? [{ name: `${operation.table}.rows`, whole: false }] : [];
  }
}
