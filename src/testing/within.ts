import { GravenError } from "../base/errors.ts";

/** Waits for work that may never end. Throws TST-010 after so many milliseconds; the work itself is left to its fate. */
export async function within<T>(milliseconds: number, subject: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new GravenError("TST-010", `${subject} has not ended within ${milliseconds / 1000} seconds.`, { hint: "Does it await something that never comes? A longer time is given with the option `timeout`." }));
    }, milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => {});
  }
}
