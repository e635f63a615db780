/**
 * @file The Go grammar that Gopherwood parses with: tree-sitter-go (by Max
 * Brunsfeld, Amaan Qureshi and others, MIT license, see LICENSE-tree-sitter-go)
 * with the rules below in place of its own.
 *
 * The aim is that every file `gofmt -e` accepts parses without an error node,
 * and as gofmt reads it; tools/grammar/compare-gofmt.mjs measures both. Node
 * kinds and fields stay tree-sitter-go's, so that queries written for it work.
 *
 * After a change: node tools/grammar/build.mjs
 */

const base = require("tree-sitter-go/grammar");

// tree-sitter-go's own values, which it does not export.
const PREC_PRIMARY = 7;
const PREC_UNARY = 6;

// Higher than what all alternatives inside one statement can add up to.
const PREC_END_OF_STATEMENT = 1000;
// Lower than what the parts of an expression can add up to.
const PREC_NOT_AN_INDEX = -1000;

module.exports = grammar(base, {
  name: "go",

  inline: ($, original) => [...original, $._terminator],

  // `_type` is inlined, so it cannot be a supertype: the generator warns.
  supertypes: ($, original) => original.filter((rule) => rule.name !== "_type"),

  // tree-sitter-go's, but for one that the rules below make needless and one
  // more, for type parameters of methods.
  conflicts: ($) => [
    [$._simple_type, $._expression],
    [$._simple_type, $.generic_type, $._expression],
    [$.qualified_type, $._expression],
    [$.generic_type, $._simple_type],
    [$.named_parameter, $._simple_type],
    [$.type_parameter_declaration, $._expression],
    [$.type_parameter_declaration, $._simple_type],
    [$.type_parameter_declaration, $._simple_type, $.generic_type, $._expression],
  ],

  rules: {
    // --- The ends of lines and statements -----------------------------------

    // A comment with a line end in it ends a statement as the line end would:
    // `return /*\n*/ x` returns nothing. So such a comment must be a token of
    // its own where a statement may end, and be preferred there to the comment
    // that may stand anywhere; the line end is preferred to both, or else the
    // lexer would read on and put it into the comment that follows.
    // tree-sitter-go also has "\0" here, for the end of the file; that left a
    // missing node when the last declaration has no line end.
    _terminator: ($) =>
      choice(token(prec(1, /\n/)), ";", alias($._multiline_comment, $.comment)),
    _multiline_comment: () =>
      token(prec(1, /\/\*([^*\n]|\*+[^*\/\n])*\**\n([^*]|\*+[^*\/])*\*+\//)),

    source_file: ($) => {
      const item = choice($._statement, $._top_level_declaration);
      return seq(repeat(seq(item, $._terminator)), optional(item));
    },

    import_spec_list: ($) => parenthesizedSpecs($, $.import_spec),
    // `const (a = 1)` on one line needs no terminator before the parenthesis.
    const_declaration: ($) =>
      seq("const", choice($.const_spec, parenthesizedSpecs($, $.const_spec))),
    var_spec_list: ($) => parenthesizedSpecs($, $.var_spec),
    type_declaration: ($) => {
      const spec = choice($.type_spec, $.type_alias);
      return seq("type", choice(spec, parenthesizedSpecs($, spec)));
    },
    field_declaration_list: ($) => seq("{", terminated($, $.field_declaration), "}"),
    interface_type: ($) => seq("interface", "{", terminated($, $._interface_elem), "}"),

    // An empty statement is its own semicolon: `{; x }`, `L: ; x`.
    //
    // If an expression can also be the beginning of a type, the parser
    // follows both readings, and the one as a type does not take the line end
    // for a terminator: `x := a[i]` with `(*p).f()` or `{ ... }` on the next
    // line became one call or one composite literal. Go has no such choice: a
    // line end that can end the statement does.
    statement_list: ($) => {
      const closed = choice(
        prec.dynamic(PREC_END_OF_STATEMENT, seq($._statement, $._terminator)),
        $.empty_statement,
        alias($.closed_labeled_statement, $.labeled_statement),
      );
      const last = choice($._statement, alias($.empty_labeled_statement, $.labeled_statement));
      return choice(last, seq(repeat1(closed), optional(last)));
    },
    _statement: ($, original) =>
      choice(...original.members.filter((rule) => rule.name !== "empty_statement")),
    closed_labeled_statement: ($) =>
      seq(
        label($),
        choice($.empty_statement, alias($.closed_labeled_statement, $.labeled_statement)),
      ),
    // `L: M: }`
    empty_labeled_statement: ($) =>
      seq(label($), optional(alias($.empty_labeled_statement, $.labeled_statement))),

    // --- Headers: `if ; x {`, and a line end instead of the semicolon ---------

    if_statement: ($) =>
      seq(
        "if",
        optional(initializer($)),
        field("condition", $._expression),
        field("consequence", $.block),
        optional(seq("else", field("alternative", choice($.block, $.if_statement)))),
      ),
    for_clause: ($) =>
      seq(
        initializer($),
        choice(seq(field("condition", $._expression), $._terminator), ";"),
        field("update", optional($._simple_statement)),
      ),
    expression_switch_statement: ($) =>
      seq(
        "switch",
        optional(initializer($)),
        field("value", optional($._expression)),
        "{",
        repeat(choice($.expression_case, $.default_case)),
        "}",
      ),
    _type_switch_header: ($) =>
      seq(
        optional(initializer($)),
        optional(seq(field("alias", $.expression_list), ":=")),
        field("value", $._expression),
        ".",
        "(",
        "type",
        ")",
      ),

    // --- Parameters -----------------------------------------------------------

    // Either all parameters have names, or none has. tree-sitter-go decides that
    // anew at each comma, cannot follow all readings of a long list, and takes the
    // first of ten names (`a, b, c T`) for types.
    parameter_list: ($) => {
      const named = choice(
        alias($.named_parameter, $.parameter_declaration),
        alias($.named_variadic_parameter, $.variadic_parameter_declaration),
      );
      const unnamed = choice($.parameter_declaration, $.variadic_parameter_declaration);
      const list = choice(commaSeparated(named), commaSeparated(unnamed));
      return seq("(", optional(seq(list, optional(","))), ")");
    },
    parameter_declaration: ($) => field("type", $._type),
    variadic_parameter_declaration: ($) => seq("...", field("type", $._type)),
    named_parameter: ($) =>
      seq(commaSeparated(field("name", $.identifier)), field("type", $._type)),
    named_variadic_parameter: ($) =>
      seq(field("name", $.identifier), "...", field("type", $._type)),

    // --- Newer Go -------------------------------------------------------------

    // Go 1.27: methods with type parameters.
    method_declaration: ($) =>
      prec.right(
        1,
        seq(
          "func",
          field("receiver", $.parameter_list),
          field("name", $._field_identifier),
          field("type_parameters", optional($.type_parameter_list)),
          field("parameters", $.parameter_list),
          field("result", optional(choice($.parameter_list, $._simple_type))),
          field("body", optional($.block)),
        ),
      ),

    // Go 1.26: `new(expr)`; and `new`, `make` may be one's own functions. What
    // can be a type (`x`, `p.x`, `*x`, `x[i]`) stays one, as before: only the
    // declarations can tell.
    special_argument_list: ($) =>
      seq(
        "(",
        optional(
          seq(
            choice(prec.dynamic(5, $._type), $._expression, $.variadic_argument),
            repeat(seq(",", argument($))),
            optional(","),
          ),
        ),
        ")",
      ),

    // Go's letters and digits, not Unicode's XID: the two differ both ways.
    identifier: () => /[_\p{L}][_\p{L}\p{Nd}]*/,

    // --- Types and expressions ------------------------------------------------

    // All that can be a call is one, in tree-sitter-go as well, where a name as the
    // type of a conversion always loses. Not to offer it keeps the parser from
    // following both readings of every call, which makes it faster. A pointer
    // type is not offered because `*[]T(x)` is the pointee of a conversion;
    // `(*T)(x)` has parentheses.
    // More or fewer operands than one are wrong, but not syntax errors.
    type_conversion_expression: ($) =>
      prec.dynamic(
        -1,
        choice(
          seq(
            field("type", $.generic_type),
            "(",
            field("operand", $._expression),
            optional(","),
            ")",
          ),
          seq(
            field(
              "type",
              choice($.struct_type, $.interface_type, $.parenthesized_type, ...openTypes($)),
            ),
            "(",
            optional(
              seq(field("operand", argument($)), repeat(seq(",", argument($))), optional(",")),
            ),
            ")",
          ),
        ),
      ),

    // `a[i][b[j]]` is an index wherever it can be one, as Go's parser reads it; what
    // the names of types add up to in tree-sitter-go made it a type with arguments.
    type_instantiation_expression: ($) =>
      prec.dynamic(
        PREC_NOT_AN_INDEX,
        seq(field("type", $._type), "[", commaSeparated($._type), optional(","), "]"),
      ),

    // A type that ends with a bracket of its own can be an operand, as in the
    // method expression `interface{ M() }.M`. Below: what else gofmt lets pass,
    // leaving it to the type checker.
    _expression: ($, original) =>
      choice(
        ...original.members,
        $._closed_type,
        alias($._type_guard, $.type_assertion_expression),
      ),
    _closed_type: ($) => typeAsValue($.struct_type, $.interface_type, $.parenthesized_type),

    // --- What only the type checker rejects -----------------------------------

    // Types as values: `f([]T)`, `x = func()`, `[]T` as a statement.
    _open_type: ($) => typeAsValue(...openTypes($)),
    expression_list: ($) => commaSeparated(choice($._expression, $._open_type)),
    argument_list: ($) =>
      seq("(", optional(seq(commaSeparated(argument($)), optional(","))), ")"),
    expression_statement: ($) => choice($._expression, $._open_type),
    // `[...]T` where it is not the type of a literal.
    _simple_type: ($, original) => choice(...original.members, $.implicit_length_array_type),
    // `const x T` with no value.
    const_spec: ($) =>
      prec.left(
        seq(
          field("name", commaSeparated($.identifier)),
          field("type", optional($._type)),
          optional(seq("=", field("value", $.expression_list))),
        ),
      ),
    // `x.(type)` outside a switch: a type assertion with no type. The low
    // precedence at its end lets the header of a type switch go first.
    _type_guard: ($) =>
      seq(
        prec(PREC_PRIMARY, seq(field("operand", $._expression), ".", "(", "type")),
        prec(-10, ")"),
      ),
    // `~x`
    unary_expression: ($) =>
      prec(
        PREC_UNARY,
        seq(
          field("operator", choice("+", "-", "!", "^", "*", "&", "<-", "~")),
          field("operand", $._expression),
        ),
      ),
    // Values where a type switch wants types.
    type_case: ($) => {
      const literals = [
        $._string_literal,
        $.int_literal,
        $.float_literal,
        $.imaginary_literal,
        $.rune_literal,
      ];
      return seq(
        "case",
        field("type", commaSeparated(choice($._type, ...literals))),
        ":",
        optional($.statement_list),
      );
    },
  },
});

function commaSeparated(rule) {
  return seq(rule, repeat(seq(",", rule)));
}

/** Any number of `rule`, a terminator between two and perhaps after the last. */
function terminated($, rule) {
  return optional(seq(rule, repeat(seq($._terminator, rule)), optional($._terminator)));
}

function parenthesizedSpecs($, spec) {
  return seq("(", terminated($, spec), ")");
}

function label($) {
  return seq(field("label", alias($.identifier, $.label_name)), ":");
}

function initializer($) {
  return choice(seq(field("initializer", $._simple_statement), $._terminator), ";");
}

function argument($) {
  return choice($._expression, $._open_type, $.variadic_argument);
}

/**
 * Types where a value is wanted; any other reading goes first, as in
 * `type T[P *struct{}] int`, which is no array.
 */
function typeAsValue(...types) {
  return prec(-2, prec.dynamic(-10, choice(...types)));
}

/** Types that end with another type: what follows may belong to that one. */
function openTypes($) {
  return [
    $.slice_type,
    $.array_type,
    $.implicit_length_array_type,
    $.map_type,
    $.channel_type,
    $.function_type,
  ];
}
