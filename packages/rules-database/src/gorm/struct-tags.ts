import { unquote, type GoNode, type TypeSpecNode } from "@gopherwood/core";

/** A column that the tag of a field names. */
export interface TaggedColumn {
  /** The tag. */
  readonly node: GoNode;
  readonly column: string;
  /** The offset of the name in the text of the tag. */
  readonly offset: number;
}

const TAG = /\b(?:gorm:"(?:[^"]*;)?\s*column:(?<gorm>[^;"]+)|db:"(?<db>[^",]+))/dgu;

/** Returns the columns that the tags of a struct name: `gorm:"column:x"`, `db:"x"`. */
export function taggedColumns({ type }: TypeSpecNode): TaggedColumn[] {
  if (type.kind !== "struct_type") return [];
  const fields = type.namedChildren[0]?.namedChildren ?? [];
  return fields.flatMap((field) => {
    if (field.kind !== "field_declaration" || !field.tag) return [];
    const node = field.tag;
    // An escape sequence moves the offsets.
    if (unquote(node.text) !== node.text.slice(1, -1)) return [];
    return [...node.text.matchAll(TAG)].flatMap(({ groups, indices }) => {
      const column = groups?.["gorm"] ?? groups?.["db"] ?? "";
      const at = indices?.groups?.["gorm"] ?? indices?.groups?.["db"];
      return column === "-" || !at ? [] : [{ node, column, offset: at[0] }];
    });
  });
}

/** Returns true for a struct with a tag of GORM, or its model. */
export function isGormModel({ type }: TypeSpecNode): boolean {
  return type.kind === "struct_type" && /\bgorm:"|\bgorm\.Model\b/u.test(type.text);
}
