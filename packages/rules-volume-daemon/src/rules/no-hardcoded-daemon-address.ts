import {
  argumentsOf,
  calledName,
  calleeOf,
  childrenOf,
  defineRule,
  initializerOf,
  mainPackages,
  matchesGlob,
  NAME_PATTERNS,
  NamePatterns,
  STRING_HOLE,
  StaticStrings,
  type GoNode,
  type SemanticModel,
} from "@gopherwood/core";
import { namesHost } from "../addresses.ts";
import { ownerExemptions } from "../owners.ts";

/** Source: the Volume Daemon chapter of the failover systems assessment. */
export default defineRule({
  name: "volume-daemon/no-hardcoded-daemon-address",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow the Volume Daemon's address in operation code.",
      task: "Take the Volume Daemon's address from its client",
      category: "Volume Daemon Usage",
    },
    messages: {
      hardcoded:
        "Take the Volume Daemon's address from the configuration, or the client from the caller, instead of writing '{{address}}'.",
    },
    options: {
      constructors: {
        description: "Functions that make a client of the daemon.",
        ...NAME_PATTERNS,
        default: ["common.NewVolumeClient"],
      },
    },
    exemptions: {
      ...ownerExemptions("Globs of the files that keep the address.", [
        "config/**",
        "volume-daemon/**",
      ]),
      mains: mainPackages(),
    },
    prefilter: ({ constructors }) => constructors.map(nameOf),
  },
  create(context, { constructors, ownerPaths }) {
    const { sourceCode, semantics } = context;
    const strings = new StaticStrings(sourceCode);
    const names = new Set(constructors.map(nameOf));
    const patterns = new NamePatterns(constructors, semantics);

    return {
      call_expression(node) {
        if (!names.has(calledName(node))) return;
        const callee = calleeOf(node, semantics);
        if (callee.kind === "unknown" && callee.operand === null)
          context.attest({ node, verdict: "undecided", reason: callee.reason });
        if (callee.kind !== "function" || !patterns.matches(callee)) return;

        const values = argumentsOf(node).flatMap((argument) => valuesIn(argument, semantics));
        const hardcoded = values
          .map((value) => ({ value, texts: strings.of(value) }))
          .find(({ texts }) => texts.every(namesHost));
        if (hardcoded) {
          const { value, texts } = hardcoded;
          const data = { address: (texts[0] ?? "").replaceAll(STRING_HOLE, "…") };
          // A struct may be filled elsewhere: then the call is reported.
          const isInCall = value.range[0] > node.range[0] && context.exemption === null;
          context.report({ node: isInCall ? value : node, messageId: "hardcoded", data });
        } else if (context.exemption === null) {
          const elsewhere = declaredElsewhere(values, semantics, ownerPaths);
          context.attest({ node, ...(elsewhere ?? { verdict: "compliant" }) });
        }
      },
    };
  },
});

/** Returns the name of a name pattern: `NewVolumeClient` of `common.NewVolumeClient`. */
function nameOf(pattern: string): string {
  return pattern.slice(pattern.lastIndexOf(".") + 1);
}

/** Returns the values of a struct literal, or the argument itself if it is none. */
function valuesIn(argument: GoNode, semantics: SemanticModel): readonly GoNode[] {
  let value: GoNode | null = argument;
  if (value.kind === "identifier") {
    const initializer = initializerOf(value, semantics);
    if (initializer && /^&?[\w.]+\{/u.test(initializer.text)) value = initializer;
  }
  if (value.kind === "unary_expression") value = value.operand;
  if (value.kind !== "composite_literal") return [argument];
  return childrenOf(value.body).flatMap((element) => {
    const field = element.kind === "keyed_element" ? element.value : element;
    const inner = field.kind === "literal_element" ? childrenOf(field)[0] : field;
    return inner ? [inner] : [];
  });
}

interface Elsewhere {
  readonly verdict: "exempt" | "undecided";
  readonly reason: string;
}

/** Returns the verdict on an address that another file declares, or null if none does. */
function declaredElsewhere(
  values: readonly GoNode[],
  semantics: SemanticModel,
  ownerPaths: readonly string[],
): Elsewhere | null {
  for (const value of values) {
    if (!mayBeString(value, semantics)) continue;
    if (value.kind === "identifier" && semantics.resolve(value) === null) {
      return { verdict: "undecided", reason: `'${value.text}' is declared in another file` };
    }
    const path =
      value.kind === "selector_expression"
        ? semantics.importOf(value.operand)?.path
        : undefined;
    if (path === undefined) continue;
    const owner = ownerPaths.find((glob) => matchesGlob(`/${path}/any.go`, glob));
    return owner === undefined
      ? { verdict: "undecided", reason: `'${value.text}' is declared in another package` }
      : { verdict: "exempt", reason: `owner: ${owner}` };
  }
  return null;
}

function mayBeString(value: GoNode, semantics: SemanticModel): boolean {
  const type = semantics.typeOf(value);
  return type.kind === "unknown" || (type.kind === "named" && type.name === "string");
}
