// Generated from grammar/node-types.json by 'npm run generate'. Do not edit.

import type { SourceRange } from "./position.ts";

/** The properties of every node of a Go syntax tree, beside its fields. */
export interface SyntaxNodeBase {
  /** The node kind as in the grammar. (Not `type`: many Go nodes have a field of that name.) */
  readonly kind: string;
  /** Offsets into the text in UTF-16 units: `[start, end)`. */
  readonly range: readonly [start: number, end: number];
  readonly loc: SourceRange;
  /** The text of the node as it stands in the file. */
  readonly text: string;
  readonly parent: GoNode | null;
  /** The named children, comments included, in the order of the text. */
  readonly namedChildren: readonly GoNode[];
  /** True for a node that the parser inserted to recover from a syntax error. */
  readonly isMissing: boolean;
  /** True if there is a syntax error anywhere inside. */
  readonly hasError: boolean;
}

/** An anonymous node, such as an operator: its kind is its text. */
export interface Token<K extends string = string> extends SyntaxNodeBase {
  readonly kind: K;
}

/** The name of a node kind; a misspelt one does not compile. */
export type NodeKind = keyof NodesByKind;

/** A named node of a Go syntax tree: narrow it by its `kind`. */
export type GoNode = NodesByKind[NodeKind];

/** Every field name of the grammar. */
export const FIELD_NAMES = [
  "alias",
  "alternative",
  "arguments",
  "body",
  "capacity",
  "channel",
  "communication",
  "condition",
  "consequence",
  "element",
  "end",
  "field",
  "function",
  "index",
  "initializer",
  "key",
  "label",
  "left",
  "length",
  "name",
  "operand",
  "operator",
  "package",
  "parameters",
  "path",
  "receiver",
  "result",
  "right",
  "start",
  "tag",
  "type",
  "type_arguments",
  "type_parameters",
  "update",
  "value",
] as const;

/** The numbers of the fields; a node in no field has 0. */
export const FIELD = {
  alias: 1,
  alternative: 2,
  arguments: 3,
  body: 4,
  capacity: 5,
  channel: 6,
  communication: 7,
  condition: 8,
  consequence: 9,
  element: 10,
  end: 11,
  field: 12,
  function: 13,
  index: 14,
  initializer: 15,
  key: 16,
  label: 17,
  left: 18,
  length: 19,
  name: 20,
  operand: 21,
  operator: 22,
  package: 23,
  parameters: 24,
  path: 25,
  receiver: 26,
  result: 27,
  right: 28,
  start: 29,
  tag: 30,
  type: 31,
  type_arguments: 32,
  type_parameters: 33,
  update: 34,
  value: 35,
} as const;

/** The fields that hold a list, by node kind. */
export const LIST_FIELDS: Readonly<Record<string, readonly string[]>> = {
  const_spec: ["name"],
  field_declaration: ["name"],
  parameter_declaration: ["name"],
  type_case: ["type"],
  type_parameter_declaration: ["name"],
  var_spec: ["name"],
};

/** Every named node kind of the grammar, error nodes included. */
export const NODE_KINDS = [
  "argument_list",
  "array_type",
  "assignment_statement",
  "binary_expression",
  "block",
  "break_statement",
  "call_expression",
  "channel_type",
  "communication_case",
  "composite_literal",
  "const_declaration",
  "const_spec",
  "continue_statement",
  "dec_statement",
  "default_case",
  "defer_statement",
  "dot",
  "empty_statement",
  "expression_case",
  "expression_list",
  "expression_statement",
  "expression_switch_statement",
  "fallthrough_statement",
  "field_declaration",
  "field_declaration_list",
  "for_clause",
  "for_statement",
  "func_literal",
  "function_declaration",
  "function_type",
  "generic_type",
  "go_statement",
  "goto_statement",
  "if_statement",
  "implicit_length_array_type",
  "import_declaration",
  "import_spec",
  "import_spec_list",
  "inc_statement",
  "index_expression",
  "interface_type",
  "interpreted_string_literal",
  "keyed_element",
  "labeled_statement",
  "literal_element",
  "literal_value",
  "map_type",
  "method_declaration",
  "method_elem",
  "negated_type",
  "package_clause",
  "parameter_declaration",
  "parameter_list",
  "parenthesized_expression",
  "parenthesized_type",
  "pointer_type",
  "qualified_type",
  "range_clause",
  "raw_string_literal",
  "receive_statement",
  "return_statement",
  "select_statement",
  "selector_expression",
  "send_statement",
  "short_var_declaration",
  "slice_expression",
  "slice_type",
  "source_file",
  "statement_list",
  "struct_type",
  "type_alias",
  "type_arguments",
  "type_assertion_expression",
  "type_case",
  "type_constraint",
  "type_conversion_expression",
  "type_declaration",
  "type_elem",
  "type_instantiation_expression",
  "type_parameter_declaration",
  "type_parameter_list",
  "type_spec",
  "type_switch_statement",
  "unary_expression",
  "var_declaration",
  "var_spec",
  "var_spec_list",
  "variadic_argument",
  "variadic_parameter_declaration",
  "blank_identifier",
  "comment",
  "escape_sequence",
  "false",
  "field_identifier",
  "float_literal",
  "identifier",
  "imaginary_literal",
  "int_literal",
  "interpreted_string_literal_content",
  "iota",
  "label_name",
  "nil",
  "package_identifier",
  "raw_string_literal_content",
  "rune_literal",
  "true",
  "type_identifier",
  "ERROR",
] as const;

