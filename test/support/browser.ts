import { existsSync } from "node:fs";
import type { Browser } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executable = process.env["GRAVEN_TEST_CHROMIUM"] ?? places.find((path) => existsSync(path));

/** Why there is no browser here, or nothing. In CI one that is missing is a failure, not a skip. */
export function missingBrowser(): string | undefined {
  if (executable !== undefined) return undefined;
  const reason = `no Chromium at ${places.join(", ")}, and GRAVEN_TEST_CHROMIUM names none`;
  if (process.env["CI"]) throw new Error(`${reason}. In CI the tests must have one.`);
  return reason;
}

/** A real browser without a window, which asks nobody for anything by itself. */
export async function openBrowser(): Promise<Browser> {
  const { chromium } = await import("playwright-core");
  return chromium.launch({ executablePath: executable!, args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
}
