export default {
  name: "errcheck",
  install: "github.com/kisielk/errcheck@v1.30.0",
  arguments: ["-blank"],
  pack: "error-handling",
  rule: "error-handling/no-ignored-errors",
  options: { cleanups: [], blank: "never", tests: true },
  classes: [
    [/ours: exempt, allowed/u, "out of scope: our options 'allowed' and 'writers'"],
    [/ours: exempt, (?:test file|exempt)/u, "out of scope: exempt files"],
    [/ours: exempt, /u, "ours right: an exemption that the page promises"],
    [/ours: undecided/u, "ours undecided"],
    [/theirs: [^;]*<-/u, "out of scope: an error that is received and dropped is no call's"],
    [/theirs: .*syscall\.Syscall/u, "out of scope: syscall.Errno is another type than error"],
  ],
};
