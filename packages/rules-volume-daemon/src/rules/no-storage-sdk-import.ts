import {
  defineRule,
  importPathOf,
  longestLiteral,
  matchesImportPath,
  STRINGS,
} from "@gopherwood/core";
import { ownerExemptions } from "../owners.ts";

/** Source: the Volume Daemon chapter of the failover systems assessment. */
export default defineRule({
  name: "volume-daemon/no-storage-sdk-import",
  meta: {
    type: "problem",
    docs: {
      description:
        "Disallow the storage system's SDK outside of the storage client and the Volume Daemon.",
      task: "Use the storage client instead of the storage system's SDK",
      category: "Volume Daemon Usage",
    },
    messages: {
      imported:
        "Do not import '{{path}}' here: ask the Volume Daemon through its client, and the storage through the team's own ({{owners}}).",
    },
    options: {
      packages: {
        description: "Globs of the import paths of the SDK; 'a/**' means 'a' as well.",
        ...STRINGS,
        default: ["github.com/apache/cloudstack-go/**", "github.com/xanzy/go-cloudstack/**"],
      },
    },
    exemptions: ownerExemptions("Globs of the files that may import the SDK.", [
      "volume-daemon/**",
      "ossea/**",
    ]),
    prefilter: ({ packages }) => packages.map(longestLiteral),
  },
  create(context, { packages, ownerPaths }) {
    return {
      import_spec(spec) {
        const path = importPathOf(spec);
        if (!packages.some((glob) => matchesImportPath(path, glob))) return;
        const data = { path, owners: ownerPaths.join(", ") };
        context.report({ node: spec.path, messageId: "imported", data });
      },
    };
  },
});