/** The numbers of the node kinds in `NODE_KINDS`. */
export const NODE = {
  argument_list: 0,
  array_type: 1,
  assignment_statement: 2,
  binary_expression: 3,
  block: 4,
  break_statement: 5,
  call_expression: 6,
  channel_type: 7,
  communication_case: 8,
  composite_literal: 9,
  const_declaration: 10,
  const_spec: 11,
  continue_statement: 12,
  dec_statement: 13,
  default_case: 14,
  defer_statement: 15,
  dot: 16,
  empty_statement: 17,
  expression_case: 18,
  expression_list: 19,
  expression_statement: 20,
  expression_switch_statement: 21,
  fallthrough_statement: 22,
  field_declaration: 23,
  field_declaration_list: 24,
  for_clause: 25,
  for_statement: 26,
  func_literal: 27,
  function_declaration: 28,
  function_type: 29,
  generic_type: 30,
  go_statement: 31,
  goto_statement: 32,
  if_statement: 33,
  implicit_length_array_type: 34,
  import_declaration: 35,
  import_spec: 36,
  import_spec_list: 37,
  inc_statement: 38,
  index_expression: 39,
  interface_type: 40,
  interpreted_string_literal: 41,
  keyed_element: 42,
  labeled_statement: 43,
  literal_element: 44,
  literal_value: 45,
  map_type: 46,
  method_declaration: 47,
  method_elem: 48,
  negated_type: 49,
  package_clause: 50,
  parameter_declaration: 51,
  parameter_list: 52,
  parenthesized_expression: 53,
  parenthesized_type: 54,
  pointer_type: 55,
  qualified_type: 56,
  range_clause: 57,
  raw_string_literal: 58,
  receive_statement: 59,
  return_statement: 60,
  select_statement: 61,
  selector_expression: 62,
  send_statement: 63,
  short_var_declaration: 64,
  slice_expression: 65,
  slice_type: 66,
  source_file: 67,
  statement_list: 68,
  struct_type: 69,
  type_alias: 70,
  type_arguments: 71,
  type_assertion_expression: 72,
  type_case: 73,
  type_constraint: 74,
  type_conversion_expression: 75,
  type_declaration: 76,
  type_elem: 77,
  type_instantiation_expression: 78,
  type_parameter_declaration: 79,
  type_parameter_list: 80,
  type_spec: 81,
  type_switch_statement: 82,
  unary_expression: 83,
  var_declaration: 84,
  var_spec: 85,
  var_spec_list: 86,
  variadic_argument: 87,
  variadic_parameter_declaration: 88,
  blank_identifier: 89,
  comment: 90,
  escape_sequence: 91,
  false: 92,
  field_identifier: 93,
  float_literal: 94,
  identifier: 95,
  imaginary_literal: 96,
  int_literal: 97,
  interpreted_string_literal_content: 98,
  iota: 99,
  label_name: 100,
  nil: 101,
  package_identifier: 102,
  raw_string_literal_content: 103,
  rune_literal: 104,
  true: 105,
  type_identifier: 106,
  ERROR: 107,
} as const;

/** Every anonymous node kind: the number of one is its place after all of `NODE_KINDS`. */
export const TOKEN_KINDS = [
  "!",
  "!=",
  '"',
  "%",
  "%=",
  "&",
  "&&",
  "&=",
  "&^",
  "&^=",
  "(",
  ")",
  "*",
  "*=",
  "+",
  "++",
  "+=",
  ",",
  "-",
  "--",
  "-=",
  ".",
  "...",
  "/",
  "/=",
  ":",
  ":=",
  ";",
  "<",
  "<-",
  "<<",
  "<<=",
  "<=",
  "=",
  "==",
  ">",
  ">=",
  ">>",
  ">>=",
  "[",
  "]",
  "^",
  "^=",
  "`",
  "break",
  "case",
  "chan",
  "const",
  "continue",
  "default",
  "defer",
  "else",
  "fallthrough",
  "for",
  "func",
  "go",
  "goto",
  "if",
  "import",
  "interface",
  "map",
  "package",
  "range",
  "return",
  "select",
  "struct",
  "switch",
  "type",
  "var",
  "{",
  "|",
  "|=",
  "||",
  "}",
  "~",
] as const;

