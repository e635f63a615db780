import {
  defineLegacyRule,
  matchesName,
  semanticsOf,
  withoutPointer,
  type GoNode,
  NAME_PATTERN_LIST,
} from "@gopherwood/core";
import { EXEMPTION_PROPERTIES, exemptionOf, type Exemptions } from "../exemptions.ts";
import { LOGGERS } from "../loggers.ts";

type Place = "field" | "variable" | "parameter" | "result" | "type";

export interface Options extends Exemptions {
  /** The types that are not to be kept, as name patterns. */
  readonly types: readonly string[];
  /** The types to keep instead: their declarations are compliant. */
  readonly wanted: readonly string[];
  /** The declarations that are looked at. */
  readonly places: readonly Place[];
}

const PLACES: readonly Place[] = ["field", "variable", "parameter", "result", "type"];

/** The methods of logrus' interfaces `Hook` and `Formatter`. */
const CALLBACK = /^(?:Fire|Format)$/u;

/** Source: the logging standards of the failover systems assessment. */
export default defineLegacyRule<[Options], "stored" | "storedInstead">({
  name: "logging/no-stored-entry",
  meta: {
    type: "suggestion",
    docs: {
      description: "Disallow loggers that are kept in fields and variables or passed around.",
      category: "Logging Standards",
    },
    messages: {
      stored:
        "Do not keep a {{type}} ({{place}}): make the logger where it is used, from the context.",
      storedInstead:
        "Do not keep a {{type}} ({{place}}): keep a {{wanted}} and take the logger from it where it is used.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          types: {
            description: "The types of logger that are not to be kept.",
            ...NAME_PATTERN_LIST,
          },
          wanted: {
            description: "The types to keep instead: their declarations are compliant.",
            ...NAME_PATTERN_LIST,
          },
          places: {
            description: "The declarations that are looked at.",
            type: "array",
            items: { enum: PLACES },
            uniqueItems: true,
          },
          ...EXEMPTION_PROPERTIES,
        },
      },
    ],
    defaultOptions: [
      {
        types: LOGGERS.logrus.paths.flatMap((path) =>
          LOGGERS.logrus.types.map((type) => `${path}.${type}`),
        ),
        wanted: ["joblog.Tracker", "logging.OperationLogger", "logging.OperationContext"],
        places: PLACES,
        exemptPaths: [],
        exemptPackages: ["joblog", "logging", "log", "logger"],
        tests: false,
        mains: false,
      },
    ],
    prefilter: ([{ types, wanted }]) => [...types, ...wanted].map(packageOf),
  },
  create(context) {
    const [options] = context.options;
    const { places } = options;
    const semantics = semanticsOf(context.sourceCode);
    const exemption = exemptionOf(context.filename, semantics.packageName, options);
    const wanted = options.wanted.join(" or ");

    type TypeName = { readonly importPath: string; readonly name: string };
    const isOneOf = (patterns: readonly string[], type: TypeName) =>
      patterns.some((pattern) => matchesName(pattern, type, semantics.packageName));

    function judge(node: GoNode, place: Place, type: TypeName, text: string) {
      if (!places.includes(place)) return;
      if (isOneOf(options.wanted, type)) {
        if (!exemption) context.attest({ node, verdict: "compliant", approach: type.name });
      } else if (isOneOf(options.types, type)) {
        const reason = exemption ?? (isCallback(node) ? "a hook or formatter of logrus" : null);
        if (reason !== null) {
          context.attest({ node, verdict: "exempt", reason });
        } else {
          const data = { type: text, place, wanted };
          context.report({ node, messageId: wanted ? "storedInstead" : "stored", data });
        }
      }
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

function packageOf(pattern: string): string {
  return pattern.slice(0, pattern.lastIndexOf("."));
}

interface Declaration {
  readonly node: GoNode;
  readonly place: Place;
  /** The type as it is written. */
  readonly type: string;
}

/** What is declared by a type's name: itself, a pointer to it, a slice, map or channel of it. */
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

/** True for the parameter of a method that logrus calls: its signature is not the team's. */
function isCallback({ parent }: GoNode): boolean {
  const method = parent?.parent;
  return (
    method?.kind === "method_declaration" &&
    method.parameters === parent &&
    CALLBACK.test(method.name.text) &&
    parent.namedChildren.filter(({ kind }) => kind !== "comment").length === 1
  );
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
