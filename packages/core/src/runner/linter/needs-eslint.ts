/** Thrown by a lint without ESLint at something that ESLint alone knows what to do about. */
export class NeedsEslint extends Error {
  override readonly name = "NeedsEslint";
}
