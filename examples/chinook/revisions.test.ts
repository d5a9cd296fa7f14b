import { revisionTests } from "graven/testing";

revisionTests({ config: "./graven.config.ts", url: "sqlite:", fakeRows: 5 });
