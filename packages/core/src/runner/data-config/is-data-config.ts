const DATA = /\.(?:ya?ml|json)$/u;

/** Returns true for the path of a config without code. */
export function isDataConfig(path: string): boolean {
  return DATA.test(path);
}
