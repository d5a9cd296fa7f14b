import { setTimeout as pause } from "node:timers/promises";
import { GravenError } from "../base/errors.ts";
import type { Lock, LockWait, Session } from "./connection.ts";

interface Attempt {
  /** What is locked, such as `database "shop" on localhost`. */
  readonly title: string;
  readonly wait: LockWait;
  readonly tryLock: () => Promise<boolean>;
  /** Who holds it, where that can be told. */
  readonly holder: () => Promise<string | undefined>;
}

/** Milliseconds until it is told that somebody else holds the lock; and between two tries, the longest and the share of the time waited so far. */
const patience = 500;
const longest = 1000;
const share = 0.2;

/** Asks again and again until the lock is taken. Throws DRV-005 when the time is over, RUN-034 when it was stopped. */
export async function pollLock({ title, wait, tryLock, holder }: Attempt): Promise<void> {
  const started = Date.now();
  let told = false;
  while (!(await tryLock())) {
    const waited = Date.now() - started;
    if (waited >= wait.timeout) throw lockTaken(title, wait.timeout, await holder());
    if (!told && waited >= patience) {
      told = true;
      wait.onWait?.(await holder());
    }
    await pause(Math.min(Math.max(25, waited * share * (0.5 + Math.random())), longest, wait.timeout - waited), undefined, { signal: wait.signal }).catch(() => {});
    if (wait.signal?.aborted) throw new GravenError("RUN-034", `Stopped while it waited for the lock of the ${title}; nothing was run.`);
  }
}

function lockTaken(title: string, timeout: number, holder: string | undefined): GravenError {
  return new GravenError("DRV-005", `Another process is changing the ${title}, and has not finished within ${timeout === 1000 ? "1 second" : `${timeout / 1000} seconds`}${holder === undefined ? "" : `: ${holder}`}.`, {
    hint: "Wait for it to end, then try again; --lock-timeout says how many seconds to wait.",
  });
}

/** Takes a lock in a session of its own where there can be one, and then in the working session. */
export async function lockTwice(session: Session, name: string, wait: LockWait): Promise<Lock> {
  const own = await session.another?.();
  if (!own) return session.lock(name, wait);
  try {
    const outer = await own.lock(name, wait);
    // What a killed process left running in the server ends with its session, and this lock with it.
    const inner = await session.lock(`${name} at work`, wait);
    return {
      query: async (sql) => (await own.run(sql, [])).rows,
      release: async () => {
        // A session that is gone has let go of its lock by itself.
        await inner.release().catch(() => {});
        await outer.release().catch(() => {});
        await own.close().catch(() => {});
      },
    };
  } catch (error) {
    await own.close().catch(() => {});
    throw error;
  }
}
