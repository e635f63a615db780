const MARKER = /^-- (.+) --\r?\n?$/u;

/** Returns true if the text has a txtar file marker, `-- name --` on a line of its own. */
export function isTxtar(text: string): boolean {
  return /^-- .+ --\r?$/mu.test(text);
}

/**
 * Returns the files of a txtar text (https://pkg.go.dev/golang.org/x/tools/txtar) by their
 * names. The text before the first marker is a comment.
 *
 * @throws {Error} If a name is there twice.
 */
export function parseTxtar(text: string): Record<string, string> {
  const files: Record<string, string> = {};
  let current: string | undefined;
  for (const line of text.split(/(?<=\n)/u)) {
    const name = MARKER.exec(line)?.[1]?.trim();
    if (name !== undefined) {
      if (name in files) throw new Error(`The file '${name}' is in the text twice.`);
      files[name] = "";
      current = name;
    } else if (current !== undefined) {
      files[current] = (files[current] ?? "") + line;
    }
  }
  return files;
}