/** The members of each supertype of the grammar, by its public name. */
export const SUPERTYPES: Readonly<Record<string, readonly string[]>> = {
  expression: [
    "binary_expression",
    "call_expression",
    "composite_literal",
    "false",
    "float_literal",
    "func_literal",
    "identifier",
    "imaginary_literal",
    "index_expression",
    "int_literal",
    "interface_type",
    "interpreted_string_literal",
    "iota",
    "nil",
    "parenthesized_expression",
    "parenthesized_type",
    "raw_string_literal",
    "rune_literal",
    "selector_expression",
    "slice_expression",
    "struct_type",
    "true",
    "type_assertion_expression",
    "type_conversion_expression",
    "type_instantiation_expression",
    "unary_expression",
  ],
  simple_statement: [
    "assignment_statement",
    "dec_statement",
    "expression_statement",
    "inc_statement",
    "send_statement",
    "short_var_declaration",
  ],
  simple_type: [
    "array_type",
    "channel_type",
    "function_type",
    "generic_type",
    "implicit_length_array_type",
    "interface_type",
    "map_type",
    "negated_type",
    "pointer_type",
    "qualified_type",
    "slice_type",
    "struct_type",
    "type_identifier",
  ],
  statement: [
    "assignment_statement",
    "dec_statement",
    "expression_statement",
    "inc_statement",
    "send_statement",
    "short_var_declaration",
    "block",
    "break_statement",
    "const_declaration",
    "continue_statement",
    "defer_statement",
    "expression_switch_statement",
    "fallthrough_statement",
    "for_statement",
    "go_statement",
    "goto_statement",
    "if_statement",
    "labeled_statement",
    "return_statement",
    "select_statement",
    "type_declaration",
    "type_switch_statement",
    "var_declaration",
  ],
};

export type ExpressionNode =
  | BinaryExpressionNode
  | CallExpressionNode
  | CompositeLiteralNode
  | FalseNode
  | FloatLiteralNode
  | FuncLiteralNode
  | IdentifierNode
  | ImaginaryLiteralNode
  | IndexExpressionNode
  | IntLiteralNode
  | InterfaceTypeNode
  | InterpretedStringLiteralNode
  | IotaNode
  | NilNode
  | ParenthesizedExpressionNode
  | ParenthesizedTypeNode
  | RawStringLiteralNode
  | RuneLiteralNode
  | SelectorExpressionNode
  | SliceExpressionNode
  | StructTypeNode
  | TrueNode
  | TypeAssertionExpressionNode
  | TypeConversionExpressionNode
  | TypeInstantiationExpressionNode
  | UnaryExpressionNode;

export type SimpleStatementNode =
  | AssignmentStatementNode
  | DecStatementNode
  | ExpressionStatementNode
  | IncStatementNode
  | SendStatementNode
  | ShortVarDeclarationNode;

export type SimpleTypeNode =
  | ArrayTypeNode
  | ChannelTypeNode
  | FunctionTypeNode
  | GenericTypeNode
  | ImplicitLengthArrayTypeNode
  | InterfaceTypeNode
  | MapTypeNode
  | NegatedTypeNode
  | PointerTypeNode
  | QualifiedTypeNode
  | SliceTypeNode
  | StructTypeNode
  | TypeIdentifierNode;

export type StatementNode =
  | SimpleStatementNode
  | BlockNode
  | BreakStatementNode
  | ConstDeclarationNode
  | ContinueStatementNode
  | DeferStatementNode
  | ExpressionSwitchStatementNode
  | FallthroughStatementNode
  | ForStatementNode
  | GoStatementNode
  | GotoStatementNode
  | IfStatementNode
  | LabeledStatementNode
  | ReturnStatementNode
  | SelectStatementNode
  | TypeDeclarationNode
  | TypeSwitchStatementNode
  | VarDeclarationNode;

export interface ArgumentListNode extends SyntaxNodeBase {
  readonly kind: "argument_list";
}

export interface ArrayTypeNode extends SyntaxNodeBase {
  readonly kind: "array_type";
  readonly element: SimpleTypeNode | ParenthesizedTypeNode;
  readonly length: ExpressionNode;
}

