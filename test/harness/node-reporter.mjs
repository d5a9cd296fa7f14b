// Writes what Node's test runner reports as one JSON object: the path of names, the outcome, the message.
export default async function* report(source) {
  const path = [];
  const tests = [];
  const told = [];
  for await (const { type, data } of source) {
    if (type === "test:start") {
      path.length = data.nesting;
      path[data.nesting] = data.name;
    }
    if ((type === "test:pass" || type === "test:fail") && data.nesting >= 2 && data.details?.type !== "suite") {
      const error = data.details?.error;
      tests.push({ path: [...path.slice(0, data.nesting), data.name], status: type === "test:pass" ? (data.skip === undefined ? "passed" : "skipped") : "failed", message: error?.cause?.message ?? error?.message ?? "" });
    }
    if (type === "test:diagnostic") told.push(data.message);
  }
  yield JSON.stringify({ tests, told: told.join("\n") });
}
