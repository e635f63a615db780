import { mayBeginStatement, operandOf } from "./call-chain.ts";
import { OperandNames } from "./operand-names.ts";

/** The calls that `methodCallTest` leaves out. */
interface MethodCallOptions {
  /**
   * False if methods of what a function of an imported package returns do not count:
   * `pkg.New().Info()`, and `l.Info()` after `l := pkg.New()`. Default: true.
   */
  readonly ofResults?: boolean;
  /** False for methods that return nothing: a call of them is a statement. Default: true. */
  readonly haveResults?: boolean;
}

/**
 * Returns a test for a prefilter: true for a text that may call a method with one of some names.
 * A function of an imported package is no method, nor is one of a test's `t`, and `Error()`
 * is what every error has.
 *
 * @param methods Match whole names: each begins with `^` and ends with `$`.
 */
export function methodCallTest(
  methods: readonly RegExp[],
  { ofResults = true, haveResults = true }: MethodCallOptions = {},
): (text: string) => boolean {
  if (methods.length === 0) return () => false;
  const sources = methods.map(({ source }) => source.slice(1, -1));
  const calls = new RegExp(`\\b(?:${sources.join("|")})\\s*\\(`, "gu");
  return (text) => {
    let names: OperandNames | undefined;
    for (const { index, 0: call } of text.matchAll(calls)) {
      const operand = operandOf(text, index);
      if (!operand || (call === "Error(" && text[index + call.length] === ")")) continue;
      const { start, root, hasCalls } = operand;
      if (!haveResults && start !== null && !mayBeginStatement(text, start)) continue;
      if (root === null || (hasCalls && ofResults)) return true;
      names ??= namesIn(text);
      if (!names.isPackageOrTest(root) && (ofResults || !names.isResult(root))) return true;
    }
    return false;
  };
}

/** The names of the text that was tested last: several rules test each. */
let last = new OperandNames("");

function namesIn(text: string): OperandNames {
  if (last.text !== text) last = new OperandNames(text);
  return last;
}
