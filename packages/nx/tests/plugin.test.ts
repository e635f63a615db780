import { afterAll, describe, expect, test } from "@jest/globals";
import type { CreateDependenciesContext, TargetConfiguration } from "@nx/devkit";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import {
  createDependencies,
  createNodesV2,
  type GopherwoodPluginOptions,
} from "@gopherwood/nx";

const directories: string[] = [];

afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true });
});

const FILES = {
  "go.mod":
    "// All tools.\n// module example.com/old\nmodule example.com/team/tools\n\nrequire example.com/api v0.0.0\n",
  "gopherwood.config.mjs": "",
  "api/go.mod": "module example.com/api // the first\n",
  "services/a/go.mod":
    "module example.com/a\n\nrequire example.com/api v0.0.0\n\nreplace example.com/api => ../../api\n",
  "services/a/v2/go.mod": "module example.com/a/v2\n\n// not example.com/a\n",
  "services/b/go.mod": 'module "example.com/b"\n\nrequire (\n\texample.com/a v1.0.0\n)\n',
  "services/b/gopherwood.config.yaml": "",
  "services/b/package.json": '{ "name": "b" }',
  "services/b/testdata/mod/go.mod": "module example.com/x\n",
  "vendored_tools.d/go.mod": "",
  "vendor/example.com/y/go.mod": "module example.com/y\n",
  "_build/go.mod": "module example.com/build\n",
  ".cache/go.mod": "module example.com/cache\n",
};

/** Returns the projects that the plugin makes of the workspace, by their directories. */
async function projectsOf(
  options?: GopherwoodPluginOptions,
  written: Readonly<Record<string, string>> = FILES,
) {
  const workspaceRoot = mkdtempSync(join(tmpdir(), "gopherwood-nx-"));
  directories.push(workspaceRoot);
  for (const [path, text] of Object.entries(written)) {
    mkdirSync(dirname(join(workspaceRoot, path)), { recursive: true });
    writeFileSync(join(workspaceRoot, path), text);
  }
  const [pattern, create] = createNodesV2;
  expect(pattern).toBe("**/go.mod");
  const files = Object.keys(written).filter((path) => path.endsWith("go.mod"));
  const made = await create(files, options, { workspaceRoot, nxJsonConfiguration: {} });
  const projects = Object.assign({}, ...made.map(([, { projects: one }]) => one)) as Record<
    string,
    { name?: string; targets: Record<string, TargetConfiguration<{ cwd: string }>> }
  >;
  expect(made.map(([file]) => dirname(file))).toEqual(Object.keys(projects));
  return { projects, workspaceRoot };
}

test("each go.mod is a project with a task, but for those that are left out", async () => {
  const { projects } = await projectsOf();
  const names = Object.entries(projects).map(([root, { name }]) => [root, name]);
  expect(names).toEqual([
    [".", "tools"],
    ["api", "api"],
    ["services/a", "services-a"],
    ["services/a/v2", "services-a-v2"],
    ["services/b", undefined],
    ["vendored_tools.d", "vendored_tools.d"],
  ]);
});

describe("a task", () => {
  test("runs the command in the module, without the modules below it", async () => {
    const { projects } = await projectsOf({ args: "--quiet" });
    const { inputs: _, ...target } = projects["services/a"]?.targets["gopherwood"] ?? {};
    expect(target).toEqual({
      cache: true,
      command: 'gopherwood --no-error-on-unmatched-pattern --ignore-pattern "v2/**" --quiet',
      options: { cwd: "services/a" },
      outputs: [],
      metadata: {
        technologies: ["go"],
        description: "Lints the module with the rules of its Gopherwood config.",
      },
    });
    const below = ["api", "services/a", "services/a/v2", "services/b", "vendored_tools.d"];
    expect(projects["."]?.targets["gopherwood"]?.command).toBe(
      [
        "gopherwood --no-error-on-unmatched-pattern",
        ...below.map((root) => `--ignore-pattern "${root}/**"`),
        "--quiet",
      ].join(" "),
    );
  });

  test("has no more words in its command than it needs", async () => {
    const { projects } = await projectsOf();
    expect(projects["api"]?.targets["gopherwood"]?.command).toBe(
      "gopherwood --no-error-on-unmatched-pattern",
    );
  });

  test("is run again after what its findings depend on: by default any Go file", async () => {
    const { projects } = await projectsOf();
    expect(projects["services/b"]?.targets["gopherwood"]?.inputs).toEqual([
      "{projectRoot}/**/*",
      "{workspaceRoot}/**/*.go",
      "{workspaceRoot}/**/go.mod",
      "{workspaceRoot}/go.work",
      "{workspaceRoot}/services/b/*",
      "{workspaceRoot}/services/gopherwood-baseline.json",
      "{workspaceRoot}/gopherwood-baseline.json",
    ]);
  });

  test.each([
    ["gopherwood.config.js", true],
    ["gopherwood.config.mts", true],
    ["gopherwood.config.yml", true],
    ["gopherwood.config.json", true],
    ["gopherwood.config.json.bak", false],
    ["my.gopherwood.config.js", false],
  ])("depends on what is beside its config: %s %s", async (config, isConfig) => {
    const { projects } = await projectsOf(
      {},
      { "go.mod": "module example.com/a\n", [config]: "" },
    );
    expect(projects["."]?.targets["gopherwood"]?.inputs).toEqual([
      "{projectRoot}/**/*",
      "{workspaceRoot}/**/*.go",
      "{workspaceRoot}/**/go.mod",
      "{workspaceRoot}/go.work",
      ...(isConfig ? ["{workspaceRoot}/*"] : []),
    ]);
  });

  test("of an independent module, after its own and those of required modules", async () => {
    const { projects } = await projectsOf({
      targetName: "lint",
      independent: true,
      inputs: ["{workspaceRoot}/lint/**"],
      outputs: ["{projectRoot}/lint.json"],
    });
    const { inputs, outputs } = projects["api"]?.targets["lint"] ?? {};
    expect(inputs).toEqual([
      "{projectRoot}/**/*",
      "^{projectRoot}/**/*.go",
      "^{projectRoot}/go.mod",
      "{workspaceRoot}/go.work",
      "{workspaceRoot}/*",
      "{workspaceRoot}/gopherwood-baseline.json",
      "{workspaceRoot}/lint/**",
      "!{projectRoot}/lint.json",
    ]);
    expect(outputs).toEqual(["{projectRoot}/lint.json"]);
  });
});

test("a project depends on those whose modules it requires", async () => {
  const { projects, workspaceRoot } = await projectsOf();
  const named = Object.entries(projects).map(([root, { name = "b" }]) => [name, { root }]);
  const context = {
    projects: { ...Object.fromEntries(named), web: { root: "web" } } as object,
    workspaceRoot,
  };
  const found = await createDependencies(undefined, context as CreateDependenciesContext);
  const type = "static";
  expect(found).toEqual([
    { source: "tools", target: "api", sourceFile: "go.mod", type },
    { source: "services-a", target: "api", sourceFile: "services/a/go.mod", type },
    { source: "b", target: "services-a", sourceFile: "services/b/go.mod", type },
  ]);
});
