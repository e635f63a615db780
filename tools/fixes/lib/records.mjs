/** Log records of logrus' JSON formatter and slog's JSON handler, made comparable. */

const LEVELS = {
  trace: "TRACE",
  "DEBUG-4": "TRACE",
  debug: "DEBUG",
  info: "INFO",
  warning: "WARN",
  error: "ERROR",
  // A call that ends the program or the goroutine writes an error that says so.
  fatal: "ERROR",
  panic: "ERROR",
};

/**
 * The records in a text, one a line, without their times: each as JSON with its keys in
 * order and its level as slog names it. Lines that are no records stay as they are.
 *
 * @param text What a program wrote.
 */
export function recordsOf(text) {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map(recordOf);
}

function recordOf(line) {
  let record;
  try {
    record = JSON.parse(line);
  } catch {
    return line;
  }
  if (typeof record?.level !== "string") return line;
  const fields = Object.entries(record).filter(([key]) => key !== "time" && key !== "level");
  fields.push(["level", LEVELS[record.level] ?? record.level]);
  return JSON.stringify(Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1))));
}

/**
 * A record without what differs between two runs of one program: addresses, numbers,
 * names of temporary files.
 */
export function withoutNoise(record) {
  return record
    .replace(/(?:\/[\w.+-]+){2,}/gu, "/path")
    .replace(/\b[0-9a-f]{7,}\b/gu, "#")
    .replace(/\d+/gu, "#");
}

/** Returns the records of one list that the other does not have, by count. */
export function missingIn(these, those) {
  const counts = new Map();
  for (const record of those) counts.set(record, (counts.get(record) ?? 0) + 1);
  return these.filter((record) => {
    const left = counts.get(record) ?? 0;
    counts.set(record, left - 1);
    return left <= 0;
  });
}
