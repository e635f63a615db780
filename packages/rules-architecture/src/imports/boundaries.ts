import { STRINGS, type OptionsOf } from "@gopherwood/core";

/** The options that say which groups of packages may import which. */
export const BOUNDARY_OPTIONS = {
  groups: {
    description: "Groups of packages; a package belongs to the first that has it.",
    type: "array",
    items: {
      type: "object",
      additionalProperties: false,
      required: ["name", "packages"],
      properties: {
        name: { description: "The name of the group in messages.", type: "string" },
        packages: {
          description:
            "Globs of import paths, or of paths inside the module; 'a/**' means 'a' as well.",
          ...STRINGS,
        },
      },
    },
    default: [],
  },
  boundaries: {
    description: "The groups that a group may import; a group without boundary may import all.",
    type: "array",
    items: {
      type: "object",
      additionalProperties: false,
      required: ["from"],
      properties: {
        from: { description: "The group that imports.", type: "string" },
        allow: {
          description: "The groups it may import; all others are denied.",
          ...STRINGS,
        },
        deny: { description: "The groups it must not import.", ...STRINGS },
        reason: { description: "Why, as a sentence.", type: "string" },
      },
    },
    default: [],
  },
} as const;

type BoundaryOptions = OptionsOf<typeof BOUNDARY_OPTIONS>;
type Boundary = BoundaryOptions["boundaries"][number];

/** @throws {Error} If a boundary names a group that does not exist: it would allow everything. */
export function checkGroupNames({ groups, boundaries }: BoundaryOptions): void {
  const names = new Set(groups.map(({ name }) => name));
  for (const { from, allow = [], deny = [] } of boundaries) {
    const missing = [from, ...allow, ...deny].find((name) => !names.has(name));
    if (missing !== undefined) {
      throw new Error(
        `'boundaries' names the group '${missing}', which 'groups' does not have.`,
      );
    }
  }
}

/** Returns true if a boundary denies imports of a group. */
export function denies({ allow, deny = [] }: Boundary, group: string): boolean {
  return deny.includes(group) || (allow !== undefined && !allow.includes(group));
}

/** Returns what a boundary lets a group import, as the end of "it may import". */
export function allowedText({ allow, deny = [] }: Boundary): string {
  if (allow === undefined) return `all groups but ${deny.join(", ")}`;
  const left = allow.filter((name) => !deny.includes(name));
  return left.length === 0 ? "no other group" : `only ${left.join(", ")}`;
}

/** Returns the reason of a boundary in brackets, after a space; empty if it gives none. */
export function reasonText({ reason }: Boundary): string {
  return reason === undefined ? "" : ` (${reason.replace(/[.\s]*$/u, "")})`;
}
