import { setTimeout as pause } from "node:timers/promises";
import { GravenError } from "../base/errors.ts";

/** Asks again and again until the lock is taken. Throws DRV-005 after `timeout` milliseconds. */
export async function pollLock(title: string, timeout: number, tryLock: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + timeout;
  while (!(await tryLock())) {
    const left = deadline - Date.now();
    if (left <= 0) throw lockTaken(title, timeout);
    await pause(Math.min(100, left));
  }
}

export function lockTaken(title: string, timeout: number): GravenError {
  return new GravenError("DRV-005", `Another process is changing the ${title}, and has not finished within ${timeout / 1000} seconds.`, { hint: "Wait for it to end, then try again." });
}
