// The rows of the rows benchmark, for both sides.

/** A row of six columns. */
export function rowAt(at) {
  return { id: at + 1, name: `Item number ${at} of many, it's "so"`, amount: at % 7 ? at * 13 : null, price: at / 8, active: at % 3 === 0, created_at: new Date(Date.UTC(2024, 0, 1) + at * 61_001) };
}

/** The same rows as the text that COPY and LOAD DATA read. */
export function rowsText(count, [yes, no]) {
  let text = "";
  for (let at = 0; at < count; at++) {
    const { id, name, amount, price, active, created_at } = rowAt(at);
    text += `${id}\t${name}\t${amount ?? "\\N"}\t${price}\t${active ? yes : no}\t${created_at.toISOString().replace("T", " ").slice(0, 23)}\n`;
  }
  return text;
}
