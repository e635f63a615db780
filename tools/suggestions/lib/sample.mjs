/** Returns at most `size` edits, as many of each rule as there are, or an equal share. */
export function sample(edits, size, seed) {
  const rules = new Map();
  for (const edit of edits) {
    const key = `${edit.ruleId} ${edit.kind}`;
    rules.set(key, [...(rules.get(key) ?? []), edit]);
  }
  const smallFirst = [...rules.values()].sort((a, b) => a.length - b.length);
  let left = size;
  return smallFirst.flatMap((ofRule, index) => {
    const share = Math.floor(left / (smallFirst.length - index));
    const chosen = shuffled(ofRule, seed).slice(0, share);
    left -= chosen.length;
    return chosen;
  });
}

function shuffled(items, seed) {
  let state = seed;
  const random = () => (state = (state * 1103515245 + 12345) % 2147483648);
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
