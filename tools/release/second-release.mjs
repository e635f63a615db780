/**
 * Makes a second release of a copy of the work tree against a registry of its own, and installs it
 * over the first as a user would, by the install line of the README: with npm, with pnpm in its
 * strict layout, and with Yarn's Plug'n'Play.
 *
 *   npm run build && node tools/release/second-release.mjs [npm pnpm yarn]
 *
 * Needs the network: the registry, the package managers and the dependencies come from npm.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PACKAGES } from "../generate/packages.mjs";
import { root } from "../generate/write.mjs";

const TOOLS = {
  private: true,
  dependencies: { verdaccio: "6.8.0", pnpm: "^10.0.0", "@yarnpkg/cli-dist": "^4.0.0" },
  // Later ones are ES modules, which verdaccio cannot load.
  overrides: { "node-fetch": "2.7.0" },
};

const PORT = 47_873;
const REGISTRY = `http://127.0.0.1:${PORT}/`;

const FILES = {
  "package.json": '{ "private": true }\n',
  "go.mod": "module a\n",
  "a.go": 'package a\n\nimport "os"\n\nfunc f() {\n\tos.Chdir("x")\n}\n',
};
const FINDING = "error-handling/no-ignored-errors";

const work = mkdtempSync(join(tmpdir(), "gopherwood-second-release-"));
const env = {
  ...process.env,
  GIT_AUTHOR_NAME: "A Releaser",
  GIT_AUTHOR_EMAIL: "releaser@example.com",
  GIT_COMMITTER_NAME: "A Releaser",
  GIT_COMMITTER_EMAIL: "releaser@example.com",
};

/** Runs a program and returns its standard output; status 1 is a lint with findings. */
function run(cwd, command, ...args) {
  const options = { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] };
  try {
    return execFileSync(command, args, options);
  } catch (error) {
    if (error.status === 1 && error.stdout.includes(FINDING)) return error.stdout;
    throw new Error(`${[command, ...args].join(" ")}:\n${error.stdout}${error.stderr}`, {
      cause: error,
    });
  }
}

function manifestOf(directory, name) {
  return JSON.parse(readFileSync(join(directory, "packages", name, "package.json"), "utf8"));
}

/** Makes a repository of the work tree, with what is built, in which everything was released. */
function firstRelease() {
  const directory = join(work, "first");
  const list = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  for (const path of run(root, "git", ...list).split("\0")) {
    if (path !== "" && existsSync(join(root, path))) {
      cpSync(join(root, path), join(directory, path));
    }
  }
  symlinkSync(join(root, "node_modules"), join(directory, "node_modules"), "junction");
  run(directory, "git", "init", "--quiet", "--initial-branch", "main");
  run(directory, "git", "add", ".");
  run(directory, "git", "commit", "--quiet", "--message", "chore: release");
  for (const name of PACKAGES) {
    const { name: id, version } = manifestOf(directory, name);
    run(directory, "git", "tag", "--annotate", `${id}@${version}`, "--message", "released");
    const dist = join("packages", name, "dist");
    if (existsSync(join(root, dist))) {
      cpSync(join(root, dist), join(directory, dist), { recursive: true });
    }
  }
  return directory;
}

/** Makes the next release, with a feature of core, and builds it. */
function secondRelease(first) {
  appendFileSync(join(first, "packages/core/src/index.ts"), "// More.\n");
  run(first, "git", "commit", "--quiet", "--all", "--message", "feat(core): do more");
  const output = run(first, "npm", "run", "release", "--", "--dry-run");
  const directory = / is in (?<directory>.+)\n/u.exec(output)?.groups?.directory;
  if (directory === undefined) throw new Error(`The release says not where it is:\n${output}`);
  for (const name of PACKAGES) {
    const own = join("packages", name, "node_modules");
    if (existsSync(join(root, own)))
      symlinkSync(join(root, own), join(directory, own), "junction");
  }
  run(directory, "npm", "run", "build");
  return directory;
}

/** Publishes the packages of a release that another does not have; all without another. */
function publish(release, before) {
  const published = [];
  for (const name of PACKAGES) {
    const { name: id, version, private: isPrivate } = manifestOf(release, name);
    if (isPrivate || (before && manifestOf(before, name).version === version)) continue;
    run(
      join(release, "packages", name),
      "npm",
      "publish",
      `--registry=${REGISTRY}`,
      `--${REGISTRY.slice("http:".length)}:_authToken=anyone`,
      "--ignore-scripts",
      "--no-provenance",
    );
    published.push(`${id}@${version}`);
  }
  return published;
}