export interface AssignmentStatementNode extends SyntaxNodeBase {
  readonly kind: "assignment_statement";
  readonly left: ExpressionListNode;
  readonly operator: Token<
    "%=" | "&=" | "&^=" | "*=" | "+=" | "-=" | "/=" | "<<=" | "=" | ">>=" | "^=" | "|="
  >;
  readonly right: ExpressionListNode;
}

export interface BinaryExpressionNode extends SyntaxNodeBase {
  readonly kind: "binary_expression";
  readonly left: ExpressionNode;
  readonly operator: Token<
    | "!="
    | "%"
    | "&"
    | "&&"
    | "&^"
    | "*"
    | "+"
    | "-"
    | "/"
    | "<"
    | "<<"
    | "<="
    | "=="
    | ">"
    | ">="
    | ">>"
    | "^"
    | "|"
    | "||"
  >;
  readonly right: ExpressionNode;
}

export interface BlockNode extends SyntaxNodeBase {
  readonly kind: "block";
}

export interface BreakStatementNode extends SyntaxNodeBase {
  readonly kind: "break_statement";
}

export interface CallExpressionNode extends SyntaxNodeBase {
  readonly kind: "call_expression";
  readonly arguments: ArgumentListNode;
  readonly function: ExpressionNode;
  readonly type_arguments: TypeArgumentsNode | null;
}

export interface ChannelTypeNode extends SyntaxNodeBase {
  readonly kind: "channel_type";
  readonly value: SimpleTypeNode | ParenthesizedTypeNode;
}

export interface CommunicationCaseNode extends SyntaxNodeBase {
  readonly kind: "communication_case";
  readonly communication: ReceiveStatementNode | SendStatementNode;
}

export interface CompositeLiteralNode extends SyntaxNodeBase {
  readonly kind: "composite_literal";
  readonly body: LiteralValueNode;
  readonly type:
    | ArrayTypeNode
    | GenericTypeNode
    | ImplicitLengthArrayTypeNode
    | MapTypeNode
    | QualifiedTypeNode
    | SliceTypeNode
    | StructTypeNode
    | TypeIdentifierNode;
}

export interface ConstDeclarationNode extends SyntaxNodeBase {
  readonly kind: "const_declaration";
}

export interface ConstSpecNode extends SyntaxNodeBase {
  readonly kind: "const_spec";
  readonly name: readonly IdentifierNode[];
  readonly type: SimpleTypeNode | ParenthesizedTypeNode | null;
  readonly value: ExpressionListNode | null;
}

export interface ContinueStatementNode extends SyntaxNodeBase {
  readonly kind: "continue_statement";
}

export interface DecStatementNode extends SyntaxNodeBase {
  readonly kind: "dec_statement";
}

export interface DefaultCaseNode extends SyntaxNodeBase {
  readonly kind: "default_case";
}

export interface DeferStatementNode extends SyntaxNodeBase {
  readonly kind: "defer_statement";
}

export interface DotNode extends SyntaxNodeBase {
  readonly kind: "dot";
}

export interface EmptyStatementNode extends SyntaxNodeBase {
  readonly kind: "empty_statement";
}

export interface ExpressionCaseNode extends SyntaxNodeBase {
  readonly kind: "expression_case";
  readonly value: ExpressionListNode;
}

export interface ExpressionListNode extends SyntaxNodeBase {
  readonly kind: "expression_list";
}

export interface ExpressionStatementNode extends SyntaxNodeBase {
  readonly kind: "expression_statement";
}

export interface ExpressionSwitchStatementNode extends SyntaxNodeBase {
  readonly kind: "expression_switch_statement";
  readonly initializer: SimpleStatementNode | null;
  readonly value: ExpressionNode | null;
}

export interface FallthroughStatementNode extends SyntaxNodeBase {
  readonly kind: "fallthrough_statement";
}

export interface FieldDeclarationNode extends SyntaxNodeBase {
  readonly kind: "field_declaration";
  readonly name: readonly FieldIdentifierNode[];
  readonly tag: InterpretedStringLiteralNode | RawStringLiteralNode | null;
  readonly type: SimpleTypeNode | ParenthesizedTypeNode;
}

export interface FieldDeclarationListNode extends SyntaxNodeBase {
  readonly kind: "field_declaration_list";
}

export interface ForClauseNode extends SyntaxNodeBase {
  readonly kind: "for_clause";
  readonly condition: ExpressionNode | null;
  readonly initializer: SimpleStatementNode | null;
  readonly update: SimpleStatementNode | null;
}

export interface ForStatementNode extends SyntaxNodeBase {
  readonly kind: "for_statement";
  readonly body: BlockNode;
}

