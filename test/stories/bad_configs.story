# A config that is missing or wrong.

$ gen heads
CFG-001  There is no graven.config.ts in ..
         Run `gen init` to make one, or name it with --config.
[exit 2]

-- graven.config.ts --
import { defineConfig } from "graven";
export default { model: "./models.ts", url: "sqlite:dev.db" };

$ gen heads
CFG-003  The config has the unknown key "model".
         graven.config.ts
         Did you mean "models"?
[exit 2]

-- graven.config.ts --
export default { models: "./models.ts", dialect: "postgress" };

$ gen heads
CFG-003  "dialect" in the config should be one of "postgres", "sqlite", "mysql" or "mariadb".
         graven.config.ts
[exit 2]

-- graven.config.ts --
export default { url: "sqlite:dev.db" };

$ gen heads
CFG-003  The config lacks "models".
         graven.config.ts
         Name the files that declare your tables, as in: models: ["./src/models.ts"].
[exit 2]

-- graven.config.ts --
export const config = {};

$ gen heads
CFG-002  The config file has no default export.
         graven.config.ts
         Write: export default defineConfig({ models: … });
[exit 2]

-- graven.config.ts --
export default { models: "./models.ts", naming: { ix: "ix_%(tabel)s" }, url: "sqlite:dev.db" };

$ gen heads
CFG-003  "naming" in the config should be made of known tokens; %(tabel)s in "ix" is none.
         graven.config.ts
[exit 2]

-- graven.config.ts --
export default { models: "./models.ts" };

$ gen current
CFG-004  The config names neither a url nor a dialect.
         graven.config.ts
         Add one, as in: url: process.env.DATABASE_URL ?? "sqlite:dev.db".
[exit 2]

-- graven.config.ts --
export default { models: "./models.ts", url: "postgress://u:secret@host/db" };

$ gen current
DRV-002  The scheme "postgress:" of "postgress://u:***@host/db" is not known.
         Did you mean "postgres"? A database URL begins with sqlite:, postgres:, postgresql:, pglite:, mysql:, mariadb:.
[exit 2]

$ gen current --url postgres://ada:geheim@127.0.0.1:1/shop
DRV-003  The database "shop" on 127.0.0.1:1 cannot be reached, or refuses: connect ECONNREFUSED 127.0.0.1:1
         Is the server running, and is this its host and port? The URL is postgres://ada:***@127.0.0.1:1/shop.
[exit 2]

$ gen current --url "mysql://ada:geheim@127.0.0.1:1/shop?password=geheim"
DRV-003  The database "shop" on 127.0.0.1:1 cannot be reached, or refuses: connect ECONNREFUSED 127.0.0.1:1
         Is the server running, and is this its host and port? The URL is mysql://ada:***@127.0.0.1:1/shop?password=***.
[exit 2]

$ gen current --url sqlite:/no/such/folder/dev.db
DRV-003  The database /no/such/folder/dev.db cannot be reached, or refuses: Cannot open database because the directory does not exist
         The URL is sqlite:/no/such/folder/dev.db.
[exit 2]

$ gen curent
CLI-001  There is no command "curent": did you mean current?
         `gen --help` lists the commands, `gen <command> --help` its flags.
[exit 2]

$ gen revision --autogenrate
CLI-001  There is no --autogenrate: did you mean --autogenerate?
         `gen --help` lists the commands, `gen <command> --help` its flags.
[exit 2]

$ gen upgrade --config nowhere.ts
CFG-001  There is no config file nowhere.ts.
         Run `gen init` to make one, or name it with --config.
[exit 2]
