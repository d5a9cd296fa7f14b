import { futureTarget, readPrivileges, splitTarget, standardPrivileges, type Privilege } from "../../../schema/privileges.ts";
import type { Grant } from "../../../schema/types.ts";
import { columnList } from "../../ansi/table-sql.ts";
import { quote, tableName } from "../quote.ts";

/** What a role may do, and of that what it may grant on. */
interface Holding {
  readonly held: readonly Privilege[];
  readonly further: readonly Privilege[];
}

/**
 * The statements that lead from one state of a role's privileges to another; nothing stands for what holds without any grant.
 * https://www.postgresql.org/docs/current/sql-grant.html, https://www.postgresql.org/docs/current/sql-revoke.html
 */
export function grantChanges(before: Grant | undefined, after: Grant | undefined): string[] {
  const { on, name } = (after ?? before)!;
  const to = roleSql(name);
  const target = targetSql(on);
  let present = holding(on, name, before);
  const next = holding(on, name, after);
  const statements: string[] = [];
  const wanted = (privilege: Privilege) => next.held.some(same(privilege));
  const revoked = present.held.filter((each) => !wanted(each));
  // What ALL holds depends on the version of the server, so that a part of it is granted anew.
  if (before?.privileges.includes("ALL") && !after?.privileges.includes("ALL")) {
    statements.push(`REVOKE ALL ON ${target} FROM ${to}`);
    present = { held: [], further: [] };
  } else if (revoked.length) {
    statements.push(`REVOKE ${listed(revoked)} ON ${target} FROM ${to}`);
    // With a privilege on the table goes the same one on each of its columns.
    const gone = (privilege: Privilege) => revoked.some((each) => same(each)(privilege) || (each.column === undefined && each.word === privilege.word));
    present = { held: present.held.filter((each) => !gone(each)), further: present.further.filter((each) => !gone(each)) };
  }
  const heldBack = present.further.filter((each) => !next.further.some(same(each)));
  if (heldBack.length) statements.push(`REVOKE GRANT OPTION FOR ${listed(heldBack)} ON ${target} FROM ${to}`);
  const isNew = ({ held }: Holding, privilege: Privilege) => !held.some(same(privilege));
  const further = next.further.filter((each) => !present.further.some(same(each)));
  const plain = next.held.filter((each) => isNew(present, each) && !further.some(same(each)));
  if (plain.length) statements.push(`GRANT ${isWhole(after, plain, next) ? "ALL" : listed(plain)} ON ${target} TO ${to}`);
  if (further.length) statements.push(`GRANT ${listed(further)} ON ${target} TO ${to} WITH GRANT OPTION`);
  const prefix = futurePrefix(on);
  return statements.map((statement) => `${prefix}${statement}`);
}

function futurePrefix(on: string): string {
  const future = futureTarget(on);
  if (!future) return "";
  return `ALTER DEFAULT PRIVILEGES ${future.by === undefined ? "" : `FOR ROLE ${roleSql(future.by)} `}${future.schema === undefined ? "" : `IN SCHEMA ${quote(future.schema)} `}`;
}

function holding(on: string, role: string, grant: Grant | undefined): Holding {
  return { held: readPrivileges(on, grant?.privileges ?? standardPrivileges(on, role)), further: readPrivileges(on, grant?.grantable ?? []) };
}

/** Whether all that is granted is everything there is. */
function isWhole(after: Grant | undefined, plain: readonly Privilege[], next: Holding): boolean {
  return (after?.privileges.length === 1 && after.privileges[0] === "ALL" && plain.length === next.held.length);
}

const same =
  ({ word, column }: Privilege) =>
  (other: Privilege): boolean => other.word === word && other.column === column;

/** `SELECT, UPDATE ("title", "body")`. */
function listed(privileges: readonly Privilege[]): string {
  const words = [...new Set(privileges.map(({ word, column }) => (column === undefined ? word : `${word} (`)))];
  return words
    .map((word) => {
      const columns = word.endsWith(" (") ? privileges.flatMap((each) => (each.column !== undefined && `${each.word} (` === word ? [each.column] : [])) : [];
      return columns.length ? `${word}${columnList(quote, columns)})` : word;
    })
    .join(", ");
}

/** What privileges are on, as GRANT calls it: `FUNCTION "tally"(integer)`. */
export function targetSql(on: string): string {
  const { noun, key } = splitTarget(on);
  if (futureTarget(on)) return `${noun.toUpperCase()}S`;
  if (noun === "schema") return `SCHEMA ${quote(key)}`;
  if (noun !== "function" && noun !== "procedure") return `${noun.toUpperCase()} ${tableName(key)}`;
  const bracket = key.indexOf("(");
  return `${noun.toUpperCase()} ${tableName(key.slice(0, bracket))}${key.slice(bracket)}`;
}

/** A role's name; PUBLIC and the roles of the session are words. */
export function roleSql(role: string): string {
  return /^(public|current_user|session_user|current_role)$/i.test(role) ? role.toUpperCase() : quote(role);
}
