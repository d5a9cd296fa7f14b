import { defineRule, pg, servers } from "../rule.ts";

export const authzChange = defineRule({
  code: "authz-change",
  severity: "warn",
  dialects: servers,
  onNewTables: true,
  title: "Who may see or do what changes",
  why: "A grant, a role, a policy or row security decides who sees which rows: a second person should read it.",
  manual: { postgres: pg("ddl-priv.html") },
  bad: ['op.execute("GRANT SELECT ON users TO reporting");'],
  good: ['op.execute("UPDATE users SET name = \'x\' WHERE id = 1");'],
  statement: {
    grant: ({ verb }) => ({ message: `${verb} changes who may do what.` }),
    policy: ({ table }) => ({ table, message: `A policy decides who sees which rows of "${table}".` }),
    alter: ({ noun, name }) => (/^(role|user|default privileges)$/.test(noun) ? { message: `${noun[0]!.toUpperCase()}${noun.slice(1)} ${name ? `"${name}" ` : ""}changes.` } : undefined),
    drop: ({ noun, name }) => (/^(role|user|owned by)$/.test(noun) ? { message: noun === "owned by" ? `What "${name}" owns, and what it may do, is dropped.` : `${noun[0]!.toUpperCase()}${noun.slice(1)} "${name}" is dropped.` } : undefined),
    create: ({ noun, name }) => (/^(role|user)$/.test(noun) ? { message: `${noun[0]!.toUpperCase()}${noun.slice(1)} "${name}" is made.` } : undefined),
  },
  action: { rowSecurity: (_, { table }) => ({ table, message: `Row security of "${table}" changes.` }) },
});
