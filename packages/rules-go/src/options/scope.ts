import {
  enclosingFunction,
  enclosingSymbol,
  matchesGlob,
  nameGlob,
  STRINGS,
  type GoNode,
  type GoRuleContext,
  type ValueOf,
} from "@gopherwood/core";
import { FUNCTION_SHAPE, FunctionShape } from "./function-shape.ts";

/** The properties of a restriction that say where it holds. */
export const SCOPE = {
  files: {
    description: "Globs of the files that it is about. Default: all.",
    ...STRINGS,
  },
  within: {
    description: "The functions that it is about. Default: all code.",
    ...FUNCTION_SHAPE,
  },
  exempt: {
    description: "The places that are exempt, each with the reason.",
    type: "array",
    items: {
      type: "object",
      additionalProperties: false,
      required: ["reason"],
      properties: {
        files: { description: "Globs of files. Default: all.", ...STRINGS },
        functions: {
          description:
            "Names of functions, methods without their receiver, with '*'. Default: all code.",
          ...STRINGS,
        },
        reason: {
          description: "Why, as reports say it.",
          type: "string",
          minLength: 1,
        },
      },
    },
  },
} as const;

/** The message of a restriction. */
export const MESSAGE = {
  description: "What to do instead, or why. It follows a colon: 'use httpx.Get'.",
  type: "string",
  minLength: 1,
} as const;

/** The properties of a restriction that say where it holds, as a config has them. */
export type ScopeOptions = {
  readonly [Name in keyof typeof SCOPE]?: ValueOf<(typeof SCOPE)[Name]> | undefined;
};

type Context = Pick<GoRuleContext<unknown[], string>, "projectPath" | "semantics">;

/** The places in a file that a restriction is about. */
export class Scope {
  readonly #within: FunctionShape | null;
  readonly #exempt: readonly {
    readonly functions: readonly RegExp[];
    readonly reason: string;
  }[];
  /** True if the restriction is about the file at all. */
  readonly includesFile: boolean;

  constructor({ files, within, exempt = [] }: ScopeOptions, context: Context) {
    const isOf = (globs: readonly string[] | undefined) =>
      globs?.some((glob) => matchesGlob(context.projectPath, glob)) ?? true;
    this.includesFile = isOf(files);
    this.#within = within ? new FunctionShape(within, context.semantics) : null;
    this.#exempt = exempt
      .filter((place) => isOf(place.files))
      .map(({ functions = ["*"], reason }) => ({
        functions: functions.map((name) => nameGlob(name)),
        reason,
      }));
  }

  /** Returns true for a node in code that the restriction is about. */
  includes(node: GoNode): boolean {
    if (!this.includesFile) return false;
    if (!this.#within) return true;
    for (let at = enclosingFunction(node); at; at = enclosingFunction(at)) {
      if (this.#within.matches(at)) return true;
    }
    return false;
  }

  /** Returns the reason why a node is exempt, or null. */
  exemptionOf(node: GoNode): string | null {
    const symbol = enclosingSymbol(node);
    const name = symbol.slice(symbol.lastIndexOf(".") + 1);
    const place = this.#exempt.find(({ functions }) =>
      functions.some((glob) => glob.test(name)),
    );
    return place?.reason ?? null;
  }
}

/** Returns a message as it follows a colon: the rule's own message ends with the full stop. */
export function messageText(message: string): string {
  return message.trim().replace(/\.$/u, "");
}
