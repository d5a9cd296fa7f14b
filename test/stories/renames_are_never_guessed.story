# What may be a rename is refused without an answer; each answer has a flag.

-- graven.config.ts --
export default { models: "./models.ts", url: "sqlite:dev.db" };

-- models.ts --
import { enumeration, index, integer, table, text, unique } from "graven/models";
export const mood = enumeration("mood", ["sad", "happy"]);
export const user = table("user", { id: integer().primaryKey(), name: text(), mood: mood() }, (t) => [unique("user_name").on(t.name), index("ix_name").on(t.name)]);

$ gen revision --autogenerate -m one --rev-id a1
  · create enum mood
  · create table user
warn duplicate-index  Index "ix_name" serves no query that "user_name" does not serve.
`gen review a1` shows the SQL, the locks, and safer ways.
migrations/a1_one.ts

-- models.ts --
import { enumeration, index, integer, table, text, unique } from "graven/models";
export const mood = enumeration("humour", ["sad", "glad"]);
export const user = table("person", { id: integer().primaryKey(), full_name: text(), mood: mood() }, (t) => [unique("person_name").on(t.full_name), index("ix_full_name").on(t.full_name)]);

$ gen revision --autogenerate --sql
DIF-001  Enum "humour" may be "mood" under a new name.
         Say which: --rename mood:humour keeps its data, --drop mood drops it and makes a new one. --renames never takes all such pairs for a drop and an addition.
DIF-001  Table "person" may be "user" under a new name.
         Say which: --rename user:person keeps its data, --drop user drops it and makes a new one. --renames never takes all such pairs for a drop and an addition.
DIF-001  Label "humour.glad" may be "humour.happy" under a new name.
         Say which: --rename humour.happy:humour.glad keeps its data, --drop humour.happy drops it and makes a new one. --renames never takes all such pairs for a drop and an addition.
DIF-001  Column "person.full_name" may be "person.name" under a new name.
         Say which: --rename person.name:person.full_name keeps its data, --drop person.name drops it and makes a new one. --renames never takes all such pairs for a drop and an addition.
DIF-001  Unique constraint "person.person_name" may be "person.user_name" under a new name.
         Say which: --rename person.user_name:person.person_name keeps its data, --drop person.user_name drops it and makes a new one. --renames never takes all such pairs for a drop and an addition.
DIF-001  Index "person.ix_full_name" may be "person.ix_name" under a new name.
         Say which: --rename person.ix_name:person.ix_full_name keeps its data, --drop person.ix_name drops it and makes a new one. --renames never takes all such pairs for a drop and an addition.
[exit 2]

$ gen revision --autogenerate --sql --rename mood:humour
DIF-001  Table "person" may be "user" under a new name.
         Say which: --rename user:person keeps its data, --drop user drops it and makes a new one. --renames never takes all such pairs for a drop and an addition.
DIF-001  Label "humour.glad" may be "humour.happy" under a new name.
         Say which: --rename humour.happy:humour.glad keeps its data, --drop humour.happy drops it and makes a new one. --renames never takes all such pairs for a drop and an addition.
DIF-001  Column "person.full_name" may be "person.name" under a new name.
         Say which: --rename person.name:person.full_name keeps its data, --drop person.name drops it and makes a new one. --renames never takes all such pairs for a drop and an addition.
DIF-001  Unique constraint "person.person_name" may be "person.user_name" under a new name.
         Say which: --rename person.user_name:person.person_name keeps its data, --drop person.user_name drops it and makes a new one. --renames never takes all such pairs for a drop and an addition.
DIF-001  Index "person.ix_full_name" may be "person.ix_name" under a new name.
         Say which: --rename person.ix_name:person.ix_full_name keeps its data, --drop person.ix_name drops it and makes a new one. --renames never takes all such pairs for a drop and an addition.
[exit 2]

$ gen revision --autogenerate --sql --rename mood:humour --rename user:person
DIF-001  Label "humour.glad" may be "humour.happy" under a new name.
         Say which: --rename humour.happy:humour.glad keeps its data, --drop humour.happy drops it and makes a new one. --renames never takes all such pairs for a drop and an addition.
DIF-001  Column "person.full_name" may be "person.name" under a new name.
         Say which: --rename person.name:person.full_name keeps its data, --drop person.name drops it and makes a new one. --renames never takes all such pairs for a drop and an addition.
DIF-001  Unique constraint "person.person_name" may be "person.user_name" under a new name.
         Say which: --rename person.user_name:person.person_name keeps its data, --drop person.user_name drops it and makes a new one. --renames never takes all such pairs for a drop and an addition.
DIF-001  Index "person.ix_full_name" may be "person.ix_name" under a new name.
         Say which: --rename person.ix_name:person.ix_full_name keeps its data, --drop person.ix_name drops it and makes a new one. --renames never takes all such pairs for a drop and an addition.
[exit 2]

