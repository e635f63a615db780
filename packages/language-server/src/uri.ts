import { fileURLToPath } from "node:url";

/** Returns the path of a file's address, or null. */
export function pathOf(uri: string): string | null {
  try {
    return fileURLToPath(uri);
  } catch {
    return null;
  }
}
