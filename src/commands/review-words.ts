export { objectText, partText } from "../checks/difference.ts";
export { reversibleText, stepFacts } from "../checks/formats/step-text.ts";
