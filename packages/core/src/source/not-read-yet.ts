/** The error of a rule that asks for packages which are read later: it runs again then. */
export class NotReadYet extends Error {
  override readonly name = "NotReadYet";

  constructor() {
    super("Other packages are not read yet.");
  }
}
