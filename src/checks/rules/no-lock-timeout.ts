import { blockedRank, strongestBlock } from "../../dialects/effects.ts";
import { defineRule, my, pg, servers } from "../rule.ts";

export const noLockTimeout = defineRule({
  code: "no-lock-timeout",
  severity: "off",
  dialects: servers,
  title: "A lock is waited for without an end",
  why: "Behind a long query the statement waits, and everybody else waits behind it. Set `lockTimeout` in the config, `op.withTimeouts({ lockTimeout: 3 }, …)`, or `lock_timeout` (MySQL: `lock_wait_timeout`) as the first statement.",
  manual: { postgres: pg("runtime-config-client.html#GUC-LOCK-TIMEOUT"), mysql: my("server-system-variables.html#sysvar_lock_wait_timeout") },
  bad: ['op.addColumn("users", "country", varchar(2));'],
  good: ['op.withTimeouts({ lockTimeout: 3 }, () => { op.addColumn("users", "country", varchar(2)); });', 'op.execute("SET lock_timeout = 3000"); op.addColumn("users", "country", varchar(2));', 'op.execute("SET lock_wait_timeout = 3"); op.addColumn("users", "country", varchar(2));'],
  revision: ({ steps, isNew, operations }) => {
    const first = steps.findIndex(({ effects, operation }) => operations[operation]!.limits.lockTimeout === undefined && (blockedRank[strongestBlock(effects)] >= blockedRank.writes || effects.algorithm !== undefined) && effects.locks.some(({ table }) => !isNew(table)));
    const isSet = steps.slice(0, first).some(({ statement }) => statement.kind === "set" && /^lock_(wait_)?timeout$/.test(statement.name));
    return first < 0 || isSet ? undefined : { operation: steps[first]!.operation, message: "This waits for its lock without an end." };
  },
});
