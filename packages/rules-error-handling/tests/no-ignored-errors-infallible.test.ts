import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-ignored-errors.ts";
import { exempt, go, site } from "./support/ignored-errors.ts";

/** A package that marshals a value. */
const marshal = (value: string, call = "Marshal") => ({
  "go.mod": "module example.com/app\n\ngo 1.24\n",
  "f.go": `package p\n\nimport (\n\t"encoding/json"\n\t"time"\n)\n\nvar _ time.Time\n\nfunc f() {\n\tb, _ := json.${call}(${value})\n\tprintln(b)\n}\n\ntype plain struct {\n\tA string\n\tB []named\n\tc any\n}\n\ntype named struct{ N int }\n\ntype list struct{ Next *list }\n\ntype own struct{}\n\nfunc (*own) MarshalJSON() ([]byte, error) { return nil, nil }\n\ntype texter struct{}\n\nfunc (texter) MarshalText() ([]byte, error) { return nil, nil }\n\ntype text struct{ A own }\n\ntype outer struct{ named }\n`,
});

new RuleTester().run("error-handling/no-ignored-errors", rule, {
  valid: [
    exempt(
      "a write to standard error by another name",
      'w := os.Stderr\n\tfmt.Fprintln(w, "x")',
      "allowed writer: os.Stderr",
    ),
    exempt("a print", 'fmt.Println("a")', "allowed: fmt.Print*"),
    exempt(
      "a write that does not fail",
      'b.WriteString("a")',
      "allowed writer: bytes.Buffer",
      "f(b *bytes.Buffer)",
    ),
    exempt(
      "a write to the address of a builder",
      'var b strings.Builder; fmt.Fprintf(&b, "a")',
      "allowed writer: strings.Builder",
    ),
    exempt("an embedded method", "h.Write(nil)", "allowed writer: hash.Hash", "f(h hash.Hash)"),
    exempt("standard error", 'fmt.Fprintln(os.Stderr, "a")', "allowed writer: os.Stderr"),
    exempt(
      "an answer to a request",
      'io.WriteString(w, "a")',
      "allowed writer: net/http.ResponseWriter",
      "f(w http.ResponseWriter)",
    ),
    exempt("random numbers", "rand.Read(nil)", "allowed: math/rand.Read"),
    exempt(
      "a copy that is thrown away",
      "io.Copy(io.Discard, r)",
      "allowed writer: io.Discard",
      "f(r io.Reader)",
    ),
    exempt(
      "a copy by way of a buffer that is thrown away",
      "io.CopyBuffer(io.Discard, r, nil)",
      "allowed writer: io.Discard",
      "f(r io.Reader)",
    ),
    exempt(
      "a part that is thrown away",
      "io.CopyN(io.Discard, r, 1)",
      "allowed writer: io.Discard",
      "f(r io.Reader)",
    ),
    exempt(
      "a constant pattern, for a text that is read",
      'ok, _ := regexp.MatchReader("a+", r); _ = ok',
      "with these constants it fails always or never",
      "f(r io.RuneReader)",
    ),
    exempt(
      "a print to any writer",
      'fmt.Fprintln(w, "a")',
      "allowed writer: io.Writer",
      "f(w io.Writer)",
    ),
    exempt(
      "a print without a format to any writer",
      'fmt.Fprint(w, "a")',
      "allowed writer: io.Writer",
      "f(w io.Writer)",
    ),
    ...["WriteByte('a')", "WriteRune('a')", 'WriteString("a")', "Write(nil)"].map((call) =>
      exempt(call, `b.${call}`, "allowed writer: strings.Builder", "f(b strings.Builder)"),
    ),
    exempt(
      "a print of a formatter",
      'fmt.Fprintf(s, "a")',
      "allowed writer: fmt.State",
      "f(s fmt.State)",
    ),
    exempt(
      "the end of what is written to standard output",
      "w := tabwriter.NewWriter(os.Stdout, 0, 0, 0, ' ', 0)\n\tw.Flush()",
      "allowed writer: os.Stdout",
    ),
    {
      name: "a writer around a writer around a buffer",
      code: go(
        "var b bytes.Buffer\n\tinner := tabwriter.NewWriter(&b, 0, 0, 0, ' ', 0)\n\tw := csv.NewWriter(inner)\n\tw.Write(nil)\n\tdefer inner.Flush()",
      ),
      sites: [
        site("exempt", "allowed writer: text/tabwriter.Writer"),
        site("exempt", "allowed writer: bytes.Buffer"),
      ],
    },
    exempt(
      "a value of fixed size, written to memory",
      "var w bytes.Buffer\n\tbinary.Write(&w, binary.BigEndian, 1)",
      "allowed writer: bytes.Buffer",
    ),
    exempt("an environment variable", 'os.Setenv("A", "b")', "allowed: os.Setenv"),
    {
      name: "constants that can be read",
      code: go('n, _ := strconv.Atoi("1"); _ = n'),
      sites: [site("exempt", "with these constants it fails always or never")],
    },
    {
      name: "calls of Cobra and Viper that cannot fail, whose modules are not there",
      code: 'package p\n\nimport (\n\t"github.com/spf13/cobra"\n\t"github.com/spf13/viper"\n)\n\nfunc f(c *cobra.Command) {\n\tc.Flags().StringP("a", "b", "", "")\n\tc.PersistentFlags().BoolVar(nil, "c", false, "")\n\tc.SetArgs(nil)\n\tviper.SetDefault("d", 1)\n\tviper.GetViper().AutomaticEnv()\n}\n',
      sites: [],
    },
    {
      name: "a request of Resty that is built, whose module is not there",
      code: 'package p\n\nimport "github.com/go-resty/resty/v2"\n\nfunc f(c *resty.Client) {\n\tr := c.R()\n\tr.SetHeader("A", "b").SetBody(nil)\n\tc.SetTimeout(1)\n\tprintln(r)\n}\n',
      sites: [],
    },
    {
      name: "a write to another package's hash",
      files: {
        "go.mod": "module example.com/app\n\ngo 1.24\n",
        "sum/sum.go":
          "package sum\n\ntype Hasher struct{}\n\nfunc (*Hasher) Write(p []byte) (int, error) { return 0, nil }\n\nfunc (*Hasher) Sum(b []byte) []byte { return b }\n\nfunc (*Hasher) Reset() {}\n\nfunc (*Hasher) Size() int { return 0 }\n\nfunc (*Hasher) BlockSize() int { return 0 }\n",
        "f.go":
          'package p\n\nimport "example.com/app/sum"\n\nfunc f(h *sum.Hasher) { h.Write(nil) }\n',
      },
      sites: { "f.go": [site("exempt", "allowed writer: hash.Hash")] },
    },
    ...[
      ["a request", "http.NewRequest(http.MethodGet, url, body)"],
      [
        "a request with a context",
        "http.NewRequestWithContext(ctx, http.MethodGet, url, body)",
      ],
    ].map(([name, call]) => ({
      name: `${String(name)} with a constant method and URL`,
      code: go(
        `const url = "https://example.com"\n\tr, _ := ${String(call)}\n\tprintln(r)`,
        "f(body io.Reader, ctx context.Context)",
      ),
      sites: [site("exempt", "with these constants it fails always or never")],
    })),
    {
      name: "a value that can be marshalled, with an indent",
      files: marshal('"a", "", " "', "MarshalIndent"),
      sites: { "f.go": [site("exempt", "a value of this type can be marshalled")] },
    },
    ...["[]string{}", "map[string][]int{}", "&plain{}", "named{}", "struct{ A *bool }{}"]
      .concat(
        "[2]uint8{}",
        "map[int]rune{}",
        "map[uint64]byte{}",
        "struct{ a any }{}",
        "new(int64)",
      )
      .map((value) => ({
        name: `a value that can be marshalled: ${value}`,
        files: marshal(value),
        sites: { "f.go": [site("exempt", "a value of this type can be marshalled")] },
      })),
    {
      name: "answers of Gin, whose module is not there",
      code: 'package p\n\nimport "github.com/gin-gonic/gin"\n\nfunc f(c *gin.Context, e *gin.Engine) {\n\tc.JSON(200, nil)\n\te.Group("a").GET("/", f)\n\tc.Writer.Header().Set("A", "b")\n}\n',
      sites: [],
    },
    ...[
      ["a sum", '"1" + ("2" + text)'],
      ["a text made of constants", 'fmt.Sprintf("%s%d", text, 2)'],
      ["a text made of parts", "strings.Repeat(text, 2)"],
      ["a text in parentheses", "(text)"],
    ].map(([name, value]) => ({
      name: `constants that can be read: ${String(name)}`,
      code: go(`const text = "1"\n\tn, _ := strconv.Atoi(${String(value)}); _ = n`),
      sites: [site("exempt", "with these constants it fails always or never")],
    })),
    ...[
      ["a pattern", "filepath.Match(text, p)"],
      ["a pattern of files", "filepath.Glob(text)"],
      ["a regular expression", "regexp.MatchString(text, p)"],
      ["a text that another package parses", "model.ParseDuration(text)"],
    ].map(([name, call]) => ({
      name: `${String(name)} that can be read`,
      files: {
        "go.mod": "module example.com/app\n\ngo 1.24\n",
        "model/model.go":
          "package model\n\nfunc ParseDuration(s string) (int, error) { return 0, nil }\n\nfunc ParseConfig(s string) (int, error) { return 0, nil }\n",
        "f.go": `package p\n\nimport (\n\t"path/filepath"\n\t"regexp"\n\n\t"example.com/app/model"\n)\n\nconst text = "1"\n\nfunc f(p string) {\n\tv, _ := ${String(call)}\n\tprintln(v)\n}\n\nvar _, _, _ = filepath.Join, regexp.MustCompile, model.ParseConfig\n`,
      },
      sites: { "f.go": [site("exempt", "with these constants it fails always or never")] },
    })),
    {
      name: "a template of a constant",
      code: 'package p\n\nimport "text/template"\n\nconst text = "{{.}}"\n\nvar page, _ = template.New("page").Parse(text)\n',
      sites: [site("exempt", "with these constants it fails always or never")],
    },
    {
      name: "a named constant that can be read",
      code: go('const text = "1"\n\tn, _ := strconv.ParseInt(text, 10, 64); _ = n'),
      sites: [site("exempt", "with these constants it fails always or never")],
    },
  ],
  invalid: [
    {
      name: "a write to a variable that may be a file",
      code: go(
        'w := os.Stderr\n\tif file != nil {\n\t\tw = file\n\t}\n\tfmt.Fprintln(w, "x")',
        "f(file *os.File)",
      ),
      errors: [{ messageId: "ignored", line: 11, column: 2 }],
    },
    {
      name: "a copy to a buffer, which fails as its reader does",
      code: go("var b bytes.Buffer\n\tio.Copy(&b, r)", "f(r io.Reader)"),
      errors: [{ messageId: "ignored", line: 8, column: 2 }],
    },
    {
      name: "what a buffer writes elsewhere",
      code: go("b.WriteTo(w)", "f(b *bytes.Buffer, w io.Writer)"),
      errors: [{ messageId: "ignored", line: 7, column: 2 }],
    },
    {
      name: "a write to what lacks a method of a hash",
      code: `${go("h.Write(nil)", "f(h *sum)")}\ntype sum struct{}\n\nfunc (*sum) Write([]byte) (int, error) { return 0, nil }\n\nfunc (*sum) Sum(b []byte) []byte { return b }\n\nfunc (*sum) Reset() {}\n\nfunc (*sum) Size() int { return 0 }\n`,
      errors: [{ messageId: "ignored", line: 5, column: 2 }],
    },
    {
      name: "a write to any writer",
      code: go("w.Write(nil)", "f(w io.Writer)"),
      errors: [{ messageId: "ignored", line: 6, column: 2 }],
    },
    {
      name: "a text to any writer",
      code: go('io.WriteString(w, "a")', "f(w io.Writer)"),
      errors: [{ messageId: "ignored", line: 6, column: 2 }],
    },
    {
      name: "a print to a file",
      code: go('fmt.Fprintln(w, "a")', "f(w *os.File)"),
      errors: [{ messageId: "ignored", line: 7, column: 2 }],
    },
    {
      name: "the end of what is written to any writer",
      code: go("w := tabwriter.NewWriter(to, 0, 0, 0, ' ', 0)\n\tw.Flush()", "f(to io.Writer)"),
      errors: [{ messageId: "ignored", line: 8, column: 2 }],
    },
    {
      name: "a writer that is not made around a buffer",
      code: go(
        "w := wrap(&b)\n\tw.Write(nil)",
        "f(b bytes.Buffer, wrap func(*bytes.Buffer) io.Writer)",
      ),
      errors: [{ messageId: "ignored", line: 8, column: 2 }],
    },
    {
      name: "a constant and something else",
      code: go("n, _ := strconv.ParseInt(text, 10, 64); _ = n", "f(text string)"),
      errors: [{ messageId: "blank", line: 6, column: 10 }],
    },
    {
      name: "a regular expression that is not known",
      code: go('m, _ := regexp.MatchString(text, "a"); _ = m', "f(text string)"),
      errors: [{ messageId: "blank", line: 6, column: 10 }],
    },
    {
      name: "a file that another package parses",
      code: go('t, _ := template.ParseFiles("a.html"); _ = t'),
      errors: [{ messageId: "blank", line: 6, column: 10 }],
    },
    {
      name: "a text made of a constant and something else",
      code: go('n, _ := strconv.Atoi(fmt.Sprintf("1%s", text)); _ = n', "f(text string)"),
      errors: [{ messageId: "blank", line: 7, column: 10 }],
    },
    {
      name: "a template with functions that it may not know",
      code: 'package p\n\nimport "text/template"\n\nvar page, _ = base.Parse("{{a}}")\n\nvar base *template.Template\n',
      errors: [{ messageId: "blank", line: 5, column: 15 }],
    },
    {
      name: "a request of Resty that is sent, whose module is not there",
      code: 'package p\n\nimport "github.com/go-resty/resty/v2"\n\nfunc f(c *resty.Client) {\n\tc.R().SetHeader("A", "b").Post("https://example.com")\n}\n',
      errors: [{ messageId: "ignored", line: 6, column: 2 }],
    },
    {
      name: "calls of Cobra and Viper that can fail, whose modules are not there",
      code: 'package p\n\nimport (\n\t"github.com/spf13/cobra"\n\t"github.com/spf13/viper"\n)\n\nfunc f(c *cobra.Command) {\n\tc.Execute()\n\tn, _ := c.Flags().GetInt("a")\n\tviper.ReadInConfig()\n\tprintln(n)\n}\n',
      errors: [
        { messageId: "ignored", line: 9, column: 2 },
        { messageId: "ignored", line: 11, column: 2 },
      ],
    },
    {
      name: "a request with a URL that is not known",
      code: go('r, _ := http.NewRequest("GET", url, nil); _ = r', "f(url string)"),
      errors: [{ messageId: "blank", line: 6, column: 10 }],
    },
    ...[
      "1.5",
      "any(1)",
      "func() {}",
      "map[float64]int{}",
      "map[named]int{}",
      "list{}",
      "own{}",
      "text{}",
      "outer{}",
      "struct{ A any }{}",
      "time.Time{}",
      "texter{}",
      "[]any{}",
      "[1]any{}",
      "map[string]any{}",
      "map[bool]int{}",
      "struct{ A float64 }{}",
      "make(chan int)",
    ].map((value) => ({
      name: `a value that may not be marshalled: ${value}`,
      files: marshal(value),
      errors: { "f.go": [{ messageId: "blank" as const }] },
    })),
    {
      name: "what Gin reads, whose module is not there",
      code: 'package p\n\nimport "github.com/gin-gonic/gin"\n\nfunc f(c *gin.Context) {\n\tvar in int\n\tc.ShouldBindJSON(&in)\n\t_, _ = c.Writer.WriteString("a")\n}\n',
      errors: [{ messageId: "ignored", line: 7, column: 2 }],
    },
    {
      name: "what is not constant, and a function that is called almost like one that reads a text",
      code: 'package p\n\nimport (\n\t"net/url"\n\t"regexp"\n)\n\nfunc f(pattern string) {\n\ta, _ := regexp.MatchString(pattern, "a")\n\tb, _ := url.Parse(Sprintf("a"))\n\tc, _ := ReParse("1")\n\tprintln(a, b, c)\n}\n\nfunc Sprintf(string) string { return "" }\n\nfunc ReParse(string) (int, error) { return 0, nil }\n',
      errors: [
        { messageId: "blank", line: 9, column: 10 },
        { messageId: "blank", line: 10, column: 10 },
        { messageId: "blank", line: 11, column: 10 },
      ],
    },
    {
      name: "constants for what asks the system",
      code: go('d, _ := os.ReadFile("a"); _ = d'),
      errors: [{ messageId: "blank", line: 6, column: 10 }],
    },
  ],
});
