import { join, relative } from "node:path";

const BENCHMARKS = join(import.meta.dirname, "..");
const COMMAND = join(BENCHMARKS, "../packages/cli/bin/gopherwood.js");

/** The rules to run; every linter has a config for each, as far as it can say them. */
export const WORK = ["one-rule", "recommended"];

/**
 * Returns the runs that do the same work on a tree, ours first.
 *
 * @param peers The programs that were found, by name; null for one that is missing.
 * @param cache A folder for caches.
 * @returns Each has a name, the command and the environment; `places` reads from the output where
 *   the findings are, as `file:line`; `isWarm` says that a run before it counts for nothing.
 */
export function runsOf(work, peers, cache) {
  return [...ownRuns(work, cache), ...peerRuns(work, peers, cache), ...floors(peers)];
}

function ownRuns(work, cache) {
  const config = join(BENCHMARKS, "configs", `${work}.config.mjs`);
  const run = (name, ...more) => ({
    name,
    command: [process.execPath, COMMAND, "--config", config, ...more, "."],
  });
  const location = join(cache, `${work}.cache`);
  return [
    run("gopherwood"),
    run("gopherwood, one thread", "--concurrency", "off"),
    { ...run("gopherwood, warm", "--cache", "--cache-location", location), isWarm: true },
    {
      ...run("gopherwood, places", "--format", "json"),
      places: placesOfResults,
      isAside: true,
    },
  ];
}

function peerRuns(work, peers, cache) {
  const config = (peer, name) => join(BENCHMARKS, "peers", peer, name);
  const astGrep = peers["ast-grep"] && {
    name: "ast-grep",
    command: [
      ...[peers["ast-grep"].program, "scan", "--json=stream", "--globs", "!**/vendor/**"],
      ...["--config", config("ast-grep", `${work}/sgconfig.yml`), "."],
    ],
    places: placesOfLines,
  };
  const semgrep = peers.semgrep &&
    work === "one-rule" && {
      name: "semgrep",
      command: [
        ...[
          peers.semgrep.program,
          "scan",
          "--metrics=off",
          "--disable-version-check",
          "--json",
        ],
        ...[
          "--jobs",
          "2",
          "--exclude",
          "vendor",
          "--config",
          config("semgrep", "one-rule.yml"),
          ".",
        ],
      ],
      places: (output) =>
        JSON.parse(output).results.map(({ path, start }) => `${path}:${start.line}`),
    };
  const golangci = (name, isWarm) =>
    peers["golangci-lint"] && {
      name,
      isWarm,
      command: [
        ...[peers["golangci-lint"].program, "run", "--config"],
        ...[config("golangci-lint", `${work}.yml`), "./..."],
      ],
      env: { GOLANGCI_LINT_CACHE: join(cache, isWarm ? "golangci-warm" : "golangci-cold") },
      cacheToEmpty: isWarm ? undefined : join(cache, "golangci-cold"),
    };
  return [
    astGrep,
    semgrep,
    golangci("golangci-lint, no cache of its own", false),
    golangci("golangci-lint, warm", true),
  ].filter(Boolean);
}

/** Reading the bytes, and starting Node: nothing is faster. */
function floors({ ripgrep }) {
  return [
    ripgrep && {
      name: "ripgrep",
      // Without a path it reads its standard input.
      command: [ripgrep.program, "--count", "-g", "*.go", "irupsen/logrus", "."],
    },
    { name: "node", command: [process.execPath, "--eval", "0"] },
  ].filter(Boolean);
}

function placesOfResults(output, directory) {
  return JSON.parse(output).flatMap(({ filePath, messages }) =>
    messages.map(({ line }) => `${relative(directory, filePath)}:${line}`),
  );
}

function placesOfLines(output) {
  return output
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .map(({ file, range }) => `${file.replace(/^\.\//u, "")}:${range.start.line + 1}`);
}
