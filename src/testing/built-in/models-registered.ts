import { relative } from "node:path";
import { quotedList } from "../../base/text.ts";
import { tablesInFiles } from "../tables-in-files.ts";
import { candidateFiles } from "../candidate-files.ts";
import { failure, type BuiltInTest } from "./built-in-test.ts";
import { findModelFiles } from "../../readers/models/find-files.ts";

export const modelsRegistered: BuiltInTest = {
  scope: "project",
  run: async (project, warn) => {
    const { config, options } = project;
    const registered = await findModelFiles(config.models, config.folder);
    const candidates = await candidateFiles(registered, config, options.modelFiles);
    const read = await tablesInFiles([...registered, ...candidates], project.timeout);
    const known = new Set(registered.flatMap((file) => read.get(file)?.tables ?? []));
    const path = (file: string) => relative(config.folder, file);
    for (const file of candidates) {
      const fault = read.get(file)?.fault;
      if (fault !== undefined) warn(`${path(file)} could not be imported, so its tables are not known: ${fault}`);
    }
    const outside = candidates.map((file) => ({ file, tables: (read.get(file)?.tables ?? []).filter((table) => !known.has(table)) })).filter(({ tables }) => tables.length);
    if (!outside.length) return;
    const tables = outside.flatMap((each) => each.tables).sort();
    throw failure("TST-106", `The ${tables.length === 1 ? "table" : "tables"} ${quotedList(tables)} ${tables.length === 1 ? "is" : "are"} declared in files that the config's \`models\` does not name, so no revision knows of ${tables.length === 1 ? "it" : "them"}.`, {
      details: outside.map((each) => `  ${path(each.file)}: ${each.tables.join(", ")}`),
      hint: `Name the ${outside.length === 1 ? "file" : "files"} in \`models\`, or say with \`modelFiles\` where to look.`,
    });
  },
};
