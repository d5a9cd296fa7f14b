import { keyOf, splitKey } from "../../schema/key.ts";
import { columnsGiven } from "../columns-given.ts";
import { defineRule, everywhere, pg } from "../rule.ts";

const isOdd = (name: string) => !/^[a-z_][a-z0-9_]*$/.test(name) || reserved.has(name);

/** Words that need quotes on one database or another. */
const reserved = new Set("all and any as asc between by case check column constraint create cross current_date current_user default delete desc distinct drop else end except exists false for foreign from grant group having in index insert intersect into is join key left like limit natural not null offset on or order outer primary references right select session_user set some table then to true union unique update user using values when where window with".split(" "));

export const naming = defineRule({
  code: "naming",
  severity: "off",
  dialects: everywhere,
  onNewTables: true,
  title: "A name that needs quotes",
  why: "Capitals, blanks and reserved words need quotes in every query, and mean other names without them.",
  manual: { postgres: pg("sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS") },
  bad: ['op.renameColumn("users", "bio", "lifeStory");', 'op.createForeignKey("orders", foreignKey("OrderUser").on("user_id").references("users", ["id"]));', 'op.addColumn("users", "homeTown", varchar(80));', 'op.createTable("order", { id: integer().primaryKey() });'],
  good: ['op.addColumn("users", "home_town", varchar(80));'],
  operation: {
    ...columnsGiven(({ name }) => isOdd(name), (name) => `${name} needs quotes in every query.`),
    createTable: ({ table }) => [table.name, ...table.columns.map(({ name }) => name)].filter(isOdd).map((name) => ({ table: keyOf(table), message: `"${name}" needs quotes in every query.` })),
    createIndex: ({ table, index }) => report(table, index.name),
    createUnique: ({ table, unique }) => report(table, unique.name),
    createCheck: ({ table, check }) => report(table, check.name),
    createForeignKey: ({ table, foreignKey }) => report(table, foreignKey.name),
    renameTable: ({ from, to }) => report(from, splitKey(to).name),
    renameColumn: ({ table, to }) => report(table, to),
    renameIndex: ({ table, to }) => report(table, to),
    renameConstraint: ({ table, to }) => report(table, to),
  },
});

function report(table: string, name: string) {
  return isOdd(name) ? { table, message: `"${name}" needs quotes in every query.` } : undefined;
}
