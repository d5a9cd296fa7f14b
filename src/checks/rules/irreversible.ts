import { defineRule, everywhere } from "../rule.ts";

export const irreversible = defineRule({
  code: "irreversible",
  severity: "warn",
  dialects: everywhere,
  onNewTables: true,
  title: "There is no way back",
  why: "A revision that cannot be undone leaves a restore from backup as the only answer to a bad release. Write what leads back, or say that a person has thought of it.",
  bad: ['op.execute("UPDATE users SET name = \'x\' WHERE id = 1"); /* downgrade: op.irreversible("The names are gone."); */'],
  good: ['op.addColumn("users", "country", varchar(2)); /* downgrade: op.dropColumn("users", "country"); */'],
  revision: ({ downgrade, hasDowngrade, placeOf }) => {
    if (!hasDowngrade) return { message: "The revision has no downgrade." };
    const refusal = downgrade?.find(({ kind }) => kind === "irreversible");
    if (refusal?.kind !== "irreversible") return undefined;
    const place = placeOf(refusal);
    return { ...(place && { place }), message: `The revision cannot be undone: ${refusal.reason}` };
  },
});
