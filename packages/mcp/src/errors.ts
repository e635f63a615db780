/** The error of what the server does not do, with a message for the assistant and its user. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
}

/** Returns the message of an error that has one for the user, or the stack of any other. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { name, message, stack = message } = error;
  return /^(?:Config|Pattern|Refused|Usage)Error$/u.test(name) ? message : stack;
}
