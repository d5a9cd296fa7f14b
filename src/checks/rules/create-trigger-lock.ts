import { defineRule, pg, postgres } from "../rule.ts";

export const createTriggerLock = defineRule({
  code: "create-trigger-lock",
  severity: "warn",
  dialects: postgres,
  title: "CREATE TRIGGER keeps writers out for a moment",
  why: "It takes SHARE ROW EXCLUSIVE until the transaction ends, and queues up behind every running write. Run it by itself, with a lock timeout.",
  manual: { postgres: pg("sql-createtrigger.html") },
  bad: ['op.execute("CREATE TRIGGER touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch()");'],
  good: ['op.execute("CREATE VIEW recent AS SELECT * FROM users");'],
  statement: { createTrigger: ({ name, table }) => ({ table, message: `Trigger "${name}" keeps writers out of "${table}" until the transaction ends.` }) },
});
