export { formatSource, resolvePrettierConfig } from "./format.ts";
export { editRevisionHeader } from "./header.ts";
export { writeEmptyRevision, writeRevision } from "./revision.ts";
export type { AnnotatedOperation, EmptyRevision, PrettierOptions, RevisionHeader, RevisionSource, WriteOptions } from "./source.ts";
export { readTemplate, type TemplateName } from "./template-files.ts";
