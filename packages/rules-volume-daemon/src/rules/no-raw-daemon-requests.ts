import {
  calleeOf,
  defineLegacyRule,
  semanticsOf,
  type CallExpressionNode,
  type SemanticModel,
  type GoNode,
  STRING_LIST,
  StaticStrings,
  STRING_HOLE,
} from "@gopherwood/core";
import { readAddress } from "../addresses.ts";
import { ownerOf, testsSchema, type OwnerOptions } from "../owners.ts";

export interface Options extends OwnerOptions {
  /** Hosts with ports at which the daemon listens. */
  readonly addresses: readonly string[];
  /** The first parts of the paths that the daemon serves. */
  readonly paths: readonly string[];
}

/** Which argument of a request is its address. */
const FUNCTIONS: Readonly<Record<string, number>> = {
  Get: 0,
  Head: 0,
  Post: 0,
  PostForm: 0,
  NewRequest: 1,
  NewRequestWithContext: 2,
};

/** Source: the Volume Daemon chapter of the failover systems assessment. */
export default defineLegacyRule<[Options], "raw">({
  name: "volume-daemon/no-raw-daemon-requests",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow HTTP requests to the Volume Daemon that are built by hand.",
      category: "Volume Daemon Usage",
      recommended: false,
    },
    messages: {
      raw: "Call the Volume Daemon through its client: '{{target}}' is the daemon's.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          addresses: {
            description: "Hosts with ports at which the daemon listens.",
            ...STRING_LIST,
          },
          paths: {
            description: "The first parts of the paths that the daemon serves.",
            ...STRING_LIST,
          },
          ownerPaths: {
            description: "Globs of the files of the daemon's client.",
            ...STRING_LIST,
          },
          tests: testsSchema,
        },
      },
    ],
    defaultOptions: [
      {
        addresses: ["localhost:8090", "127.0.0.1:8090"],
        paths: ["/api/v1/volumes"],
        ownerPaths: ["common/volume_client*.go", "volume-daemon/**"],
        tests: false,
      },
    ],
    // An address may be put together of constants: so its last parts are looked for.
    prefilter: ([{ addresses, paths }]) => [
      ...addresses.map((address) => address.slice(address.lastIndexOf(":") + 1)),
      ...paths.map((path) => path.replace(/\/$/u, "").replace(/^.*\//su, "")),
    ],
  },
  create(context) {
    const [options] = context.options;
    const { filename, sourceCode } = context;
    if (!sourceCode.text.includes("net/http")) return {};
    const semantics = semanticsOf(sourceCode);
    const strings = new StaticStrings(sourceCode);
    const owner = ownerOf(filename, options);

    return {
      call_expression(node) {
        const address = addressOf(node, semantics);
        if (!address) return;
        const all = strings.of(address);
        const target = all.map((text) => daemonTarget(text, options)).find((found) => found);
        if (target) {
          if (owner === null) context.report({ node, messageId: "raw", data: { target } });
          else context.attest({ node, verdict: "exempt", reason: owner });
        } else if (owner === null && all.includes(STRING_HOLE)) {
          const reason = `the value of '${shortText(address)}' is not known`;
          context.attest({ node, verdict: "undecided", reason });
        }
      },
    };
  },
});

/** The argument of a call of `net/http` that says where a request goes, or null. */
function addressOf(node: CallExpressionNode, semantics: SemanticModel): GoNode | null {
  const { function: called } = node;
  const name = called.kind === "selector_expression" ? called.field.text : called.text;
  const index = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (index === undefined) return null;
  const callee = calleeOf(node, semantics);
  const isRequest =
    callee.kind === "function"
      ? callee.importPath === "net/http"
      : callee.kind === "method"
        ? callee.receiver.importPath === "net/http" && callee.receiver.name === "Client"
        : callee.operand === null && semantics.dotImports.includes("net/http");
  const values = node.arguments.namedChildren.filter(({ kind }) => kind !== "comment");
  return isRequest ? (values[index] ?? null) : null;
}

/** What of an address is the daemon's, or null. */
function daemonTarget(text: string, { addresses, paths }: Options): string | null {
  const { authority, path } = readAddress(text);
  const address = addresses.find((known) => known.toLowerCase() === authority);
  if (address !== undefined) return address;
  // The same path may be served elsewhere, at an address that is known.
  if (authority !== "" && !authority.includes(STRING_HOLE)) return null;
  return paths.find((known) => isBelow(path, known)) ?? null;
}

/** True for `/api/v1/volumes` and what is below it, whatever comes before. */
function isBelow(path: string, prefix: string): boolean {
  const start = path.indexOf(prefix);
  const next = path.charAt(start + prefix.length);
  const before = path.slice(0, start);
  return start >= 0 && /^[/\uFFFC]?$/u.test(next) && !/[^\uFFFC/]/u.test(before);
}

/** On one line, and not a long one. */
function shortText({ text }: GoNode): string {
  const line = text.replace(/\s+/gu, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
