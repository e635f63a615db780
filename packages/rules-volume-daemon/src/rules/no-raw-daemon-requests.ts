import {
  argumentsOf,
  calledName,
  calleeOf,
  defineRule,
  STRING_HOLE,
  StaticStrings,
  STRINGS,
  type CallExpressionNode,
  type GoNode,
  type OptionsOf,
  type SemanticModel,
} from "@gopherwood/core";
import { readAddress } from "../addresses.ts";
import { ownerExemptions } from "../owners.ts";

const DAEMON_ADDRESSES = {
  addresses: {
    description: "Hosts with ports at which the daemon listens.",
    ...STRINGS,
    default: ["localhost:8090", "127.0.0.1:8090"],
  },
  paths: {
    description: "The first parts of the paths that the daemon serves.",
    ...STRINGS,
    default: ["/api/v1/volumes"],
  },
} as const;

type DaemonAddresses = OptionsOf<typeof DAEMON_ADDRESSES>;

/** The functions and methods that make a request, with the index of the address. */
const FUNCTIONS: Readonly<Record<string, number>> = {
  Get: 0,
  Head: 0,
  Post: 0,
  PostForm: 0,
  NewRequest: 1,
  NewRequestWithContext: 2,
};

/** Source: the Volume Daemon chapter of the failover systems assessment. */
export default defineRule({
  name: "volume-daemon/no-raw-daemon-requests",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow HTTP requests to the Volume Daemon that are built by hand.",
      task: "Call the Volume Daemon's client instead of building requests",
      category: "Volume Daemon Usage",
    },
    messages: {
      raw: "Call the Volume Daemon through its client: '{{target}}' is the daemon's.",
    },
    options: DAEMON_ADDRESSES,
    exemptions: ownerExemptions("Globs of the files of the daemon's client.", [
      "common/volume_client*.go",
      "volume-daemon/**",
    ]),
    // The parts of an address may be constants: its last part stands in one of them.
    prefilter: ({ addresses, paths }) => [
      ...addresses.map((address) => address.slice(address.lastIndexOf(":") + 1)),
      ...paths.map((path) => path.replace(/\/$/u, "").replace(/^.*\//su, "")),
    ],
  },
  create(context, options) {
    const { sourceCode, semantics } = context;
    if (!sourceCode.text.includes("net/http")) return {};
    const strings = new StaticStrings(sourceCode);

    return {
      call_expression(node) {
        const address = addressOf(node, semantics);
        if (!address) return;
        const values = strings.of(address);
        const target = values.map((text) => daemonTarget(text, options)).find(Boolean);
        if (target) {
          context.report({ node, messageId: "raw", data: { target } });
        } else if (values.includes(STRING_HOLE)) {
          const reason = `the value of '${shortText(address)}' is not known`;
          context.attest({ node, verdict: "undecided", reason });
        }
      },
    };
  },
});

/** Returns the argument of a call of `net/http` that is the address of a request, or null. */
function addressOf(node: CallExpressionNode, semantics: SemanticModel): GoNode | null {
  const name = calledName(node);
  const index = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (index === undefined) return null;
  const callee = calleeOf(node, semantics);
  const isRequest =
    callee.kind === "function"
      ? callee.importPath === "net/http"
      : callee.kind === "method"
        ? callee.receiver.importPath === "net/http" && callee.receiver.name === "Client"
        : callee.operand === null && semantics.dotImports.includes("net/http");
  return isRequest ? (argumentsOf(node)[index] ?? null) : null;
}

/** Returns the host or the path of an address that is the daemon's, or null. */
function daemonTarget(text: string, { addresses, paths }: DaemonAddresses): string | null {
  const { authority, path } = readAddress(text);
  const address = addresses.find((known) => known.toLowerCase() === authority);
  if (address !== undefined) return address;
  // Another host may serve the same path. A path alone is not sent: a test asks a handler.
  if (!authority.includes(STRING_HOLE)) return null;
  return paths.find((known) => isBelow(path, known)) ?? null;
}

/** Returns true for `/api/v1/volumes` and paths below it, after a part that is not known. */
function isBelow(path: string, known: string): boolean {
  const prefix = known.replace(/\/$/u, "");
  const start = path.indexOf(prefix);
  const next = path.charAt(start + prefix.length);
  const before = path.slice(0, start);
  return start >= 0 && /^[/\uFFFC]?$/u.test(next) && !/[^\uFFFC/]/u.test(before);
}

/** Returns the text of a node on one line, cut to 60 characters. */
function shortText({ text }: GoNode): string {
  const line = text.replace(/\s+/gu, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
