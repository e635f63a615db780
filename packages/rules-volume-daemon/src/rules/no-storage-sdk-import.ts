import { defineLegacyRule, matchesGlob, STRING_LIST } from "@gopherwood/core";
import { ownerOf, testsSchema, type OwnerOptions } from "../owners.ts";

export interface Options extends OwnerOptions {
  /** Globs of the SDK's import paths. */
  readonly packages: readonly string[];
}

/** Source: the Volume Daemon chapter of the failover systems assessment. */
export default defineLegacyRule<[Options], "imported">({
  name: "volume-daemon/no-storage-sdk-import",
  meta: {
    type: "problem",
    docs: {
      description:
        "Disallow the storage system's SDK outside of the storage client and the Volume Daemon.",
      category: "Volume Daemon Usage",
      recommended: false,
    },
    messages: {
      imported:
        "Do not import '{{path}}' here: ask the Volume Daemon through its client, and the storage through the team's own ({{owners}}).",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          packages: {
            description: "Globs of the import paths of the SDK; 'a/**' means 'a' as well.",
            ...STRING_LIST,
          },
          ownerPaths: {
            description: "Globs of the files that may import the SDK.",
            ...STRING_LIST,
          },
          tests: testsSchema,
        },
      },
    ],
    defaultOptions: [
      {
        packages: ["github.com/apache/cloudstack-go/**", "github.com/xanzy/go-cloudstack/**"],
        ownerPaths: ["volume-daemon/**", "ossea/**"],
        tests: false,
      },
    ],
    prefilter: ([{ packages }]) => packages.map(wordOf),
  },
  create(context) {
    const [options] = context.options;
    const owner = ownerOf(context.filename, options);
    const owners = options.ownerPaths.join(", ");

    return {
      import_spec(node) {
        const path = node.path.text.slice(1, -1);
        if (!options.packages.some((glob) => isPackageOf(path, glob))) return;
        if (owner === null) {
          context.report({ node: node.path, messageId: "imported", data: { path, owners } });
        } else {
          context.attest({ node: node.path, verdict: "exempt", reason: owner });
        }
      },
    };
  },
});

function isPackageOf(path: string, glob: string): boolean {
  const exact = `/${glob.replace(/^\//u, "")}`;
  return (
    matchesGlob(`/${path}`, exact) ||
    (exact.endsWith("/**") && matchesGlob(`/${path}`, exact.slice(0, -3)))
  );
}

/** The longest part of a glob that stands in every path it matches. */
function wordOf(glob: string): string {
  const parts = /[{[!?+@(\\]/u.test(glob) ? [""] : glob.replace(/\/\*\*$/u, "").split("*");
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}
