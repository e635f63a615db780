import {
  nameGlob,
  STRINGS,
  type FunctionNode,
  type GoNode,
  type ParameterListNode,
  type SemanticModel,
  type ValueOf,
} from "@gopherwood/core";
import { matchesType, typeWritten } from "./types.ts";

/** The schema of a list of types, in which one may stand twice. */
const TYPES = { type: "array", items: { type: "string" } } as const;

/** The schema of what functions have in common. */
export const FUNCTION_SHAPE = {
  type: "object",
  additionalProperties: false,
  properties: {
    names: { description: "Their names, with '*': 'Handle*'. Default: any.", ...STRINGS },
    receivers: {
      description:
        "The types that they are methods of, one of them: 'api.Server'. Default: any.",
      ...STRINGS,
    },
    parameters: {
      description: "The types of parameters that they have, all of them: 'net/http.Request'.",
      ...TYPES,
    },
    results: {
      description: "The types of results that they have, all of them: 'error'.",
      ...TYPES,
    },
    exact: {
      description:
        "Parameters and results are the listed ones in their order, and no others. Default: false.",
      type: "boolean",
    },
  },
} as const;

type Shape = ValueOf<typeof FUNCTION_SHAPE>;

/** The functions, methods and function literals of one shape. */
export class FunctionShape {
  readonly #shape: Shape;
  readonly #names: readonly RegExp[] | null;
  readonly #semantics: SemanticModel;

  constructor(shape: Shape, semantics: SemanticModel) {
    this.#shape = shape;
    this.#names = shape.names?.map((name) => nameGlob(name)) ?? null;
    this.#semantics = semantics;
  }

  /** Returns true for a function of this shape; a function literal has no name. */
  matches(node: FunctionNode): boolean {
    const { receivers, parameters, results } = this.#shape;
    const name = node.kind === "func_literal" ? "" : node.name.text;
    if (this.#names?.some((glob) => glob.test(name)) === false) return false;
    if (receivers) {
      const [receiver] = node.kind === "method_declaration" ? typesIn(node.receiver) : [];
      if (!receivers.some((option) => this.#isOf(receiver, option))) return false;
    }
    return (
      this.#hasAll(typesIn(node.parameters), parameters) &&
      this.#hasAll(resultsOf(node), results)
    );
  }

  #hasAll(written: readonly GoNode[], wanted: readonly string[] = []): boolean {
    if (this.#shape.exact) {
      const isWanted = (type: GoNode, index: number) => this.#isOf(type, wanted[index] ?? "");
      return written.length === wanted.length && written.every(isWanted);
    }
    return wanted.every((option) => written.some((type) => this.#isOf(type, option)));
  }

  #isOf(type: GoNode | undefined, option: string): boolean {
    const known = type && typeWritten(type, this.#semantics);
    return known ? matchesType(known, option, this.#semantics) : false;
  }
}

/** Returns the type of each parameter: that of `a, b int` twice. */
function typesIn(list: ParameterListNode): GoNode[] {
  return list.namedChildren.flatMap((child) => {
    if (child.kind === "variadic_parameter_declaration") return [child.type];
    if (child.kind !== "parameter_declaration") return [];
    const { type, namedChildren } = child;
    const names = namedChildren.filter((one) => one !== type && one.kind === "identifier");
    return Array.from({ length: Math.max(1, names.length) }, () => type);
  });
}

function resultsOf({ result }: FunctionNode): GoNode[] {
  if (!result) return [];
  return result.kind === "parameter_list" ? typesIn(result) : [result];
}
