/** The rooms of packages/core/src: files import from their own room and from those before it. */
const ROOMS = [
  "syntax",
  "ast",
  "source",
  "settings",
  "semantics/scan",
  "semantics/scopes",
  "semantics/types",
  "semantics/modules",
  "semantics/packages",
  "semantics/stubs",
  "semantics/project-index",
  "semantics/model",
  "semantics/queries",
  "flow",
  "fix",
  "language",
  "rule",
  "runner",
  "report",
  "changes",
  "documents",
];

const CORE = "^packages/core/src/";

/** Forbids imports from the rooms after a room. */
function oneDirection(room, index) {
  const later = ROOMS.slice(index + 1).join("|");
  return {
    name: `no-later-room-in-${room.replace("/", "-")}`,
    comment: `${room} stands before ${later.replaceAll("|", ", ")} and may not import from there.`,
    severity: "error",
    from: { path: `${CORE}${room}/` },
    to: { path: `${CORE}(?:${later})/` },
  };
}

export default {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Files that import each other cannot be read one after the other.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "rooms-only",
      comment: "A new folder of packages/core/src needs a place among the rooms of this file.",
      severity: "error",
      from: {
        path: `${CORE}.+/`,
        pathNot: `${CORE}(?:${ROOMS.join("|")})/`,
      },
      to: {},
    },
    {
      name: "core-imports-no-pack",
      comment: "Packs stand on core, never the other way round.",
      severity: "error",
      from: { path: "^packages/core/" },
      to: { path: "^packages/(?!core/)" },
    },
    ...ROOMS.slice(0, -1).map(oneDirection),
  ],
  options: {
    includeOnly: { path: "^packages/[^/]+/src/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: { conditionNames: ["types", "import", "default"] },
  },
};
