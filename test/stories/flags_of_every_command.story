# What every command takes: quiet, a config by name or by the environment, flags that are given twice, numbers that are none.

-- graven.config.ts --
import { defineConfig } from "graven";
export default defineConfig({ models: "./models.ts", url: "sqlite:dev.db" });

-- other.config.ts --
import { defineConfig } from "graven";
export default defineConfig({ models: "./models.ts", migrations: "./others", url: "sqlite:other.db" });

-- models.ts --
import { integer, table } from "graven/models";
export const tag = table("tag", { id: integer().primaryKey() });

$ gen revision --autogenerate -m one --rev-id a1 --quiet
migrations/a1_one.ts

$ gen upgrade -q

$ gen current -q
<base> -> a1 (head) (current), one

$ gen upgrade nowhere -q
REV-020  There is no revision or branch "nowhere".
         `gen history` lists them all.
[exit 2]

$ GRAVEN_CONFIG=other.config.ts gen heads

$ GRAVEN_CONFIG=other.config.ts gen heads --config graven.config.ts
<base> -> a1 (head), one

$ gen revision -m one -m two
CLI-001  --message was given 2 times.
         It has one value: leave the others out.
[exit 2]

$ gen upgrade --lock-timeout 3 --lock-timeout 4
CLI-001  --lock-timeout was given 2 times.
         It has one value: leave the others out.
[exit 2]

$ gen revision -m "two" --rev-id b2 --depends-on a1 --depends-on a1
migrations/b2_two.ts

$ gen merge --rev-id x --rev-id y
CLI-001  --rev-id was given 2 times.
         It has one value: leave the others out.
[exit 2]

$ gen stamp head --url sqlite:one.db --url sqlite:two.db
CLI-001  --url was given 2 times.
         It has one value: leave the others out.
[exit 2]

$ gen upgrade --sql --url sqlite:one.db --url sqlite:two.db
CLI-002  --sql prints the SQL for one database, and --url was given 2 times.
         Print it for one after the other.
[exit 2]

$ gen upgrade --lock-timeout soon
CLI-001  --lock-timeout takes a number.
         `gen <command> --help` tells what it means.
[exit 2]

$ gen upgrade --lock-timeout
CLI-001  --lock-timeout needs a value.
         `gen --help` lists the commands, `gen <command> --help` its flags.
[exit 2]

$ gen upgrade --concurrency 0
CLI-002  --concurrency takes a whole number from 1 on.
         Write it as in: --concurrency 5
[exit 2]

$ gen upgrade --lock-timeout -1
CLI-002  --lock-timeout takes seconds from 0 on.
         Write it as in: --lock-timeout 5
[exit 2]
