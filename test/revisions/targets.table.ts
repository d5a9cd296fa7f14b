/**
 * What a command does to a database, as a table: under each drawn graph (see `drawing.ts`) rows of
 * command | rows applied in the database | target | steps = rows afterwards (at where it stands), or ! code and message.
 */
export const targets = `
# one line
  a1 - b2 - c3 - d4
upgrade   |                      | head       | a1 b2 c3 d4 = a1 b2 c3 d4 (at d4)
upgrade   |                      | heads      | a1 b2 c3 d4 = a1 b2 c3 d4 (at d4)
upgrade   | a1 b2                | head       | c3 d4 = a1 b2 c3 d4 (at d4)
upgrade   | a1 b2 c3 d4          | head       | nothing = a1 b2 c3 d4 (at d4)
upgrade   |                      | base       | nothing = empty (at base)
upgrade   | a1                   | base       | ! REV-031 "base" is not ahead: the database is past it and stands at a1.
upgrade   | a1                   | c3         | b2 c3 = a1 b2 c3 (at c3)
upgrade   | a1 b2 c3             | a1         | ! REV-031 "a1" is not ahead: the database is past it and stands at c3.
upgrade   | a1 b2 c3             | c3         | nothing = a1 b2 c3 (at c3)
upgrade   | a1 b2 c3             | current    | nothing = a1 b2 c3 (at c3)
upgrade   |                      | c          | a1 b2 c3 = a1 b2 c3 (at c3)
upgrade   |                      | zz         | ! REV-020 There is no revision or branch "zz".
upgrade   |                      | b33        | ! REV-020 There is no revision or branch "b33".
upgrade   |                      | +1         | a1 = a1 (at a1)
upgrade   |                      | +3         | a1 b2 c3 = a1 b2 c3 (at c3)
upgrade   |                      | +5         | ! REV-025 "+5" goes past the head: only 4 of 5 steps are there.
upgrade   | a1 b2                | +1         | c3 = a1 b2 c3 (at c3)
upgrade   | a1 b2 c3 d4          | +1         | ! REV-025 "+1" goes past the head: only 0 of 1 steps are there.
upgrade   |                      | +0         | nothing = empty (at base)
upgrade   | a1 b2                | -1         | ! REV-032 "-1" leads down, and an upgrade goes up.
upgrade   |                      | a1+2       | a1 b2 c3 = a1 b2 c3 (at c3)
upgrade   |                      | head-1     | a1 b2 c3 = a1 b2 c3 (at c3)
upgrade   |                      | head-3     | a1 = a1 (at a1)
upgrade   |                      | head-4     | nothing = empty (at base)
upgrade   |                      | head-5     | ! REV-025 "head-5" goes past the base: only 4 of 5 steps are there.
upgrade   |                      | base+2     | a1 b2 = a1 b2 (at b2)
upgrade   |                      | base+5     | ! REV-025 "base+5" goes past the head: only 4 of 5 steps are there.
upgrade   |                      | base-1     | ! REV-025 "base-1" goes past the base: only 0 of 1 steps are there.
upgrade   | a1                   | current+2  | b2 c3 = a1 b2 c3 (at c3)
upgrade   |                      | b2+1       | a1 b2 c3 = a1 b2 c3 (at c3)
upgrade   |                      | c3@head    | a1 b2 c3 d4 = a1 b2 c3 d4 (at d4)
upgrade   |                      | b@c3       | a1 b2 c3 = a1 b2 c3 (at c3)
upgrade   |                      | b@head-1   | a1 b2 c3 = a1 b2 c3 (at c3)
upgrade   |                      | z@head     | ! REV-020 There is no branch "z".
upgrade   |                      | a@b@c      | ! REV-029 "a@b@c" names no revision.
upgrade   |                      | @head      | ! REV-029 "@head" names no revision.
upgrade   |                      | head+      | ! REV-029 "head+" names no revision.
downgrade | a1 b2 c3 d4          | -1         | d4 = a1 b2 c3 (at c3)
downgrade | a1 b2 c3 d4          | -3         | d4 c3 b2 = a1 (at a1)
downgrade | a1 b2 c3 d4          | -4         | d4 c3 b2 a1 = empty (at base)
downgrade | a1 b2 c3 d4          | -5         | ! REV-025 "-5" goes past the base: only 4 of 5 steps are there.
downgrade |                      | -1         | ! REV-025 "-1" goes past the base: only 0 of 1 steps are there.
downgrade | a1 b2 c3             | base       | c3 b2 a1 = empty (at base)
downgrade |                      | base       | nothing = empty (at base)
downgrade | a1 b2 c3             | b2         | c3 = a1 b2 (at b2)
downgrade | a1 b2 c3             | c3         | nothing = a1 b2 c3 (at c3)
downgrade | a1 b2 c3             | current    | nothing = a1 b2 c3 (at c3)
downgrade | a1 b2 c3             | head       | ! REV-024 The database does not stand at or after "d4", so it cannot go down to it.
downgrade | a1 b2 c3             | b2-1       | c3 b2 = a1 (at a1)
downgrade | a1 b2 c3             | b2-2       | c3 b2 a1 = empty (at base)
downgrade | a1 b2 c3             | b2-3       | ! REV-025 "b2-3" goes past the base: only 2 of 3 steps are there.
downgrade | a1 b2 c3             | head-2     | c3 = a1 b2 (at b2)
downgrade | a1 b2 c3             | base+1     | c3 b2 = a1 (at a1)
downgrade | a1 b2 c3             | a1+1       | c3 = a1 b2 (at b2)
downgrade | a1 b2 c3             | +1         | ! REV-032 "+1" leads up, and a downgrade goes down.
downgrade | a1 b2 c3             | d4         | ! REV-024 The database does not stand at or after "d4", so it cannot go down to it.
downgrade | a1 b2 c3             | b2@base    | c3 b2 a1 = empty (at base)
stamp     |                      | head       | +a1 +b2 +c3 +d4 = a1 b2 c3 d4 (at d4)
stamp     |                      | base       | nothing = empty (at base)
stamp     | a1 b2 c3             | base       | -c3 -b2 -a1 = empty (at base)
stamp     | a1 b2 c3             | b2         | -c3 = a1 b2 (at b2)
stamp     | a1                   | d4         | +b2 +c3 +d4 = a1 b2 c3 d4 (at d4)
stamp     | a1 b2                | b2         | nothing = a1 b2 (at b2)
stamp     | a1 b2                | +1         | +c3 = a1 b2 c3 (at c3)
stamp     | a1 b2                | -1         | -b2 = a1 (at a1)
stamp     | a1 b2                | -2         | -b2 -a1 = empty (at base)
stamp     |                      | a1 c3      | ! REV-033 "a1" overlaps with "c3", which builds on a1.
stamp     | a1                   | b2 b2      | +b2 = a1 b2 (at b2)
stamp     |                      | nope       | ! REV-020 There is no revision or branch "nope".

# a fork with two labels
  a1 - b2!left - c3
  a1 - d4!right - e5
upgrade   |                      | head       | ! REV-022 The history has 2 heads: c3, e5.
upgrade   |                      | heads      | a1 b2 c3 d4 e5 = a1 b2 c3 d4 e5 (at c3 e5)
upgrade   |                      | left       | a1 b2 = a1 b2 (at b2)
upgrade   |                      | left@head  | a1 b2 c3 = a1 b2 c3 (at c3)
upgrade   | a1 b2 c3             | right@head | d4 e5 = a1 b2 c3 d4 e5 (at c3 e5)
upgrade   | a1                   | heads      | b2 c3 d4 e5 = a1 b2 c3 d4 e5 (at c3 e5)
upgrade   |                      | left@heads | a1 b2 c3 = a1 b2 c3 (at c3)
upgrade   |                      | right@base | nothing = empty (at base)
upgrade   | a1 d4                | right@base | ! REV-031 "right@base" is not ahead: the database is past it and stands at d4.
upgrade   | a1 b2 c3             | right@base | nothing = a1 b2 c3 (at c3)
upgrade   | a1                   | left@+1    | b2 = a1 b2 (at b2)
upgrade   |                      | left@+1    | a1 = a1 (at a1)
upgrade   |                      | left@+3    | a1 b2 c3 = a1 b2 c3 (at c3)
upgrade   |                      | left@+4    | ! REV-025 "left@+4" goes past the head: only 3 of 4 steps are there.
upgrade   | a1 d4                | left@+1    | b2 = a1 b2 d4 (at b2 d4)
upgrade   | a1 b2 c3             | left@+1    | ! REV-025 "left@+1" goes past the head: only 0 of 1 steps are there.
upgrade   | a1                   | +1         | ! REV-023 "+1" is ambiguous: after "a1" come "b2" and "d4".
upgrade   | a1 b2 d4             | +1         | ! REV-023 "+1" is ambiguous, as the database stands at 2 heads: b2, d4.
upgrade   | a1 b2                | +1         | c3 = a1 b2 c3 (at c3)
upgrade   |                      | a1+1       | ! REV-023 "a1+1" is ambiguous: after "a1" come "b2" and "d4".
upgrade   |                      | left@a1+1  | a1 b2 = a1 b2 (at b2)
upgrade   |                      | left@base+2 | a1 b2 = a1 b2 (at b2)
upgrade   |                      | left@head-1 | a1 b2 = a1 b2 (at b2)
upgrade   |                      | heads-1    | ! REV-023 "heads-1" is ambiguous, as "heads" means 2 revisions: c3, e5.
upgrade   |                      | left@e5    | ! REV-026 Revision "e5" is not on the branch "left".
upgrade   |                      | left@a1    | a1 = a1 (at a1)
upgrade   |                      | left@e     | ! REV-026 Revision "e5" is not on the branch "left".
upgrade   |                      | c@head     | a1 b2 c3 = a1 b2 c3 (at c3)
upgrade   |                      | a@head     | ! REV-022 The branch "a" has 2 heads: c3, e5.
upgrade   |                      | a@heads    | a1 b2 c3 d4 e5 = a1 b2 c3 d4 e5 (at c3 e5)
upgrade   |                      | lft@head   | ! REV-020 There is no branch "lft".
upgrade   |                      | up@head    | ! REV-020 There is no branch "up".
upgrade   | a1 b2 c3             | left@-1    | ! REV-032 "left@-1" leads down, and an upgrade goes up.
downgrade | a1 b2 c3 d4 e5       | a1         | e5 d4 c3 b2 = a1 (at a1)
downgrade | a1 b2 c3 d4 e5       | base       | e5 d4 c3 b2 a1 = empty (at base)
downgrade | a1 b2 c3 d4 e5       | b2         | c3 = a1 b2 d4 e5 (at b2 e5)
downgrade | a1 b2 c3 d4 e5       | left@a1    | c3 b2 = a1 d4 e5 (at e5)
downgrade | a1 b2 c3 d4 e5       | left@base  | c3 b2 = a1 d4 e5 (at e5)
downgrade | a1 b2 c3             | left@base  | c3 b2 = a1 (at a1)
downgrade | a1 b2 c3             | right@base | nothing = a1 b2 c3 (at c3)
downgrade | a1 b2 c3 d4 e5       | -1         | ! REV-023 "-1" is ambiguous, as the database stands at 2 heads: c3, e5.
downgrade | a1 b2 c3 d4 e5       | left@-1    | c3 = a1 b2 d4 e5 (at b2 e5)
downgrade | a1 b2 c3 d4 e5       | left@-2    | c3 b2 = a1 d4 e5 (at e5)
downgrade | a1 b2 c3 d4 e5       | left@-3    | ! REV-025 "left@-3" goes past the beginning of the branch "left": only 2 of 3 steps are there.
downgrade | a1 b2 c3             | left@-3    | ! REV-025 "left@-3" goes past the beginning of the branch "left": only 2 of 3 steps are there.
downgrade | a1 d4                | left@-1    | ! REV-025 "left@-1" goes past the base: no revision of the branch "left" is applied.
downgrade | a1 b2 c3 d4 e5       | left@head-1 | c3 = a1 b2 d4 e5 (at b2 e5)
downgrade | a1 b2 c3 d4 e5       | left@base+1 | c3 b2 = a1 d4 e5 (at e5)
downgrade | a1 b2 c3 d4 e5       | c3-2       | e5 d4 c3 b2 = a1 (at a1)
downgrade | a1 b2 c3 d4 e5       | left@c3-2  | c3 b2 = a1 d4 e5 (at e5)
downgrade | a1 b2 c3 d4 e5       | c3-3       | e5 d4 c3 b2 a1 = empty (at base)
downgrade | a1 b2 c3 d4 e5       | d4@a1      | e5 d4 = a1 b2 c3 (at c3)
downgrade | a1 b2 c3 d4          | right@head | ! REV-024 The database does not stand at or after "e5", so it cannot go down to it.
downgrade | a1 b2 c3             | -1         | c3 = a1 b2 (at b2)
downgrade | a1 b2 c3             | left@+1    | ! REV-032 "left@+1" leads up, and a downgrade goes down.
stamp     | a1 b2 c3 d4 e5       | a1         | -e5 -d4 -c3 -b2 = a1 (at a1)
stamp     | a1 b2 c3             | d4         | +d4 = a1 b2 c3 d4 (at c3 d4)
stamp     | a1 b2 c3 d4 e5       | left@base  | -c3 -b2 = a1 d4 e5 (at e5)
stamp     | a1 b2 c3 d4 e5       | left@a1    | -c3 -b2 = a1 d4 e5 (at e5)
stamp     |                      | heads      | +a1 +b2 +c3 +d4 +e5 = a1 b2 c3 d4 e5 (at c3 e5)
stamp     |                      | head       | ! REV-022 The history has 2 heads: c3, e5.
stamp     |                      | left@head right@head | +a1 +b2 +c3 +d4 +e5 = a1 b2 c3 d4 e5 (at c3 e5)
stamp     |                      | b2 e5      | +a1 +b2 +d4 +e5 = a1 b2 d4 e5 (at b2 e5)
stamp     | a1 b2 c3 d4 e5       | b2 d4      | -e5 -c3 = a1 b2 d4 (at b2 d4)
stamp     |                      | a1 e5      | ! REV-033 "a1" overlaps with "e5", which builds on a1.
stamp     | a1 b2 c3 d4 e5       | -1         | ! REV-023 "-1" is ambiguous, as the database stands at 2 heads: c3, e5.
stamp     | a1 b2 c3 d4 e5       | right@-1   | -e5 = a1 b2 c3 d4 (at c3 d4)
stamp     | a1 b2 c3 d4 e5       | base       | -e5 -d4 -c3 -b2 -a1 = empty (at base)
stamp     | a1 b2 c3 d4 e5       | base e5    | -c3 -b2 = a1 d4 e5 (at e5)

# a fork that is merged again
  a1 - b2!left - c3 - m6 - n7
  a1 - d4!right - e5 - m6
upgrade   |                      | head       | a1 b2 c3 d4 e5 m6 n7 = a1 b2 c3 d4 e5 m6 n7 (at n7)
upgrade   | a1 b2 c3             | m6         | d4 e5 m6 = a1 b2 c3 d4 e5 m6 (at m6)
upgrade   | a1 b2 c3 d4 e5       | +1         | ! REV-023 "+1" is ambiguous, as the database stands at 2 heads: c3, e5.
upgrade   | a1 b2 c3 d4 e5 m6    | +1         | n7 = a1 b2 c3 d4 e5 m6 n7 (at n7)
upgrade   | a1 b2 c3 d4 e5       | left@+1    | m6 = a1 b2 c3 d4 e5 m6 (at m6)
upgrade   |                      | right@+4   | a1 b2 c3 d4 e5 m6 = a1 b2 c3 d4 e5 m6 (at m6)
upgrade   |                      | m6-1       | a1 b2 c3 d4 e5 = a1 b2 c3 d4 e5 (at c3 e5)
upgrade   |                      | left@m6-1  | a1 b2 c3 = a1 b2 c3 (at c3)
upgrade   |                      | m6-2       | ! REV-023 "m6-2" is ambiguous: "m6" merges "c3" and "e5".
upgrade   |                      | left@m6-2  | a1 b2 = a1 b2 (at b2)
upgrade   |                      | left@head  | a1 b2 c3 d4 e5 m6 n7 = a1 b2 c3 d4 e5 m6 n7 (at n7)
upgrade   | a1 b2 c3 d4 e5 m6    | e5         | ! REV-031 "e5" is not ahead: the database is past it and stands at m6.
downgrade | a1 b2 c3 d4 e5 m6 n7 | -1         | n7 = a1 b2 c3 d4 e5 m6 (at m6)
downgrade | a1 b2 c3 d4 e5 m6 n7 | -2         | n7 m6 = a1 b2 c3 d4 e5 (at c3 e5)
downgrade | a1 b2 c3 d4 e5 m6 n7 | -3         | ! REV-023 "-3" is ambiguous: "m6" merges "c3" and "e5".
downgrade | a1 b2 c3 d4 e5 m6 n7 | left@-3    | n7 m6 c3 = a1 b2 d4 e5 (at b2 e5)
downgrade | a1 b2 c3 d4 e5 m6 n7 | left@-5    | ! REV-025 "left@-5" goes past the beginning of the branch "left": only 4 of 5 steps are there.
downgrade | a1 b2 c3 d4 e5 m6 n7 | c3         | n7 m6 = a1 b2 c3 d4 e5 (at c3 e5)
downgrade | a1 b2 c3 d4 e5 m6 n7 | b2         | n7 m6 c3 = a1 b2 d4 e5 (at b2 e5)
downgrade | a1 b2 c3 d4 e5 m6 n7 | a1         | n7 m6 e5 d4 c3 b2 = a1 (at a1)
downgrade | a1 b2 c3 d4 e5 m6 n7 | left@base  | n7 m6 c3 b2 = a1 d4 e5 (at e5)
downgrade | a1 b2 c3 d4 e5 m6 n7 | left@a1    | n7 m6 c3 b2 = a1 d4 e5 (at e5)
downgrade | a1 b2 c3 d4 e5 m6    | m6-1       | m6 = a1 b2 c3 d4 e5 (at c3 e5)
downgrade | a1 b2 c3 d4 e5 m6    | right@m6-1 | m6 = a1 b2 c3 d4 e5 (at c3 e5)
stamp     | a1 b2 c3             | n7         | +d4 +e5 +m6 +n7 = a1 b2 c3 d4 e5 m6 n7 (at n7)
stamp     | a1 b2 c3 d4 e5 m6 n7 | c3         | -n7 -m6 = a1 b2 c3 d4 e5 (at c3 e5)
stamp     | a1 b2 c3 d4 e5 m6 n7 | c3 d4      | -n7 -m6 -e5 = a1 b2 c3 d4 (at c3 d4)
stamp     | a1 b2 c3 d4 e5 m6 n7 | -1         | -n7 = a1 b2 c3 d4 e5 m6 (at m6)
stamp     |                      | c3 e5      | +a1 +b2 +c3 +d4 +e5 = a1 b2 c3 d4 e5 (at c3 e5)
stamp     |                      | c3 n7      | ! REV-033 "c3" overlaps with "n7", which builds on c3.

# a branch with a base of its own, which another depends on
  a1 - b2 - c3 - d4
  x7!lib - y8 - z9
  y8 ~> c3
upgrade   |                      | heads      | a1 b2 x7 y8 c3 d4 z9 = a1 b2 x7 y8 c3 d4 z9 (at d4 z9)
upgrade   |                      | head       | ! REV-022 The history has 2 heads: d4, z9.
upgrade   |                      | c3         | a1 b2 x7 y8 c3 = a1 b2 x7 y8 c3 (at c3)
upgrade   |                      | b2         | a1 b2 = a1 b2 (at b2)
upgrade   | a1 b2                | c3         | x7 y8 c3 = a1 b2 x7 y8 c3 (at c3)
upgrade   | a1 b2 x7             | c3         | y8 c3 = a1 b2 x7 y8 c3 (at c3)
upgrade   |                      | lib@head   | x7 y8 z9 = x7 y8 z9 (at z9)
upgrade   |                      | lib@c3     | ! REV-026 Revision "c3" is not on the branch "lib".
upgrade   |                      | a1@head    | a1 b2 x7 y8 c3 d4 = a1 b2 x7 y8 c3 d4 (at d4)
upgrade   |                      | +1         | ! REV-023 "+1" is ambiguous: after base come "a1" and "x7".
upgrade   |                      | lib@+2     | x7 y8 = x7 y8 (at y8)
upgrade   | a1 b2                | +1         | x7 y8 c3 = a1 b2 x7 y8 c3 (at c3)
upgrade   | a1 b2 x7             | +1         | ! REV-023 "+1" is ambiguous, as the database stands at 2 heads: b2, x7.
upgrade   | a1 b2 c3 x7 y8       | +1         | d4 = a1 b2 x7 y8 c3 d4 (at d4)
upgrade   | a1 b2 c3 x7 y8       | lib@+1     | z9 = a1 b2 x7 y8 c3 z9 (at c3 z9)
upgrade   | a1 b2 c3 x7 y8       | y8         | nothing = a1 b2 x7 y8 c3 (at c3)
upgrade   | a1 b2 c3 x7 y8       | x7         | ! REV-031 "x7" is not ahead: the database is past it and stands at c3.
upgrade   |                      | base+1     | ! REV-023 "base+1" is ambiguous: after base come "a1" and "x7".
downgrade | a1 b2 c3 x7 y8       | -1         | c3 = a1 b2 x7 y8 (at b2 y8)
downgrade | a1 b2 c3 x7 y8       | -2         | c3 b2 = a1 x7 y8 (at a1 y8)
downgrade | a1 b2 c3 d4 x7 y8 z9 | -1         | ! REV-023 "-1" is ambiguous, as the database stands at 2 heads: d4, z9.
downgrade | a1 b2 c3 d4 x7 y8 z9 | lib@-1     | z9 = a1 b2 x7 y8 c3 d4 (at d4)
downgrade | a1 b2 c3 d4 x7 y8 z9 | lib@-2     | z9 d4 c3 y8 = a1 b2 x7 (at b2 x7)
downgrade | a1 b2 c3 d4 x7 y8 z9 | lib@base   | z9 d4 c3 y8 x7 = a1 b2 (at b2)
downgrade | a1 b2 c3 d4 x7 y8 z9 | a1@base    | d4 c3 b2 a1 = x7 y8 z9 (at z9)
downgrade | a1 b2 c3 d4 x7 y8 z9 | y8         | z9 = a1 b2 x7 y8 c3 d4 (at d4)
downgrade | a1 b2 c3 d4 x7 y8 z9 | x7         | z9 d4 c3 y8 = a1 b2 x7 (at b2 x7)
downgrade | a1 b2 c3 d4 x7 y8 z9 | b2         | d4 c3 = a1 b2 x7 y8 z9 (at b2 z9)
downgrade | a1 b2 c3 d4 x7 y8 z9 | base       | z9 d4 c3 y8 x7 b2 a1 = empty (at base)
downgrade | a1 b2 c3 d4 x7 y8 z9 | b2-2       | d4 c3 b2 a1 = x7 y8 z9 (at z9)
stamp     |                      | c3         | +a1 +b2 +x7 +y8 +c3 = a1 b2 x7 y8 c3 (at c3)
stamp     |                      | b2 y8      | +a1 +b2 +x7 +y8 = a1 b2 x7 y8 (at b2 y8)
stamp     |                      | heads      | +a1 +b2 +x7 +y8 +c3 +d4 +z9 = a1 b2 x7 y8 c3 d4 z9 (at d4 z9)
stamp     |                      | c3 y8      | +a1 +b2 +x7 +y8 +c3 = a1 b2 x7 y8 c3 (at c3)
stamp     | a1 b2 c3 x7 y8       | x7         | -c3 -y8 = a1 b2 x7 (at b2 x7)
stamp     | a1 b2 c3 d4 x7 y8 z9 | lib@base   | -z9 -d4 -c3 -y8 -x7 = a1 b2 (at b2)
stamp     | a1 b2 c3 d4 x7 y8 z9 | a@base     | -d4 -c3 -b2 -a1 = x7 y8 z9 (at z9)
stamp     | a1 b2 c3 d4 x7 y8 z9 | y8         | -z9 = a1 b2 x7 y8 c3 d4 (at d4)

# a dependency named by a label
  a1 - b2 - c3
  x7!lib - y8
  lib ~> b2
upgrade   |                      | c3         | a1 x7 b2 c3 = a1 x7 b2 c3 (at c3)
upgrade   | a1                   | +1         | x7 b2 = a1 x7 b2 (at b2)
downgrade | a1 b2 c3 x7 y8       | lib@base   | y8 c3 b2 x7 = a1 (at a1)
downgrade | a1 b2 x7             | -1         | b2 = a1 x7 (at a1 x7)
downgrade | a1 b2 x7 y8          | -1         | ! REV-023 "-1" is ambiguous, as the database stands at 2 heads: b2, y8.
stamp     |                      | b2         | +a1 +x7 +b2 = a1 x7 b2 (at b2)

# a base that depends on another branch
  a1 - b2
  x7 - y8
  a1 ~> x7
upgrade   |                      | y8         | a1 x7 y8 = a1 x7 y8 (at y8)
upgrade   |                      | +1         | ! REV-023 "+1" is ambiguous: after base come "a1" and "x7".
upgrade   |                      | x7@+1      | a1 x7 = a1 x7 (at x7)
upgrade   | a1                   | x@head     | x7 y8 = a1 x7 y8 (at y8)
downgrade | a1 x7                | -1         | x7 = a1 (at a1)
downgrade | a1 x7 y8             | -2         | y8 x7 = a1 (at a1)
downgrade | a1 x7 y8             | -3         | ! REV-025 "-3" goes past the base: only 2 of 3 steps are there.
downgrade | a1 b2 x7             | a@base     | x7 b2 a1 = empty (at base)

# two trees without a label
  a1 - b2
  x7 - y8
upgrade   |                      | base+1     | ! REV-023 "base+1" is ambiguous: after base come "a1" and "x7".
upgrade   | a1                   | +1         | b2 = a1 b2 (at b2)
upgrade   | a1                   | x@+1       | x7 = a1 x7 (at a1 x7)
upgrade   | a1 x7                | x@+1       | y8 = a1 x7 y8 (at a1 y8)
upgrade   | a1 b2                | heads      | x7 y8 = a1 b2 x7 y8 (at b2 y8)
downgrade | a1 b2 x7 y8          | x@base     | y8 x7 = a1 b2 (at b2)
downgrade | a1 b2 x7 y8          | y8-2       | y8 x7 = a1 b2 (at b2)
downgrade | a1 b2 x7 y8          | a@-1       | b2 = a1 x7 y8 (at a1 y8)
downgrade | a1 b2 x7 y8          | base       | y8 x7 b2 a1 = empty (at base)
stamp     | a1 b2                | y8         | +x7 +y8 = a1 b2 x7 y8 (at b2 y8)
stamp     | a1 b2 x7 y8          | a@base     | -b2 -a1 = x7 y8 (at y8)

# three children of one revision, one of them a branch point
  a1 - b2 - c3!deep
  b2 - d4
  a1 - e5
  a1 - f6 - g7
upgrade   |                      | b2@heads   | a1 b2 c3 d4 = a1 b2 c3 d4 (at c3 d4)
upgrade   |                      | b2@head    | ! REV-022 The branch "b2" has 2 heads: c3, d4.
upgrade   |                      | deep@head  | a1 b2 c3 = a1 b2 c3 (at c3)
upgrade   | a1                   | b2@+1      | b2 = a1 b2 (at b2)
upgrade   | a1 b2                | b2@+1      | ! REV-023 "b2@+1" is ambiguous: after "b2" come "c3" and "d4".
upgrade   | a1 b2                | deep@+1    | c3 = a1 b2 c3 (at c3)
downgrade | a1 b2 c3 d4 e5 f6 g7 | b2         | d4 c3 = a1 b2 e5 f6 g7 (at b2 e5 g7)
downgrade | a1 b2 c3 d4 e5 f6 g7 | deep@base  | c3 = a1 b2 d4 e5 f6 g7 (at d4 e5 g7)
downgrade | a1 b2 c3 d4 e5 f6 g7 | deep@b2    | c3 = a1 b2 d4 e5 f6 g7 (at d4 e5 g7)
downgrade | a1 b2 c3 d4 e5 f6 g7 | b2@base    | d4 c3 b2 = a1 e5 f6 g7 (at e5 g7)
downgrade | a1 b2 c3 d4 e5 f6 g7 | b2@-1      | ! REV-023 "b2@-1" is ambiguous, as the database has 2 heads of the branch "b2": c3, d4.
downgrade | a1 b2 c3 d4 e5 f6 g7 | f6@-1      | g7 = a1 b2 c3 d4 e5 f6 (at c3 d4 e5 f6)
downgrade | a1 b2 c3 d4 e5 f6 g7 | g7-1       | g7 = a1 b2 c3 d4 e5 f6 (at c3 d4 e5 f6)
downgrade | a1 b2 c3 d4 e5 f6 g7 | g7-2       | g7 f6 e5 d4 c3 b2 = a1 (at a1)
downgrade | a1 b2 c3 d4 e5 f6 g7 | f6@g7-2    | g7 f6 = a1 b2 c3 d4 e5 (at c3 d4 e5)
stamp     |                      | c3 d4 e5 g7 | +a1 +b2 +c3 +d4 +e5 +f6 +g7 = a1 b2 c3 d4 e5 f6 g7 (at c3 d4 e5 g7)
stamp     | a1 b2 c3 d4          | e5         | +e5 = a1 b2 c3 d4 e5 (at c3 d4 e5)
stamp     | a1 b2 c3 d4          | b2 e5      | -d4 -c3 +e5 = a1 b2 e5 (at b2 e5)

# ids that begin alike
  abc1 - abc2 - abd3
upgrade   |                      | ab         | ! REV-021 Several revisions start with "ab": "abc1", "abc2" and "abd3".
upgrade   |                      | abc        | ! REV-021 Several revisions start with "abc": "abc1" and "abc2".
upgrade   |                      | abd        | abc1 abc2 abd3 = abc1 abc2 abd3 (at abd3)
upgrade   |                      | abc1       | abc1 = abc1 (at abc1)
upgrade   |                      | abc2@abd   | abc1 abc2 abd3 = abc1 abc2 abd3 (at abd3)
upgrade   |                      | abc@head   | ! REV-021 Several revisions start with "abc": "abc1" and "abc2".
upgrade   |                      | abd33      | ! REV-020 There is no revision or branch "abd33".

# a label on the branch point's own line
  a1!main - b2 - c3
  b2 - d4!side
downgrade | a1 b2 c3 d4          | side@base  | d4 = a1 b2 c3 (at c3)
downgrade | a1 b2 c3 d4          | main@base  | d4 c3 b2 a1 = empty (at base)
downgrade | a1 b2 c3 d4          | c3@base    | c3 = a1 b2 d4 (at d4)
upgrade   |                      | main@head  | ! REV-022 The branch "main" has 2 heads: c3, d4.
upgrade   |                      | side@c3    | ! REV-026 Revision "c3" is not on the branch "side".
upgrade   |                      | main@heads | a1 b2 c3 d4 = a1 b2 c3 d4 (at c3 d4)

# no revision at all
upgrade   |                      | head       | nothing = empty (at base)
upgrade   |                      | heads      | nothing = empty (at base)
upgrade   |                      | +1         | ! REV-025 "+1" goes past the head: only 0 of 1 steps are there.
upgrade   |                      | base       | nothing = empty (at base)
downgrade |                      | base       | nothing = empty (at base)
downgrade |                      | -1         | ! REV-025 "-1" goes past the base: only 0 of 1 steps are there.
upgrade   |                      | a1         | ! REV-020 There is no revision or branch "a1".
stamp     |                      | head       | nothing = empty (at base)
`;
