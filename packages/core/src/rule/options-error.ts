/** The error of a rule's options that a schema cannot check: its message says what is wrong. */
export class OptionsError extends Error {
  override readonly name = "OptionsError";
}
