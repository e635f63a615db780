/** The properties by which a finding is known again in a later run: no line is among them. */
export interface Identity {
  readonly ruleId: string;
  /** The path of its file. */
  readonly file: string;
  /** The declaration around it; empty at package level. */
  readonly symbol: string;
  /** Stands for its code. */
  readonly fingerprint?: string;
}

/** Findings of an earlier and of a later run that are the same. */
export interface Pair<B, A> {
  readonly from: B;
  readonly to: A;
}

/** The pairs of two lists, and what of each has no partner, in the lists' order. */
export interface Pairing<B, A> {
  readonly pairs: readonly Pair<B, A>[];
  readonly left: readonly B[];
  readonly right: readonly A[];
}

/** Tests of the places of findings, for `pairMoved`. */
export interface PlaceTests<B, A> {
  /** Returns true if the file or the declaration of an earlier finding is no longer there. */
  readonly isGone: (finding: B) => boolean;
  /** Returns true if the file or the declaration of a later finding was not there before. */
  readonly isNew: (finding: A) => boolean;
}

/** Pairs findings with the same rule, file, declaration and code, in their order. */
export function pairInPlace<B extends Identity, A extends Identity>(
  before: readonly B[],
  after: readonly A[],
): Pairing<B, A> {
  return pairBy(before, after, ({ ruleId, file, symbol, fingerprint }) =>
    [ruleId, file, symbol, fingerprint].join("\0"),
  );
}

/**
 * Pairs findings with the same rule and code in a declaration that moved to another file, or
 * that has another name: the earlier place is gone, and the later one is new.
 */
export function pairMoved<B extends Identity, A extends Identity>(
  before: readonly B[],
  after: readonly A[],
  { isGone, isNew }: PlaceTests<B, A>,
): Pairing<B, A> {
  const elsewhere = pairBy(
    before.filter(isGone),
    after.filter(isNew),
    ({ ruleId, symbol, fingerprint }) => [ruleId, symbol, fingerprint].join("\0"),
  );
  const renamed = pairBy(elsewhere.left, elsewhere.right, ({ ruleId, file, fingerprint }) =>
    [ruleId, file, fingerprint].join("\0"),
  );
  const pairs = [...elsewhere.pairs, ...renamed.pairs];
  const [from, to] = [new Set(pairs.map((pair) => pair.from)), new Set(pairs.map((p) => p.to))];
  return {
    pairs,
    left: before.filter((finding) => !from.has(finding)),
    right: after.filter((finding) => !to.has(finding)),
  };
}

/** Pairs findings of the same key in their order. */
function pairBy<B extends Identity, A extends Identity>(
  before: readonly B[],
  after: readonly A[],
  keyOf: (finding: Identity) => string,
): Pairing<B, A> {
  const waiting = new Map<string, B[]>();
  for (const finding of before) {
    const key = keyOf(finding);
    const known = waiting.get(key);
    if (known) known.push(finding);
    else waiting.set(key, [finding]);
  }
  const pairs: Pair<B, A>[] = [];
  const right: A[] = [];
  for (const to of after) {
    const from = waiting.get(keyOf(to))?.shift();
    if (from) pairs.push({ from, to });
    else right.push(to);
  }
  const left = new Set([...waiting.values()].flat());
  return { pairs, left: before.filter((finding) => left.has(finding)), right };
}
