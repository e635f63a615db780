import {
  childrenOf,
  contains,
  defineRule,
  mainPackages,
  NAME_PATTERNS,
  NamePatterns,
  packageNames,
  paths,
  testFiles,
  withoutPointer,
  type GoNode,
  type MethodDeclarationNode,
} from "@gopherwood/core";
import { pathsOf } from "../loggers/known-loggers.ts";

const PLACES = ["field", "variable", "parameter", "result", "type"] as const;

type Place = (typeof PLACES)[number];

const LOGRUS_TYPES = ["Logger", "Entry", "FieldLogger", "StdLogger", "Ext1FieldLogger"];

/** The methods of logrus' interface `FieldLogger` that return an entry. */
const FIELD_LOGGER = /^With(?:Error|Fields?)$/u;

/** The methods of logrus' interfaces `Hook` and `Formatter`. */
const CALLBACK = /^(?:Fire|Format)$/u;

/** Source: the logging standards of the failover systems assessment. */
export default defineRule({
  name: "logging/no-stored-entry",
  meta: {
    type: "suggestion",
    docs: {
      description: "Disallow loggers that are kept in fields and variables or passed around.",
      task: "Get loggers from the context instead of keeping them",
      category: "Logging Standards",
    },
    messages: {
      stored:
        "Do not keep a {{type}} ({{place}}): make the logger where it is used, from the context.",
      storedInstead:
        "Do not keep a {{type}} ({{place}}): keep a {{wanted}} and take the logger from it where it is used.",
    },
    options: {
      types: {
        description: "The types of logger that must not be kept.",
        ...NAME_PATTERNS,
        default: pathsOf("logrus").flatMap((path) =>
          LOGRUS_TYPES.map((type) => `${path}.${type}`),
        ),
      },
      wanted: {
        description: "The types to keep instead: their declarations are compliant.",
        ...NAME_PATTERNS,
        default: ["joblog.Tracker", "logging.OperationLogger", "logging.OperationContext"],
      },
      places: {
        description: "The declarations that are judged.",
        type: "array",
        items: { enum: PLACES },
        uniqueItems: true,
        default: PLACES,
      },
    },
    exemptions: {
      tests: testFiles(),
      exemptPaths: paths(),
      mains: mainPackages(),
      exemptPackages: packageNames(["joblog", "logging", "log", "logger"]),
    },
    prefilter: ({ types, wanted }) =>
      [...types, ...wanted].map((pattern) => pattern.slice(0, pattern.lastIndexOf("."))),
  },
  create(context, { places, ...options }) {
    const { semantics, sourceCode } = context;
    const wanted = new NamePatterns(options.wanted, semantics);
    const unwanted = new NamePatterns(options.types, semantics);
    const wantedTypes = options.wanted.join(" or ");

    type TypeName = { readonly importPath: string; readonly name: string };

    function judge(node: GoNode, place: Place, type: TypeName, text: string) {
      if (!places.includes(place)) return;
      if (wanted.matches(type)) {
        if (context.exemption !== null) return;
        context.attest({ node, verdict: "compliant", approach: type.name });
      } else if (unwanted.matches(type)) {
        const reason = exemptReason(node);
        if (reason !== null) {
          context.attest({ node, verdict: "exempt", reason });
          return;
        }
        const messageId = wantedTypes ? "storedInstead" : "stored";
        context.report({ node, messageId, data: { type: text, place, wanted: wantedTypes } });
      }
    }

    /** Returns why the signature of a method is not for its author to choose, or null. */
    function exemptReason(node: GoNode): string | null {
      if (isCallback(node)) return "a hook or formatter of logrus";
      const method = methodAround(node);
      if (!method) return null;
      if (
        method.result &&
        contains(method.result, node) &&
        FIELD_LOGGER.test(method.name.text)
      ) {
        return "a method of logrus' FieldLogger";
      }
      return isForeign(method) ? "an interface of another package asks for the method" : null;
    }

    /** Returns true for a method of an interface that `var _ other.Logger = value` names. */
    function isForeign(method: MethodDeclarationNode): boolean {
      return sourceCode.tree.nodesOfKind(["var_spec"]).some((spec) => {
        const [name] = spec.name;
        if (name?.text !== "_" || spec.type?.kind !== "qualified_type") return false;
        const receiver = spec.value?.text.match(/\w+/u)?.[0];
        if (receiver === undefined) return false;
        const isReceivers = method.receiver.text.split(/\W+/u).includes(receiver);
        const type = semantics.typeOf(name);
        return isReceivers && semantics.hasMethod(type, method.name.text) !== false;
      });
    }

    return {
      qualified_type(node) {
        const goImport = semantics.importOf(node.package);
        if (!goImport) return;
        const declaration = declarationOf(node);
        if (!declaration) return;
        const type = { importPath: goImport.path, name: node.name.text };
        judge(declaration.node, declaration.place, type, declaration.type);
      },
      // A package variable may say its type by its value alone.
      var_spec(node) {
        if (node.type || !isAtPackageLevel(node)) return;
        for (const name of node.name) {
          const type = withoutPointer(semantics.typeOf(name));
          if (type.kind === "named") judge(name, "variable", type, type.name);
        }
      },
    };
  },
});

interface Declaration {
  readonly node: GoNode;
  readonly place: Place;
  /** The type as Go text. */
  readonly type: string;
}

/** Returns the declaration of a type, a pointer to it, or a slice, map or channel of it. */
function declarationOf(name: GoNode): Declaration | null {
  let type = name;
  let { parent } = name;
  for (;;) {
    switch (parent?.kind) {
      case "pointer_type":
      case "slice_type":
      case "array_type":
      case "map_type":
      case "channel_type":
      case "parenthesized_type":
      case "generic_type":
      case "type_arguments":
      case "type_elem":
        type = parent;
        ({ parent } = parent);
        break;
      default:
        return parent && declared(parent, type);
    }
  }
}

function declared(node: GoNode, typeNode: GoNode): Declaration | null {
  const type = typeNode.text;
  switch (node.kind) {
    case "field_declaration":
      return { node, place: "field", type };
    case "type_spec":
    case "type_alias":
      return { node, place: "type", type };
    case "var_spec":
      return isAtPackageLevel(node) ? { node, place: "variable", type } : null;
    case "parameter_declaration":
    case "variadic_parameter_declaration":
      return { node, place: isResult(node) ? "result" : "parameter", type };
    case "function_declaration":
    case "method_declaration":
    case "method_elem":
    case "func_literal":
    case "function_type":
      return { node: typeNode, place: "result", type };
    default:
      return null;
  }
}

/** Returns true for the parameter of a method that logrus calls: its signature is not the team's. */
function isCallback({ parent }: GoNode): boolean {
  const method = parent?.parent;
  return (
    method?.kind === "method_declaration" &&
    method.parameters === parent &&
    CALLBACK.test(method.name.text) &&
    childrenOf(parent).length === 1
  );
}

/** Returns the method whose signature a node is a part of, or null. */
function methodAround(node: GoNode): MethodDeclarationNode | null {
  let { parent } = node;
  while (parent && parent.kind !== "method_declaration") {
    if (parent.kind === "block") return null;
    ({ parent } = parent);
  }
  return parent;
}

function isResult({ parent }: GoNode): boolean {
  const signature = parent?.parent;
  return signature != null && "result" in signature && signature.result === parent;
}

function isAtPackageLevel(node: GoNode): boolean {
  let parent = node.parent;
  while (parent && (parent.kind === "var_spec_list" || parent.kind === "var_declaration")) {
    ({ parent } = parent);
  }
  return parent?.kind === "source_file";
}
