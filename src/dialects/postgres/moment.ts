/** `2024-01-31T10:00:00.000Z` as `2024-01-31 10:00:00`: a timestamp heeds no zone. `undefined` for what is no plain moment. */
export function momentText(value: string): string | undefined {
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(\.\d+)?\s?(?:Z|[+-]\d\d(?::?\d\d)?)?)?$/.exec(value.trim());
  if (!match) return undefined;
  const [, day, clock = "00:00", seconds = ":00", fraction = ""] = match;
  return `${day} ${clock}${seconds}${fraction.replace(/\.?0+$/, "")}`;
}

/** A moment with a zone, in UTC. Without a zone it depends on the session, so it is left alone. */
export function zonedText(value: string): string | undefined {
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(\.\d{1,3})?\s?(Z|[+-]\d\d(?::?\d\d)?)$/.exec(value.trim());
  if (!match) return undefined;
  const [, day, clock, seconds = ":00", fraction = "", zone = "Z"] = match;
  const moment = new Date(`${day}T${clock}${seconds}${fraction}${zone.length === 3 ? `${zone}:00` : zone}`);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}