export interface FuncLiteralNode extends SyntaxNodeBase {
  readonly kind: "func_literal";
  readonly body: BlockNode;
  readonly parameters: ParameterListNode;
  readonly result: SimpleTypeNode | ParameterListNode | null;
}

export interface FunctionDeclarationNode extends SyntaxNodeBase {
  readonly kind: "function_declaration";
  readonly body: BlockNode | null;
  readonly name: IdentifierNode;
  readonly parameters: ParameterListNode;
  readonly result: SimpleTypeNode | ParameterListNode | null;
  readonly type_parameters: TypeParameterListNode | null;
}

export interface FunctionTypeNode extends SyntaxNodeBase {
  readonly kind: "function_type";
  readonly parameters: ParameterListNode;
  readonly result: SimpleTypeNode | ParameterListNode | null;
}

export interface GenericTypeNode extends SyntaxNodeBase {
  readonly kind: "generic_type";
  readonly type: NegatedTypeNode | QualifiedTypeNode | TypeIdentifierNode;
  readonly type_arguments: TypeArgumentsNode;
}

export interface GoStatementNode extends SyntaxNodeBase {
  readonly kind: "go_statement";
}

export interface GotoStatementNode extends SyntaxNodeBase {
  readonly kind: "goto_statement";
}

export interface IfStatementNode extends SyntaxNodeBase {
  readonly kind: "if_statement";
  readonly alternative: BlockNode | IfStatementNode | null;
  readonly condition: ExpressionNode;
  readonly consequence: BlockNode;
  readonly initializer: SimpleStatementNode | null;
}

export interface ImplicitLengthArrayTypeNode extends SyntaxNodeBase {
  readonly kind: "implicit_length_array_type";
  readonly element: SimpleTypeNode | ParenthesizedTypeNode;
}

export interface ImportDeclarationNode extends SyntaxNodeBase {
  readonly kind: "import_declaration";
}

export interface ImportSpecNode extends SyntaxNodeBase {
  readonly kind: "import_spec";
  readonly name: BlankIdentifierNode | DotNode | PackageIdentifierNode | null;
  readonly path: InterpretedStringLiteralNode | RawStringLiteralNode;
}

export interface ImportSpecListNode extends SyntaxNodeBase {
  readonly kind: "import_spec_list";
}

export interface IncStatementNode extends SyntaxNodeBase {
  readonly kind: "inc_statement";
}

export interface IndexExpressionNode extends SyntaxNodeBase {
  readonly kind: "index_expression";
  readonly index: ExpressionNode;
  readonly operand: ExpressionNode;
}

export interface InterfaceTypeNode extends SyntaxNodeBase {
  readonly kind: "interface_type";
}

export interface InterpretedStringLiteralNode extends SyntaxNodeBase {
  readonly kind: "interpreted_string_literal";
}

export interface KeyedElementNode extends SyntaxNodeBase {
  readonly kind: "keyed_element";
  readonly key: LiteralElementNode;
  readonly value: LiteralElementNode;
}

export interface LabeledStatementNode extends SyntaxNodeBase {
  readonly kind: "labeled_statement";
  readonly label: LabelNameNode;
}

export interface LiteralElementNode extends SyntaxNodeBase {
  readonly kind: "literal_element";
}

export interface LiteralValueNode extends SyntaxNodeBase {
  readonly kind: "literal_value";
}

export interface MapTypeNode extends SyntaxNodeBase {
  readonly kind: "map_type";
  readonly key: SimpleTypeNode | ParenthesizedTypeNode;
  readonly value: SimpleTypeNode | ParenthesizedTypeNode;
}

export interface MethodDeclarationNode extends SyntaxNodeBase {
  readonly kind: "method_declaration";
  readonly body: BlockNode | null;
  readonly name: FieldIdentifierNode;
  readonly parameters: ParameterListNode;
  readonly receiver: ParameterListNode;
  readonly result: SimpleTypeNode | ParameterListNode | null;
  readonly type_parameters: TypeParameterListNode | null;
}

export interface MethodElemNode extends SyntaxNodeBase {
  readonly kind: "method_elem";
  readonly name: FieldIdentifierNode;
  readonly parameters: ParameterListNode;
  readonly result: SimpleTypeNode | ParameterListNode | null;
}

export interface NegatedTypeNode extends SyntaxNodeBase {
  readonly kind: "negated_type";
}

export interface PackageClauseNode extends SyntaxNodeBase {
  readonly kind: "package_clause";
}

export interface ParameterDeclarationNode extends SyntaxNodeBase {
  readonly kind: "parameter_declaration";
  readonly name: readonly IdentifierNode[];
  readonly type: SimpleTypeNode | ParenthesizedTypeNode;
}