/** Returns true once the registry answers. */
async function answers() {
  const request = get(`${REGISTRY}-/ping`);
  try {
    const [response] = await once(request, "response");
    response.resume();
    return response.statusCode === 200;
  } catch {
    return false;
  }
}

async function startRegistry(tools) {
  const config = join(work, "verdaccio.yaml");
  const upstream = run(root, "npm", "config", "get", "registry").trim();
  const ours = { access: "$all", publish: "$all" };
  const settings = {
    storage: join(work, "storage"),
    uplinks: { npm: { url: upstream, timeout: "60s" } },
    packages: {
      ...Object.fromEntries(PACKAGES.map((name) => [manifestOf(root, name).name, ours])),
      "**": { access: "$all", proxy: "npm" },
    },
    log: { type: "stdout", level: "error" },
  };
  writeFileSync(config, JSON.stringify(settings));
  const verdaccio = join(tools, "node_modules/verdaccio/bin/verdaccio");
  const args = [verdaccio, "--config", config, "--listen", `127.0.0.1:${PORT}`];
  const server = spawn(process.execPath, args, { stdio: "inherit" });
  for (let tries = 0; tries < 100; tries += 1) {
    if (await answers()) return server;
    await sleep(300);
  }
  throw new Error("The registry did not start.");
}

/** The package managers: how to add packages, and to run the command that is installed. */
function managers(tools) {
  const pnpm = join(tools, "node_modules/pnpm/bin/pnpm.cjs");
  const yarn = join(tools, "node_modules/@yarnpkg/cli-dist/bin/yarn.js");
  return {
    npm: {
      files: { ".npmrc": `registry=${REGISTRY}\n` },
      add: ["npm", "install", "--save-dev", "--no-audit", "--no-fund"],
      exec: ["npx", "--no-install"],
    },
    pnpm: {
      files: { ".npmrc": `registry=${REGISTRY}\nstore-dir=${join(work, "pnpm-store")}\n` },
      add: [process.execPath, pnpm, "add", "--save-dev"],
      exec: [process.execPath, pnpm, "exec"],
    },
    yarn: {
      files: {
        ".yarnrc.yml": JSON.stringify({
          nodeLinker: "pnp",
          npmRegistryServer: REGISTRY,
          unsafeHttpWhitelist: ["127.0.0.1"],
          enableGlobalCache: false,
          enableTelemetry: false,
          // A release is minutes old here.
          npmMinimalAgeGate: 0,
        }),
        "yarn.lock": "",
      },
      add: [process.execPath, yarn, "add", "--dev"],
      exec: [process.execPath, yarn, "exec"],
    },
  };
}

/** Installs the packages that the README names, in an empty directory or over what is there. */
function install(name, { files, add, exec }, version) {
  const directory = join(work, `by-${name}`);
  const isNew = !existsSync(directory);
  if (isNew) {
    mkdirSync(directory);
    for (const [path, text] of Object.entries({ ...FILES, ...files })) {
      writeFileSync(join(directory, path), text);
    }
  }
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const [, line = ""] = /^npm install --save-dev (gopherwood .+)$/mu.exec(readme) ?? [];
  const [add0, ...addArgs] = add;
  run(directory, add0, ...addArgs, ...line.split(" ").map((id) => `${id}@latest`));
  const [exec0, ...execArgs] = exec;
  if (isNew) run(directory, exec0, ...execArgs, "gopherwood", "--init");
  const { tool, results } = JSON.parse(
    run(directory, exec0, ...execArgs, "gopherwood", "--format", "report", "."),
  );
  const found = results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
  if (found.join() !== FINDING || tool.version !== version) {
    throw new Error(`${name}: core is ${tool.version}, not ${version}; it found '${found}'.`);
  }
  console.log(`${name}: core ${version} is installed and finds what it has to`);
}

const wanted = process.argv.slice(2);
const tools = join(work, "tools");
mkdirSync(tools);
writeFileSync(join(tools, "package.json"), JSON.stringify(TOOLS));
run(tools, "npm", "install", "--no-audit", "--no-fund");
const server = await startRegistry(tools);
const directories = [work];
try {
  const all = Object.entries(managers(tools));
  const chosen = wanted.length > 0 ? all.filter(([name]) => wanted.includes(name)) : all;
  const first = firstRelease();
  console.log(`published ${publish(first, null).join(" ")}`);
  const { version: before } = manifestOf(first, "core");
  for (const [name, manager] of chosen) install(name, manager, before);
  const second = secondRelease(first);
  directories.push(second);
  console.log(`published ${publish(second, first).join(" ")}`);
  const { version: after } = manifestOf(second, "core");
  for (const [name, manager] of chosen) install(name, manager, after);
} finally {
  server.kill();
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
}
