import {
  calledName,
  calleeOf,
  defineLegacyRule,
  initializerOf,
  matchesGlob,
  matchesName,
  NAME_PATTERN_LIST,
  semanticsOf,
  STRING_LIST,
  StaticStrings,
  type SemanticModel,
  type GoNode,
} from "@gopherwood/core";
import { namesHost } from "../addresses.ts";
import { ownerOf, testsSchema, type OwnerOptions } from "../owners.ts";

export interface Options extends OwnerOptions {
  /** Functions that make a client of the daemon, such as `common.NewVolumeClient`. */
  readonly constructors: readonly string[];
  /** Look at `main` packages as well. */
  readonly mains: boolean;
}

/** Source: the Volume Daemon chapter of the failover systems assessment. */
export default defineLegacyRule<[Options], "hardcoded">({
  name: "volume-daemon/no-hardcoded-daemon-address",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow the Volume Daemon's address in operation code.",
      category: "Volume Daemon Usage",
      recommended: false,
    },
    messages: {
      hardcoded:
        "Take the Volume Daemon's address from the configuration, or the client from the caller, instead of writing '{{address}}'.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          constructors: {
            description: "Functions that make a client of the daemon.",
            ...NAME_PATTERN_LIST,
          },
          ownerPaths: {
            description: "Globs of the files that keep the address.",
            ...STRING_LIST,
          },
          tests: testsSchema,
          mains: { description: "Look at main packages as well.", type: "boolean" },
        },
      },
    ],
    defaultOptions: [
      {
        constructors: ["common.NewVolumeClient"],
        ownerPaths: ["config/**", "volume-daemon/**"],
        tests: false,
        mains: false,
      },
    ],
    prefilter: ([{ constructors }]) =>
      constructors.map((name) => name.slice(name.lastIndexOf(".") + 1)),
  },
  create(context) {
    const [options] = context.options;
    const { filename, sourceCode } = context;
    const semantics = semanticsOf(sourceCode);
    const strings = new StaticStrings(sourceCode);
    const wanted = new Set(
      options.constructors.map((name) => name.slice(name.lastIndexOf(".") + 1)),
    );
    const owner =
      ownerOf(filename, options) ??
      (!options.mains && semantics.packageName === "main" ? "main package" : null);

    return {
      call_expression(node) {
        if (!wanted.has(calledName(node))) return;
        const callee = calleeOf(node, semantics);
        if (callee.kind === "unknown") {
          if (owner === null && callee.operand === null) {
            context.attest({ node, verdict: "undecided", reason: callee.reason });
          }
          return;
        }
        if (callee.kind !== "function") return;
        const isConstructor = options.constructors.some((pattern) =>
          matchesName(pattern, callee, semantics.packageName),
        );
        if (!isConstructor) return;

        const values = node.arguments.namedChildren.flatMap((value) =>
          valuesIn(value, semantics),
        );
        const hardcoded = values
          .map((value) => ({ value, all: strings.of(value) }))
          .find(({ all }) => all.every(namesHost));
        if (hardcoded) {
          const { value, all } = hardcoded;
          if (owner !== null) {
            context.attest({ node, verdict: "exempt", reason: owner });
            return;
          }
          const data = { address: (all[0] ?? "").replaceAll("\uFFFC", "…") };
          // A struct may be filled elsewhere; the call is what is judged.
          const isInCall = value.range[0] > node.range[0];
          context.report({ node: isInCall ? value : node, messageId: "hardcoded", data });
        } else if (owner === null) {
          const reason = foreignReason(values, semantics, options);
          context.attest(
            reason === null ? { node, verdict: "compliant" } : { node, ...reason },
          );
        }
      },
    };
  },
});

/** An argument, or the values of the struct literal that it is. */
function valuesIn(argument: GoNode, semantics: SemanticModel): readonly GoNode[] {
  let value: GoNode | null = argument;
  if (value.kind === "identifier") {
    const initializer = initializerOf(value, semantics);
    if (initializer && /^&?[\w.]+\{/u.test(initializer.text)) value = initializer;
  }
  if (value.kind === "unary_expression") value = value.operand;
  if (value.kind !== "composite_literal") return [argument];
  return value.body.namedChildren.flatMap((element) => {
    const held = element.kind === "keyed_element" ? element.value : element;
    const inner = held.kind === "literal_element" ? held.namedChildren[0] : held;
    return inner ? [inner] : [];
  });
}

type Elsewhere =
  | { readonly verdict: "exempt"; readonly reason: string }
  | { readonly verdict: "undecided"; readonly reason: string };

/** What is to be said of an address that another file declares, or null if none does. */
function foreignReason(
  values: readonly GoNode[],
  semantics: SemanticModel,
  { ownerPaths }: Options,
): Elsewhere | null {
  for (const value of values) {
    if (!mayBeText(value, semantics)) continue;
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

function mayBeText(value: GoNode, semantics: SemanticModel): boolean {
  const type = semantics.typeOf(value);
  return type.kind === "unknown" || (type.kind === "named" && type.name === "string");
}
