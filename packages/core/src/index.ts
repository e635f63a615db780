/**
 * The public API of Gopherwood for rule authors, and its ESLint plugin: the
 * language `gopherwood/go`.
 */
export { definePack, type GoConfig, type GoPack } from "./rule/define-pack.ts";
export { defineRule } from "./rule/define-rule.ts";
export { ruleCreator } from "./rule/rule-creator.ts";
export {
  mainPackages,
  packageNames,
  paths,
  testFiles,
  type Exemption,
  type ExemptionFile,
} from "./rule/exemptions.ts";
export {
  NAME_PATTERNS,
  STRINGS,
  type OptionDeclaration,
  type OptionsOf,
  type ValueOf,
} from "./rule/options.ts";
export { importSuggestions } from "./rule/import-suggestions.ts";
export { OptionsError } from "./rule/options-error.ts";
export { fileFact } from "./source/file-fact.ts";
export type { Fact, FactStore, FileSystem } from "./source/file-system.ts";
export { lineList } from "./source/line-list.ts";
export { matchesGlob } from "./source/matches-glob.ts";
export { projectPathOf } from "./semantics/modules/project-path.ts";
export { assumedPackageName } from "./semantics/scopes/imports.ts";
export type * from "./rule/types.ts";
export { readSettings, systemOf } from "./settings/read-settings.ts";
export { SettingsError } from "./settings/shape.ts";
export type * from "./settings/types.ts";
export type * from "./source/sites.ts";
export { rangeInLiteral, unquote } from "./source/unquote.ts";
export { enclosingSymbol } from "./source/enclosing-symbol.ts";
export { GoSourceCode, type GoLanguageOptions } from "./source/go-source-code.ts";
export type { GoFixer } from "./fix/go-fixer.ts";
export type { FixFunction } from "./fix/file-fixes.ts";
export {
  calleeOf,
  functionNamed,
  initializerOf,
  isCallTo,
  signatureOf,
  type Callee,
} from "./semantics/queries/callee.ts";
export { CalleePatterns, calleeWords } from "./semantics/queries/callee-patterns.ts";
export {
  argumentsOf,
  calledName,
  calleeText,
  childrenOf,
  contains,
  isAssignmentTarget,
  statementsOf,
  withoutIndex,
  withoutParentheses,
  withParentheses,
} from "./ast/nodes.ts";
export { lineIndentAt, nameGlob } from "./ast/text.ts";
export {
  importPathOf,
  importsIn,
  longestLiteral,
  matchesImportPath,
} from "./semantics/queries/import-paths.ts";
export type { WrittenImport } from "./semantics/scan/file-header.ts";
export { methodCallTest } from "./semantics/queries/method-calls.ts";
export { matchesName, NamePatterns } from "./semantics/queries/name-pattern.ts";
export { semanticsOf } from "./semantics/model/semantics-of.ts";
export { fieldUsesOf, isOnlyUse, refersTo, usesOf } from "./semantics/queries/uses.ts";
export {
  formatType,
  isErrorType,
  withoutPointer,
  type Field,
  type FunctionType,
  type GoType,
} from "./semantics/types/go-type.ts";
export { isBuildConstrained } from "./semantics/scan/build-constraints.ts";
export { unreadPackageOf } from "./semantics/types/unread-package.ts";
export type { SemanticModel } from "./semantics/model/semantic-model.ts";
export type {
  PackageDeclarations,
  PackageSource,
} from "./semantics/types/package-declarations.ts";
export { projectIndexOf } from "./semantics/project-index/project-index-cache.ts";
export type { ImportedModule } from "./semantics/modules/build-list.ts";
export type { ProjectIndex } from "./semantics/project-index/project-index.ts";
export type * from "./semantics/project-index/indexed-package.ts";
export {
  declaredString,
  type StringDeclaration,
} from "./semantics/queries/declared-strings.ts";
export { StaticStrings } from "./semantics/queries/static-strings.ts";
export { STRING_HOLE } from "./semantics/queries/string-functions.ts";
export { GORM_METHODS } from "./semantics/stubs/gorm.ts";
export { isDisplayString, enclosingString } from "./semantics/queries/string-context.ts";
export type { GoImport } from "./semantics/scopes/imports.ts";
export { isUniverseName } from "./semantics/scopes/universe.ts";
export type { DeclaredSymbol, GoSymbol, UniverseSymbol } from "./semantics/scopes/symbol.ts";
export {
  enclosingFunction,
  lineOfExit,
  type Branch,
  type Exit,
  type ExitKind,
  type FunctionNode,
} from "./flow/blocks.ts";
export {
  controlFlowGraphOf,
  type ControlFlowGraph,
  type PathQuery,
} from "./flow/control-flow-graph.ts";
export { assignmentTargetsOf } from "./flow/assignment-targets.ts";
export { GoLanguage } from "./language/go-language.ts";
export { SyntaxQuery, type QueryMatch } from "./syntax/syntax-query.ts";
export { childrenInFields, type ChildInField } from "./syntax/children.ts";
export { SyntaxTree } from "./syntax/tree.ts";
export type * from "./syntax/grammar.generated.ts";
export type { FieldName } from "./syntax/grammar-tables.ts";
export type * from "./syntax/node.ts";
export type * from "./syntax/position.ts";

export { gopherwood as default } from "./language/plugin.ts";