export interface ParameterListNode extends SyntaxNodeBase {
  readonly kind: "parameter_list";
}

export interface ParenthesizedExpressionNode extends SyntaxNodeBase {
  readonly kind: "parenthesized_expression";
}

export interface ParenthesizedTypeNode extends SyntaxNodeBase {
  readonly kind: "parenthesized_type";
}

export interface PointerTypeNode extends SyntaxNodeBase {
  readonly kind: "pointer_type";
}

export interface QualifiedTypeNode extends SyntaxNodeBase {
  readonly kind: "qualified_type";
  readonly name: TypeIdentifierNode;
  readonly package: PackageIdentifierNode;
}

export interface RangeClauseNode extends SyntaxNodeBase {
  readonly kind: "range_clause";
  readonly left: ExpressionListNode | null;
  readonly right: ExpressionNode;
}

export interface RawStringLiteralNode extends SyntaxNodeBase {
  readonly kind: "raw_string_literal";
}

export interface ReceiveStatementNode extends SyntaxNodeBase {
  readonly kind: "receive_statement";
  readonly left: ExpressionListNode | null;
  readonly right: ExpressionNode;
}

export interface ReturnStatementNode extends SyntaxNodeBase {
  readonly kind: "return_statement";
}

export interface SelectStatementNode extends SyntaxNodeBase {
  readonly kind: "select_statement";
}

export interface SelectorExpressionNode extends SyntaxNodeBase {
  readonly kind: "selector_expression";
  readonly field: FieldIdentifierNode;
  readonly operand: ExpressionNode;
}

export interface SendStatementNode extends SyntaxNodeBase {
  readonly kind: "send_statement";
  readonly channel: ExpressionNode;
  readonly value: ExpressionNode;
}

export interface ShortVarDeclarationNode extends SyntaxNodeBase {
  readonly kind: "short_var_declaration";
  readonly left: ExpressionListNode;
  readonly right: ExpressionListNode;
}

export interface SliceExpressionNode extends SyntaxNodeBase {
  readonly kind: "slice_expression";
  readonly capacity: ExpressionNode | null;
  readonly end: ExpressionNode | null;
  readonly operand: ExpressionNode;
  readonly start: ExpressionNode | null;
}

export interface SliceTypeNode extends SyntaxNodeBase {
  readonly kind: "slice_type";
  readonly element: SimpleTypeNode | ParenthesizedTypeNode;
}

export interface SourceFileNode extends SyntaxNodeBase {
  readonly kind: "source_file";
}

export interface StatementListNode extends SyntaxNodeBase {
  readonly kind: "statement_list";
}

export interface StructTypeNode extends SyntaxNodeBase {
  readonly kind: "struct_type";
}

export interface TypeAliasNode extends SyntaxNodeBase {
  readonly kind: "type_alias";
  readonly name: TypeIdentifierNode;
  readonly type: SimpleTypeNode | ParenthesizedTypeNode;
  readonly type_parameters: TypeParameterListNode | null;
}

export interface TypeArgumentsNode extends SyntaxNodeBase {
  readonly kind: "type_arguments";
}

export interface TypeAssertionExpressionNode extends SyntaxNodeBase {
  readonly kind: "type_assertion_expression";
  readonly operand: ExpressionNode;
  readonly type: SimpleTypeNode | ParenthesizedTypeNode | null;
}

export interface TypeCaseNode extends SyntaxNodeBase {
  readonly kind: "type_case";
  readonly type: readonly (
    | SimpleTypeNode
    | FloatLiteralNode
    | ImaginaryLiteralNode
    | IntLiteralNode
    | InterpretedStringLiteralNode
    | ParenthesizedTypeNode
    | RawStringLiteralNode
    | RuneLiteralNode
  )[];
}

export interface TypeConstraintNode extends SyntaxNodeBase {
  readonly kind: "type_constraint";
}

export interface TypeConversionExpressionNode extends SyntaxNodeBase {
  readonly kind: "type_conversion_expression";
  readonly operand:
    | ExpressionNode
    | ArrayTypeNode
    | ChannelTypeNode
    | FunctionTypeNode
    | ImplicitLengthArrayTypeNode
    | MapTypeNode
    | SliceTypeNode
    | VariadicArgumentNode
    | null;
  readonly type:
    | ArrayTypeNode
    | ChannelTypeNode
    | FunctionTypeNode
    | GenericTypeNode
    | ImplicitLengthArrayTypeNode
    | InterfaceTypeNode
    | MapTypeNode
    | ParenthesizedTypeNode
    | SliceTypeNode
    | StructTypeNode;
}

