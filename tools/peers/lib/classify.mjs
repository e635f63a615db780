/**
 * Compares findings with sites by file and line, and counts the differences by class: the
 * first pattern of the peer that matches what both say of the line.
 *
 * @param built The files that the linter could see.
 * @param ours The sites of our rule, and the generated files, which it does not look at.
 */
export function classify(peer, theirs, { sites: all, generated }, built) {
  const isAsked = peer.asks ?? (() => true);
  const answers = peer.answers ?? (() => true);
  const judged = byLine(all.filter(answers));
  const found = byLine(theirs.filter(isAsked).map((finding) => onSite(finding, judged)));
  const classes = new Map();
  let both = 0;
  for (const key of new Set([...found.keys(), ...judged.keys()])) {
    const [messages, sites] = [found.get(key) ?? [], judged.get(key) ?? []];
    const isOurs = sites.some(({ verdict }) => verdict === "violation");
    if (isOurs && messages.length > 0) both += 1;
    if (isOurs === messages.length > 0) continue;
    const said = describe(messages, sites);
    const file = key.replace(/:\d+$/u, "");
    const [, name] = peer.classes.find(([pattern]) => pattern.test(said)) ?? [];
    const place = `${key}  ${said}`;
    if (generated.has(file)) add(classes, "generated", place);
    else
      add(classes, built.has(file) ? (name ?? unexplained(isOurs)) : "not built here", place);
  }
  return { both, classes };
}

/** Returns a finding at the line of the site that it is about: the last one from its first line on. */
function onSite(finding, judged) {
  const { file, line, firstLine = line } = finding;
  for (let at = line; at >= firstLine; at -= 1) {
    if (judged.has(`${file}:${at}`)) return { ...finding, line: at };
  }
  return finding;
}

function unexplained(isOurs) {
  return `unexplained: ${isOurs ? "ours" : "theirs"} alone`;
}

/** Returns what both say of a line: `theirs: message; ours: exempt, reason`. */
function describe(messages, sites) {
  const theirs = messages.map(({ message }) => message).join(" / ");
  const verdicts = sites.map(
    ({ verdict, reason, messageId, subject }) =>
      `${verdict}, ${reason ?? messageId ?? ""}, ${subject.replace(/\s+/gu, " ").slice(0, 80)}`,
  );
  return `theirs: ${theirs || "nothing"}; ours: ${[...new Set(verdicts)].join(" / ") || "nothing"}`;
}

function byLine(items) {
  const lines = new Map();
  for (const item of items) add(lines, `${item.file}:${item.line}`, item);
  return lines;
}

function add(map, key, value) {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
