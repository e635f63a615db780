import { STRINGS } from "@gopherwood/core";

/** Phrases that comments use for code which is not the real one, and hardly for anything else. */
const PHRASES: readonly string[] = [
  ...["implementation", "logic", "code", "value", "data", "until", "for now"].map(
    (word) => `placeholder ${word}`,
  ),
  ...["this is", "just", "only"].map((words) => `${words} a placeholder`),
  ...["dummy", "stub", "mock", "fake", "simulated"].map((word) => `${word} implementation`),
  ...["success", "work", "processing", "delay", "api call", "response", "the call"].map(
    (words) => `simulate ${words}`,
  ),
  ...["response", "result", "results", "data", "success", "for now"].map(
    (words) => `simulated ${words}`,
  ),
  ...["simulate", "return", "just return", "hardcode", "hard-code"].map(
    (words) => `for now ${words}`,
  ),
  "hardcoded for now",
  "hard-coded for now",
  "in a real implementation",
  "in a real system",
  "in the real implementation",
  "in real implementation",
  "a real implementation would",
  "the real implementation would",
  "actual implementation would",
  "in production this would",
  "implement me",
  ...["still", "yet"].map((word) => `${word} to be implemented`),
  "not yet implemented",
  "not implemented yet",
];

const MISSING: readonly string[] = [
  "not implemented",
  "not yet implemented",
  "unimplemented",
  "implement me",
  "TODO",
];

/** The texts that `no-placeholder-code` looks for. */
export const PLACEHOLDER_OPTIONS = {
  marks: {
    description: "Texts at the start of a comment line that says what is missing.",
    ...STRINGS,
    default: ["TODO", "FIXME", "XXX"],
  },
  phrases: {
    description:
      "Phrases, of any case, that comments use for code which only stands for something.",
    ...STRINGS,
    default: PHRASES,
  },
  missing: {
    description:
      "Phrases, of any case, that panics and errors use for code which is not there.",
    ...STRINGS,
    default: MISSING,
  },
  tracked: {
    description:
      "An expression for what a mark's sentences have if the work is recorded elsewhere.",
    type: "string",
    default: String.raw`^\w+ ?[([]\d+(?:, ?\d+)*[)\]]|#\d|https?://|\b[A-Z][A-Z\d]+-\d|\b(?:[Ii]ssues?|[Bb]ugs?|[Tt]ickets?)[ /]\d|\b(?:b|cl)/\d`,
  },
} as const;

/** Globs of files whose names say that they stand in for something in tests. */
export const TEST_DOUBLES: readonly string[] = [
  "{fake,fakes,mock,mocks,stub,stubs,test,tests,e2e}/**",
  "*test/**",
  "{fake,fakes,mock,mocks}*.go",
  "{dummy,noop,stub,stubs}{,_*}.go",
  "*_{dummy,fake,fakes,mock,mocks,noop,stub,stubs}.go",
];
