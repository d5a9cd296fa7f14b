export { formatSource, resolvePrettierConfig } from "./format.ts";
export { editRevisionHeader } from "./header.ts";
export { addSeedBlock } from "./seed-block.ts";
export { writeEmptyRevision, writeRevision } from "./revision.ts";
export type { RevisionSource } from "./source.ts";
export { readTemplate } from "./template-files.ts";
