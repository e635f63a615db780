/** Input that nothing can be made of; the message is for the user. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
