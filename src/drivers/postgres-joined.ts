import type { Client } from "pg";

/** What of pg's protocol connection a message needs; its types tell less. */
interface Protocol {
  query(text: string): void;
  sendCopyFail(message: string): void;
}

/**
 * Sends statements, each a single one, as one message through `pg`, whose queries may be objects of one's own (a Submittable), and
 * tells of each when it is done. The server stops at the first that fails, whose error is thrown; so is what `onDone` throws, in the end.
 */
export function executeJoined(client: Client, statements: readonly string[], onDone: (at: number) => void): Promise<void> {
  const text = statements.join(";\n");
  let done = 0;
  let fault: { readonly error: unknown } | undefined;
  return new Promise((resolve, reject) => {
    client.query({
      text,
      submit: (connection: Protocol) => {
        connection.query(text);
      },
      handleCommandComplete: () => {
        try {
          onDone(done++);
        } catch (error) {
          // Thrown here it would end the process, as nobody stands between this and the socket.
          fault ??= { error };
        }
      },
      handleReadyForQuery: () => (fault ? reject(fault.error) : resolve()),
      handleError: reject,
      // Nobody has asked for rows, or has any to copy.
      handleRowDescription: () => {},
      handleDataRow: () => {},
      handleEmptyQuery: () => {},
      handleCopyData: () => {},
      handleCopyInResponse: (connection: Protocol) => connection.sendCopyFail("No rows are given."),
    } as never);
  });
}
