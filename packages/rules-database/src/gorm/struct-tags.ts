import { unquote, type GoNode, type TypeSpecNode } from "@gopherwood/core";

/** A column that a tag names, and the tag. */
export interface TaggedColumn {
  readonly node: GoNode;
  readonly column: string;
  /** Where the name starts in the tag's text. */
  readonly offset: number;
}

const TAG = /\b(?:gorm:"(?:[^"]*;)?\s*column:(?<gorm>[^;"]+)|db:"(?<db>[^",]+))/dgu;

/** The columns that the tags of a struct name: `gorm:"column:x"`, `db:"x"`. */
export function taggedColumns({ type }: TypeSpecNode): TaggedColumn[] {
  if (type.kind !== "struct_type") return [];
  const fields = type.namedChildren[0]?.namedChildren ?? [];
  return fields.flatMap((field) => {
    if (field.kind !== "field_declaration" || !field.tag) return [];
    const node = field.tag;
    // Only what stands there as it is has a place of its own.
    if (unquote(node.text) !== node.text.slice(1, -1)) return [];
    return [...node.text.matchAll(TAG)].flatMap(({ groups, indices }) => {
      const column = groups?.["gorm"] ?? groups?.["db"] ?? "";
      const at = indices?.groups?.["gorm"] ?? indices?.groups?.["db"];
      return column === "-" || !at ? [] : [{ node, column: column.trim(), offset: at[0] }];
    });
  });
}

/** True if a tag of the struct is GORM's. */
export function isGormModel({ type }: TypeSpecNode): boolean {
  return type.kind === "struct_type" && /\bgorm:"|\bgorm\.Model\b/u.test(type.text);
}
