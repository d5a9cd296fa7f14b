-- rename table person to human
ALTER TABLE "person" RENAME TO "human";