$ gen revision --autogenerate --sql --rename mood:humour --rename user:person --rename humour.happy:glad
DIF-001  Column "person.full_name" may be "person.name" under a new name.
         Say which: --rename person.name:person.full_name keeps its data, --drop person.name drops it and makes a new one. --renames never takes all such pairs for a drop and an addition.
DIF-001  Unique constraint "person.person_name" may be "person.user_name" under a new name.
         Say which: --rename person.user_name:person.person_name keeps its data, --drop person.user_name drops it and makes a new one. --renames never takes all such pairs for a drop and an addition.
DIF-001  Index "person.ix_full_name" may be "person.ix_name" under a new name.
         Say which: --rename person.ix_name:person.ix_full_name keeps its data, --drop person.ix_name drops it and makes a new one. --renames never takes all such pairs for a drop and an addition.
[exit 2]

$ gen revision --autogenerate --sql --rename mood:humour --rename user:person --rename humour.happy:glad --rename person.name:full_name
DIF-001  Unique constraint "person.person_name" may be "person.user_name" under a new name.
         Say which: --rename person.user_name:person.person_name keeps its data, --drop person.user_name drops it and makes a new one. --renames never takes all such pairs for a drop and an addition.
DIF-001  Index "person.ix_full_name" may be "person.ix_name" under a new name.
         Say which: --rename person.ix_name:person.ix_full_name keeps its data, --drop person.ix_name drops it and makes a new one. --renames never takes all such pairs for a drop and an addition.
[exit 2]

$ gen revision --autogenerate -m two --rev-id b2 --rename mood:humour --rename user:person --rename humour.happy:glad --rename person.name:full_name --rename person.user_name:person_name --rename person.ix_name:ix_full_name
  · rename enum mood to humour
  · rename table user to person
  · rename label 'happy' of enum humour to 'glad'
  · rename column person.name to full_name
  · rename constraint user_name of person to person_name
  · rename index ix_name of person to ix_full_name
error rename-table  Table "user" is called "person" from here on: code that asks for "user" fails.
error rename-enum-value  Label 'happy' of enum "humour" becomes 'glad': code that writes 'happy' fails.
error rename-column  Column "person.name" is called "full_name" from here on: code that asks for "name" fails.
`gen review b2` shows the SQL, the locks, and safer ways.
migrations/b2_two.ts

$ gen revision --autogenerate
The models equal the last revision: nothing to write.

# Answers that match nothing, and no answers wanted.

-- models.ts --
import { enumeration, index, integer, table, text, unique } from "graven/models";
export const mood = enumeration("humour", ["sad", "glad"]);
export const user = table("person", { id: integer().primaryKey(), nick: text(), mood: mood() });

$ gen revision --autogenerate --rename person.nam:nick
DIF-002  --rename person.nam:person.nick matches nothing: the last revision has no "person.nam".
         Did you mean "person.id"?
[exit 2]

$ gen revision --autogenerate --drop person.nope
DIF-004  --drop names "person.nope", which the last revision does not have.
         Did you mean "person.mood"?
[exit 2]

$ gen revision --autogenerate --rename person.full_name
CLI-002  "person.full_name" is not understood.
         Write it as in: --rename users.name:users.full_name
[exit 2]

$ gen revision --autogenerate --backfill person.nick2=1
DIF-001  Column "person.nick" may be "person.full_name" under a new name.
         Say which: --rename person.full_name:person.nick keeps its data, --drop person.full_name drops it and makes a new one. --renames never takes all such pairs for a drop and an addition.
[exit 2]

$ gen revision --autogenerate --renames ask
CLI-003  --renames ask needs a terminal.
         Answer with --rename old:new and --drop name, or choose --renames never or error.
[exit 2]

$ gen revision --autogenerate -m three --rev-id c3 --drop person.full_name
  · add column person.nick
  · drop index ix_full_name of person
  · drop constraint person_name of person
  · drop column person.full_name
warning drop-column  The values of column "person.full_name" are lost; a downgrade adds the column without them.
error rename-guess  Column "person.full_name" goes while "nick" of the same type comes: its values are lost if that is a rename.
warn index-dropped  Queries that use index "ix_full_name" of "person" read the whole table from here on.
`gen review c3` shows the SQL, the locks, and safer ways.
migrations/c3_three.ts

$ sed -n '/^export function/,$p' migrations/c3_three.ts
export function upgrade(op: Operations) {
  op.addColumn("person", "nick", text());
  op.dropIndex("person", "ix_full_name");
  op.dropConstraint("person", "person_name");

  // Warning: The values of column "person.full_name" are lost; a downgrade adds the column without them.
  op.dropColumn("person", "full_name");
}

export function downgrade(op: Operations) {
  // The values of "person.full_name" are not in this file: the column comes back without them.
  op.addColumn("person", "full_name", text());
  op.createUnique("person", unique("person_name").on("full_name"));
  op.createIndex("person", index("ix_full_name").on("full_name"));
  op.dropColumn("person", "nick");
}
