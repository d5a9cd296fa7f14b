import * as fc from "fast-check";

// The same inputs on every run, so that a failure is one of the change. GRAVEN_SEED=random looks further, GRAVEN_RUNS longer.
const seed = process.env["GRAVEN_SEED"] ?? "2013";
if (seed !== "random") fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
