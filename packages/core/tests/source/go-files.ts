import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Go code of our own that has most constructs of the language once. */
export const EVERYTHING = `// Package p has a bit of everything.
package p

import (
	"fmt"
	. "math"
	_ "net/http"
	l "log"
)

const (
	a = iota
	b
)

var x, y int = 1, 2

type (
	T[P any, Q ~int | ~string] struct {
		A, B int \`json:"a"\`
		*l.Logger
		f func(int, ...string) (n int, err error)
	}
	I interface {
		fmt.Stringer
		M(x int) error
	}
	alias = map[string][]chan<- int
)

func (t *T[P, Q]) Name(p P) (result Q, err error) {
	defer func() { recover() }()
	go fmt.Println("😀", t.A)
	if v, ok := interface{}(p).(int); ok && v > 0 {
		return
	} else if !ok {
		goto end
	}
	for i := 0; i < 10; i++ {
		x += i << 1
		continue
	}
	for range 10 {
	}
	for k, v := range map[string]int{"a": 1, "b": 2} {
		_, _ = k, v
	}
	switch z := any(p).(type) {
	case int, string:
		_ = z
	default:
		break
	}
	switch {
	case x > 1:
		fallthrough
	default:
	}
	select {
	case m := <-make(chan int):
		_ = m
	default:
	}
end:
	/* a comment */ y = (((x)))
	return *new(Q), fmt.Errorf(\`raw %d\`, [...]int{1, 2: 3}[0:1:2])
}

func main() { fmt.Println(Pi, 'r', 1.5, 2i, nil, true, &T[int, string]{}) }
`;

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Go files of a Go toolchain, evenly picked, or none where there is no toolchain. */
export function toolchainFiles(count: number): { name: string; text: string }[] {
  let root: string;
  try {
    root = join(execFileSync("go", ["env", "GOROOT"], { encoding: "utf8" }).trim(), "src");
  } catch {
    return [];
  }
  const names = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".go") && !name.includes("testdata"))
    .sort();
  const step = Math.max(1, Math.floor(names.length / count));
  return names
    .filter((_, index) => index % step === 0)
    .map((name) => ({ name, text: readFileSync(join(root, name), "utf8") }))
    .filter(({ text }) => text.length < 200_000);
}

/** A text with something cut out of it or put into it, at random. */
export function breakRandomly(text: string, random: () => number): string {
  const junk = [
    "(",
    ")",
    "{",
    "}",
    "func",
    "if",
    '"',
    "`",
    "/*",
    ";",
    "\0",
    "💥",
    ":=",
    "[",
    ",",
  ];
  const at = Math.floor(random() * text.length);
  return random() < 0.5
    ? text.slice(0, at) + (junk[Math.floor(random() * junk.length)] as string) + text.slice(at)
    : text.slice(0, at) + text.slice(at + Math.floor(random() * 40));
}
