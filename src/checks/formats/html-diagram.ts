import type { Schema, Table } from "../../schema/types.ts";
import { columnText, typeText, type ObjectDifference } from "../difference.ts";
import { escaped } from "./html-text.ts";

const WIDTH = 250;
const ROW = 20;
const GAP = 40;
const PER_ROW = 3;
const ROWS_SHOWN = 24;

interface Box {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly rows: readonly { readonly name: string; readonly type: string; readonly mark: string }[];
  readonly mark: string;
}

/** The touched tables of a schema as a drawing, with what differs marked by a sign as well as by a colour. */
export function diagram(schema: Schema, difference: readonly ObjectDifference[], side: "before" | "after", id: string): string {
  const keyOn = ({ name, was }: ObjectDifference) => (side === "before" ? (was ?? name) : name);
  const touched = difference.filter((each) => each.kind === "table" && schema.tables[keyOn(each)]);
  if (!touched.length) return `<p class="empty">No touched table stands ${side === "before" ? "before" : "afterwards"}.</p>`;
  const boxes = laidOut(touched.map((each) => rowsOf(schema.tables[keyOn(each)]!, { ...each, name: keyOn(each) }, side)));
  const width = Math.min(boxes.length, PER_ROW) * (WIDTH + GAP) - GAP + 2;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) + 2;
  const lines = boxes.flatMap((box) => schema.tables[box.key]!.foreignKeys.flatMap(({ references }) => {
    const to = boxes.find(({ key }) => key === references.table);
    return to && to !== box ? [connection(box, to)] : [];
  }));
  const words = touched.map((each) => `${keyOn(each)} (${each.mark})`).join(", ");
  return `<svg role="img" aria-labelledby="${id}-title" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><title id="${id}-title">${side === "before" ? "Before" : "After"}: ${escaped(words)}</title>${lines.join("")}${boxes.map(boxSvg).join("")}</svg>`;
}

function rowsOf(table: Table, { name, mark, parts }: ObjectDifference, side: "before" | "after"): Omit<Box, "x" | "y" | "height"> {
  const marks = new Map(parts.filter(({ what }) => what === "column").map((part) => [side === "before" ? (part.was ?? part.name) : part.name, part.mark]));
  const sign = { added: "+", removed: "−", changed: "~" } as const;
  const signOf = (column: string) => {
    const found = marks.get(column);
    return found === undefined || mark !== "changed" || (side === "before" && found === "added") ? "" : sign[found];
  };
  const rows = table.columns.map((column) => ({ name: column.name, type: columnText(column).startsWith(typeText(column.type)) ? typeText(column.type) : "", mark: signOf(column.name) }));
  const shown = rows.length > ROWS_SHOWN ? [...rows.filter((row) => row.mark), ...rows.filter((row) => !row.mark)].slice(0, ROWS_SHOWN) : rows;
  const rest = rows.length - shown.length;
  return { key: name, mark: mark === "changed" ? "" : sign[mark], rows: rest ? [...shown, { name: `and ${rest} more`, type: "", mark: "" }] : shown };
}

function laidOut(tables: readonly Omit<Box, "x" | "y" | "height">[]): readonly Box[] {
  let y = 1;
  const boxes: Box[] = [];
  for (let at = 0; at < tables.length; at += PER_ROW) {
    const line = tables.slice(at, at + PER_ROW).map((table, column) => ({ ...table, x: 1 + column * (WIDTH + GAP), y, height: (table.rows.length + 1) * ROW + 14 }));
    boxes.push(...line);
    y += Math.max(...line.map(({ height }) => height)) + GAP;
  }
  return boxes;
}

function boxSvg({ key, x, y, height, rows, mark }: Box): string {
  const cut = (text: string, limit: number) => escaped(text.length > limit ? `${text.slice(0, limit - 1)}…` : text);
  const lines = rows.map((row, at) => {
    const top = y + (at + 2) * ROW + 2;
    return `<g class="row ${markClass(row.mark)}"><text x="${x + 10}" y="${top}">${row.mark}</text><text x="${x + 24}" y="${top}">${cut(row.name, 20)}</text><text class="type" x="${x + WIDTH - 10}" y="${top}" text-anchor="end">${cut(row.type, 16)}</text></g>`;
  });
  return `<g class="box ${markClass(mark)}"><rect x="${x}" y="${y}" width="${WIDTH}" height="${height}" rx="6"/><text class="name" x="${x + 10}" y="${y + 20}">${mark ? `${mark} ` : ""}${cut(key, 28)}</text><line x1="${x}" x2="${x + WIDTH}" y1="${y + 29}" y2="${y + 29}"/>${lines.join("")}</g>`;
}

function connection(from: Box, to: Box): string {
  const rightwards = to.x > from.x;
  const [x1, x2] = to.x === from.x ? [from.x + WIDTH, to.x + WIDTH] : rightwards ? [from.x + WIDTH, to.x] : [from.x, to.x + WIDTH];
  const [y1, y2] = [from.y + 15, to.y + 15];
  const bend = to.x === from.x ? 34 : (rightwards ? 1 : -1) * GAP * 0.6;
  return `<path class="key" d="M${x1} ${y1} C${x1 + bend} ${y1} ${to.x === from.x ? x2 + bend : x2 - bend} ${y2} ${x2} ${y2}"/><circle class="end" cx="${x2}" cy="${y2}" r="3"/>`;
}

function markClass(mark: string): string {
  return { "+": "added", "−": "removed", "~": "changed" }[mark] ?? "same";
}
