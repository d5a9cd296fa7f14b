const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as it may stand in HTML, between tags and in quotes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (each) => entities[each]!);
}
