export { reversibleText, stepFacts } from "../checks/formats/step-text.ts";
