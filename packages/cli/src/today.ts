/**
 * Returns the day, `YYYY-MM-DD`: that of `SOURCE_DATE_EPOCH` (seconds since 1970), which makes
 * builds repeatable, else today.
 */
export function today(env: Readonly<Record<string, string | undefined>>): string {
  const epoch = env["SOURCE_DATE_EPOCH"];
  if (epoch !== undefined && /^\d{1,11}$/u.test(epoch)) {
    return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
  }
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) =>
    String(part).padStart(2, "0"),
  );
  return `${now.getFullYear()}-${month}-${day}`;
}
