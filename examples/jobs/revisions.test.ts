import { revisionTests } from "graven/testing";

// Every revision of this example goes up, down and up again, with twenty made-up rows in each table.
revisionTests({ config: "./graven.config.ts", url: "sqlite:", fakeRows: 20 });
