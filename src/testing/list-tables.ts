// Run as a process of its own: reads a JSON list of files from its input, and writes the tables that each exports.
import { text } from "node:stream/consumers";
import { messageOf } from "../base/errors.ts";
import { declarationOf } from "../models/table.ts";
import { loadModule } from "../modules/load.ts";
import { tablesIn } from "../readers/models/read-models.ts";
import { keyOf } from "../schema/key.ts";

const found: Record<string, { tables: string[]; fault?: string }> = {};
for (const file of JSON.parse(await text(process.stdin)) as string[]) {
  try {
    found[file] = { tables: tablesIn(await loadModule(file)).map((table) => keyOf(declarationOf(table))) };
  } catch (error) {
    found[file] = { tables: [], fault: messageOf(error) };
  }
}
process.stdout.write(`<graven>${JSON.stringify(found)}</graven>`, () => process.exit(0));