export interface TypeDeclarationNode extends SyntaxNodeBase {
  readonly kind: "type_declaration";
}

export interface TypeElemNode extends SyntaxNodeBase {
  readonly kind: "type_elem";
}

export interface TypeInstantiationExpressionNode extends SyntaxNodeBase {
  readonly kind: "type_instantiation_expression";
  readonly type: SimpleTypeNode | ParenthesizedTypeNode;
}

export interface TypeParameterDeclarationNode extends SyntaxNodeBase {
  readonly kind: "type_parameter_declaration";
  readonly name: readonly IdentifierNode[];
  readonly type: TypeConstraintNode;
}

export interface TypeParameterListNode extends SyntaxNodeBase {
  readonly kind: "type_parameter_list";
}

export interface TypeSpecNode extends SyntaxNodeBase {
  readonly kind: "type_spec";
  readonly name: TypeIdentifierNode;
  readonly type: SimpleTypeNode | ParenthesizedTypeNode;
  readonly type_parameters: TypeParameterListNode | null;
}

export interface TypeSwitchStatementNode extends SyntaxNodeBase {
  readonly kind: "type_switch_statement";
  readonly alias: ExpressionListNode | null;
  readonly initializer: SimpleStatementNode | null;
  readonly value: ExpressionNode;
}

export interface UnaryExpressionNode extends SyntaxNodeBase {
  readonly kind: "unary_expression";
  readonly operand: ExpressionNode;
  readonly operator: Token<"!" | "&" | "*" | "+" | "-" | "<-" | "^" | "~">;
}

export interface VarDeclarationNode extends SyntaxNodeBase {
  readonly kind: "var_declaration";
}

export interface VarSpecNode extends SyntaxNodeBase {
  readonly kind: "var_spec";
  readonly name: readonly IdentifierNode[];
  readonly type: SimpleTypeNode | ParenthesizedTypeNode | null;
  readonly value: ExpressionListNode | null;
}

export interface VarSpecListNode extends SyntaxNodeBase {
  readonly kind: "var_spec_list";
}

export interface VariadicArgumentNode extends SyntaxNodeBase {
  readonly kind: "variadic_argument";
}

export interface VariadicParameterDeclarationNode extends SyntaxNodeBase {
  readonly kind: "variadic_parameter_declaration";
  readonly name: IdentifierNode | null;
  readonly type: SimpleTypeNode | ParenthesizedTypeNode;
}

export interface BlankIdentifierNode extends SyntaxNodeBase {
  readonly kind: "blank_identifier";
}

export interface CommentNode extends SyntaxNodeBase {
  readonly kind: "comment";
}

export interface EscapeSequenceNode extends SyntaxNodeBase {
  readonly kind: "escape_sequence";
}

export interface FalseNode extends SyntaxNodeBase {
  readonly kind: "false";
}

export interface FieldIdentifierNode extends SyntaxNodeBase {
  readonly kind: "field_identifier";
}

export interface FloatLiteralNode extends SyntaxNodeBase {
  readonly kind: "float_literal";
}

export interface IdentifierNode extends SyntaxNodeBase {
  readonly kind: "identifier";
}

export interface ImaginaryLiteralNode extends SyntaxNodeBase {
  readonly kind: "imaginary_literal";
}

export interface IntLiteralNode extends SyntaxNodeBase {
  readonly kind: "int_literal";
}

export interface InterpretedStringLiteralContentNode extends SyntaxNodeBase {
  readonly kind: "interpreted_string_literal_content";
}

export interface IotaNode extends SyntaxNodeBase {
  readonly kind: "iota";
}

export interface LabelNameNode extends SyntaxNodeBase {
  readonly kind: "label_name";
}

export interface NilNode extends SyntaxNodeBase {
  readonly kind: "nil";
}

export interface PackageIdentifierNode extends SyntaxNodeBase {
  readonly kind: "package_identifier";
}

export interface RawStringLiteralContentNode extends SyntaxNodeBase {
  readonly kind: "raw_string_literal_content";
}

export interface RuneLiteralNode extends SyntaxNodeBase {
  readonly kind: "rune_literal";
}

export interface TrueNode extends SyntaxNodeBase {
  readonly kind: "true";
}

export interface TypeIdentifierNode extends SyntaxNodeBase {
  readonly kind: "type_identifier";
}

export interface ErrorNode extends SyntaxNodeBase {
  readonly kind: "ERROR";
}

