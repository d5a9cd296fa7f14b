# What every command takes: quiet, a config by name or by the environment, flags that are given twice.

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
