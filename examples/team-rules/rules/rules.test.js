import { RuleTester } from "@gopherwood/rule-tester";
import durationNames from "./duration-names.js";
import noFloatPrices from "./no-float-prices.js";
import snakeCaseJson from "./snake-case-json.js";

const tester = new RuleTester();

tester.run("billing/duration-names", durationNames, {
  valid: [
    {
      name: "a number of seconds",
      code: "package p\n\nvar timeoutSeconds = 5\n",
      sites: [],
    },
    {
      name: "a duration by what it is for",
      code: 'package p\n\nimport "time"\n\nvar timeout = 5 * time.Second\n',
      sites: [{ verdict: "compliant", line: 5 }],
    },
  ],
  invalid: [
    {
      name: "by whatever name time is imported",
      code: 'package p\n\nimport clock "time"\n\nfunc wait(timeoutSeconds clock.Duration) {}\n',
      errors: [{ messageId: "unit", line: 5, column: 11 }],
    },
  ],
});

tester.run("billing/no-float-prices", noFloatPrices, {
  valid: [
    {
      name: "a type that is named float64 here",
      code: "package p\n\ntype float64 int\n\ntype Item struct{ Price money; Weight float64 }\n\ntype money int\n",
      sites: [{ verdict: "compliant", line: 5 }],
    },
  ],
  invalid: [
    {
      name: "a price",
      code: "package p\n\ntype Item struct {\n\tUnitPrice float64\n}\n",
      errors: [{ messageId: "float", line: 4, column: 2 }],
    },
  ],
});

const item = (tag) => `package p\n\ntype Item struct {\n\tUnitPrice int \`${tag}\`\n}\n`;

tester.run("billing/snake-case-json", snakeCaseJson, {
  valid: [
    {
      name: "snake case",
      code: item('json:"unit_price,omitempty"'),
      sites: [{ verdict: "compliant", line: 4 }],
    },
    { name: "a field that is not in JSON", code: item('json:"-" xml:"unitPrice"'), sites: [] },
  ],
  invalid: [
    {
      name: "camel case",
      code: item('xml:"unitPrice" json:"unitPrice,omitempty"'),
      errors: [
        {
          messageId: "name",
          line: 4,
          suggestions: [
            {
              messageId: "rename",
              data: { expected: "unit_price" },
              output: item('xml:"unitPrice" json:"unit_price,omitempty"'),
            },
          ],
        },
      ],
    },
  ],
});