/** The node type of each kind. */
export interface NodesByKind {
  argument_list: ArgumentListNode;
  array_type: ArrayTypeNode;
  assignment_statement: AssignmentStatementNode;
  binary_expression: BinaryExpressionNode;
  block: BlockNode;
  break_statement: BreakStatementNode;
  call_expression: CallExpressionNode;
  channel_type: ChannelTypeNode;
  communication_case: CommunicationCaseNode;
  composite_literal: CompositeLiteralNode;
  const_declaration: ConstDeclarationNode;
  const_spec: ConstSpecNode;
  continue_statement: ContinueStatementNode;
  dec_statement: DecStatementNode;
  default_case: DefaultCaseNode;
  defer_statement: DeferStatementNode;
  dot: DotNode;
  empty_statement: EmptyStatementNode;
  expression_case: ExpressionCaseNode;
  expression_list: ExpressionListNode;
  expression_statement: ExpressionStatementNode;
  expression_switch_statement: ExpressionSwitchStatementNode;
  fallthrough_statement: FallthroughStatementNode;
  field_declaration: FieldDeclarationNode;
  field_declaration_list: FieldDeclarationListNode;
  for_clause: ForClauseNode;
  for_statement: ForStatementNode;
  func_literal: FuncLiteralNode;
  function_declaration: FunctionDeclarationNode;
  function_type: FunctionTypeNode;
  generic_type: GenericTypeNode;
  go_statement: GoStatementNode;
  goto_statement: GotoStatementNode;
  if_statement: IfStatementNode;
  implicit_length_array_type: ImplicitLengthArrayTypeNode;
  import_declaration: ImportDeclarationNode;
  import_spec: ImportSpecNode;
  import_spec_list: ImportSpecListNode;
  inc_statement: IncStatementNode;
  index_expression: IndexExpressionNode;
  interface_type: InterfaceTypeNode;
  interpreted_string_literal: InterpretedStringLiteralNode;
  keyed_element: KeyedElementNode;
  labeled_statement: LabeledStatementNode;
  literal_element: LiteralElementNode;
  literal_value: LiteralValueNode;
  map_type: MapTypeNode;
  method_declaration: MethodDeclarationNode;
  method_elem: MethodElemNode;
  negated_type: NegatedTypeNode;
  package_clause: PackageClauseNode;
  parameter_declaration: ParameterDeclarationNode;
  parameter_list: ParameterListNode;
  parenthesized_expression: ParenthesizedExpressionNode;
  parenthesized_type: ParenthesizedTypeNode;
  pointer_type: PointerTypeNode;
  qualified_type: QualifiedTypeNode;
  range_clause: RangeClauseNode;
  raw_string_literal: RawStringLiteralNode;
  receive_statement: ReceiveStatementNode;
  return_statement: ReturnStatementNode;
  select_statement: SelectStatementNode;
  selector_expression: SelectorExpressionNode;
  send_statement: SendStatementNode;
  short_var_declaration: ShortVarDeclarationNode;
  slice_expression: SliceExpressionNode;
  slice_type: SliceTypeNode;
  source_file: SourceFileNode;
  statement_list: StatementListNode;
  struct_type: StructTypeNode;
  type_alias: TypeAliasNode;
  type_arguments: TypeArgumentsNode;
  type_assertion_expression: TypeAssertionExpressionNode;
  type_case: TypeCaseNode;
  type_constraint: TypeConstraintNode;
  type_conversion_expression: TypeConversionExpressionNode;
  type_declaration: TypeDeclarationNode;
  type_elem: TypeElemNode;
  type_instantiation_expression: TypeInstantiationExpressionNode;
  type_parameter_declaration: TypeParameterDeclarationNode;
  type_parameter_list: TypeParameterListNode;
  type_spec: TypeSpecNode;
  type_switch_statement: TypeSwitchStatementNode;
  unary_expression: UnaryExpressionNode;
  var_declaration: VarDeclarationNode;
  var_spec: VarSpecNode;
  var_spec_list: VarSpecListNode;
  variadic_argument: VariadicArgumentNode;
  variadic_parameter_declaration: VariadicParameterDeclarationNode;
  blank_identifier: BlankIdentifierNode;
  comment: CommentNode;
  escape_sequence: EscapeSequenceNode;
  false: FalseNode;
  field_identifier: FieldIdentifierNode;
  float_literal: FloatLiteralNode;
  identifier: IdentifierNode;
  imaginary_literal: ImaginaryLiteralNode;
  int_literal: IntLiteralNode;
  interpreted_string_literal_content: InterpretedStringLiteralContentNode;
  iota: IotaNode;
  label_name: LabelNameNode;
  nil: NilNode;
  package_identifier: PackageIdentifierNode;
  raw_string_literal_content: RawStringLiteralContentNode;
  rune_literal: RuneLiteralNode;
  true: TrueNode;
  type_identifier: TypeIdentifierNode;
  ERROR: ErrorNode;
}
