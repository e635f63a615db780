import { systemOf, type ProjectIndex, type System } from "@gopherwood/core";

/** A system that is active and has files. */
export interface ActiveSystem {
  readonly system: System;
  /** The path of the first of its files, tests aside. */
  readonly firstFile: string;
}

const cache = new WeakMap<ProjectIndex, WeakMap<readonly System[], readonly ActiveSystem[]>>();

/** Returns the active systems that have files in a tree, by name. */
export function activeSystems(
  index: ProjectIndex,
  systems: readonly System[],
): readonly ActiveSystem[] {
  let ofTree = cache.get(index);
  if (!ofTree) cache.set(index, (ofTree = new WeakMap()));
  let active = ofTree.get(systems);
  if (!active) ofTree.set(systems, (active = findActive(index, systems)));
  return active;
}

function findActive(index: ProjectIndex, systems: readonly System[]): readonly ActiveSystem[] {
  const first = new Map<System, string>();
  for (const { files } of index.packages()) {
    for (const { path, projectPath, isTest } of files) {
      const system = isTest ? null : systemOf(systems, projectPath);
      if (system && path < (first.get(system) ?? "\uffff")) first.set(system, path);
    }
  }
  return [...first]
    .filter(([{ status }]) => status === "active")
    .map(([system, firstFile]) => ({ system, firstFile }))
    .sort((a, b) => (a.system.name < b.system.name ? -1 : 1));
}
