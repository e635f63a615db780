/** The error of what the server does not do, with a message for the assistant and its user. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
}
