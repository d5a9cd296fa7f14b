# Every fault of the models is a sentence with a code, a place and a next step; nothing is written.

-- graven.config.ts --
import { defineConfig } from "graven";
export default defineConfig({ models: "./models.ts", url: "sqlite:dev.db" });

-- models.ts --
import { index, integer, table } from "graven/models";
export const user = table("user", { id: integer().primaryKey() }, () => [index("ix").on("emial")]);
export const pet = table("pet", { id: integer().primaryKey(), owner: integer().references("users.id") });
export const twin = table("user", { id: integer() });

$ gen revision --autogenerate -m one
MOD-002  Two models declare the table "user".
         models.ts:2
         The other one is at models.ts:4.
MOD-004  Table "pet" references the table "users", which no model declares.
         models.ts:3
         Did you mean "user"?
[exit 2]

-- models.ts --
import { integer, sqlType, table, text, varchar } from "graven/models";
export const user = table("user", {
  id: integer().primaryKey(),
  tags: text().array(),
});

$ gen revision --autogenerate -m one
MOD-006  Column "user.tags": SQLite has no arrays.
         models.ts:4
         Keep the list as JSON, in a column of type json().
[exit 2]

$ gen revision --autogenerate -m one --json
{"ok":false,"errors":[{"code":"MOD-006","message":"Column \"user.tags\": SQLite has no arrays.","place":{"file":"models.ts","line":4,"column":9},"hint":"Keep the list as JSON, in a column of type json()."}]}
[exit 2]

-- models.ts --
import { integer, table } from "graven/models";
export const user = table("user", { id: integer().primaryKey() });
throw new Error("the models do not load today");

$ gen revision --autogenerate -m one
MOD-031  The module "models.ts" throws while it is loaded: the models do not load today
         models.ts:3
[exit 2]

-- models.ts --
import { integer, table } from "graven/models";
export const user = table("user", { id: integer( });

$ gen revision --autogenerate -m one
MOD-030  "models.ts" does not parse: <the parser's words>
         models.ts:2
[exit 2]

-- models.ts --
export const nothing = 1;

$ gen revision --autogenerate -m one
MOD-033  The models export no table.
         models.ts
         Export one, as in: export const user = table("user", { id: integer().primaryKey() });
[exit 2]

-- models.ts --
import { helper } from "./helpers";
export const nothing = helper;

$ gen revision --autogenerate -m one
MOD-032  "models.ts" imports "./helpers", which is not there.
         models.ts
         Check the path; it is relative to the importing file.
[exit 2]

$ rm models.ts

$ gen revision --autogenerate -m one
MOD-034  No model file matches "./models.ts".
         It is looked for from .. Correct `models` in the config.
[exit 2]

$ ls
graven.config.ts
node_modules
package.json
