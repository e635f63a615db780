import { parseStubs } from "../semantics/packages/stub-source.ts";
import { addStubs } from "../semantics/model/semantics-of.ts";
import { assertSelectors } from "../source/subscriptions.ts";
import { exemptionOptions, isExemptByPath, type Exemptions } from "./exemptions.ts";
import { assertOptions, defaultsOf, schemaOf, type OptionDeclarations } from "./options.ts";
import { passesTest, prefilterTests } from "./prefilter.ts";
import { ruleContext } from "./rule-context.ts";
import { fileInTree } from "./file-in-tree.ts";
import type {
  FileInTree,
  GoRule,
  GoRuleContext,
  RuleDeclaration,
  RuleListeners,
  RuleOptions,
} from "./types.ts";

// eslint-disable-next-line @typescript-eslint/no-generated-empty-object-type -- no option at all
type None = Record<never, never>;

/**
 * Defines a rule. Its schema and defaults are made of `meta.options` and `meta.exemptions`; the
 * address of its page comes from its pack, see `definePack`, if `meta.docs.url` has none.
 */
export function defineRule<
  MessageIds extends string,
  const Declared extends OptionDeclarations = None,
  const Exempt extends Exemptions = None,
  Listeners extends RuleListeners = RuleListeners,
  Answer = undefined,
>(
  rule: RuleDeclaration<Declared, Exempt, MessageIds, Listeners, Answer>,
): GoRule<[RuleOptions<Declared, Exempt>], MessageIds> {
  type Options = RuleOptions<Declared, Exempt>;
  assertRule({ ...rule });
  const { name, askTree } = rule;
  const { options = {}, exemptions = {}, stubs, prefilter, ...meta } = rule.meta;
  const declared = { ...options, ...exemptionOptions(exemptions) };
  assertOptions(name, declared);
  const packages = stubs && parseStubs(stubs);
  return {
    name,
    meta: {
      ...meta,
      schema: schemaOf(declared),
      defaultOptions: defaultsOf(declared) as [Options],
      ...(prefilter && {
        prefilter:
          typeof prefilter === "function"
            ? ([given]: [Options]) => prefilter(given)
            : prefilter,
      }),
      ...(Object.keys(exemptions).length > 0 && {
        leavesAlone: (path: string, [given]: [Options]) =>
          isExemptByPath(path, exemptions, given),
      }),
      ...(askTree && {
        askTree: (file: FileInTree, [given]: [Options]) => askTree(file, given),
      }),
    },
    create(context) {
      const base = context as unknown as GoRuleContext<[Options], MessageIds>;
      const { sourceCode, options: given } = base;
      if (sourceCode.skipped) return {};
      // The runner asks before it parses; asking here makes plain ESLint say the same.
      if (!sourceCode.isPrefiltered) {
        const tests = prefilterTests(this.meta.prefilter, given);
        if (tests?.some((test) => passesTest(sourceCode.text, test)) === false) return {};
      }
      if (packages) addStubs(sourceCode, packages);
      const [first = {} as Options] = given as readonly (Options | undefined)[];
      const ours = ruleContext(base, exemptions);
      if (sourceCode.isBrief && ours.exemption !== null) return {};
      const answer = askTree?.(fileInTree(sourceCode.path, sourceCode.fileSystem), first);
      if (askTree) sourceCode.noteTreeAnswer({ options: given, answer });
      const listeners = rule.create(ours, first, answer as Answer);
      assertSelectors(Object.keys(listeners));
      return listeners;
    },
  };
}

/** @throws {TypeError} If a rule lacks what TypeScript asks for, which authors without it may forget. */
function assertRule({ name, meta, create }: Readonly<Record<string, unknown>>): void {
  if (typeof name !== "string" || name === "") {
    throw new TypeError(
      "A rule needs a 'name', of its pack's namespace and its own: 'pets/no-cats'.",
    );
  }
  if (typeof meta !== "object" || meta === null) {
    throw new TypeError(`Rule '${name}' needs 'meta', with its 'docs' and 'messages'.`);
  }
  const { prefilter = [] } = meta as { prefilter?: unknown };
  if (typeof prefilter !== "function" && !Array.isArray(prefilter)) {
    throw new TypeError(`The 'meta.prefilter' of rule '${name}' is no list of words.`);
  }
  if (typeof create !== "function") {
    throw new TypeError(`Rule '${name}' needs a function 'create', which returns listeners.`);
  }
}
