import { describe, expect, test } from "@jest/globals";
import { SyntaxTree } from "../../../src/index.ts";
import { COBRA } from "../../../src/semantics/stubs/cobra.ts";
import { GIN } from "../../../src/semantics/stubs/gin.ts";
import { GORM } from "../../../src/semantics/stubs/gorm.ts";
import { HCLOG } from "../../../src/semantics/stubs/hclog.ts";
import { KNOWN_STUBS } from "../../../src/semantics/stubs/index.ts";
import { LOGR } from "../../../src/semantics/stubs/logr.ts";
import { LOGRUS } from "../../../src/semantics/stubs/logrus.ts";
import { RESTY } from "../../../src/semantics/stubs/resty.ts";
import { STANDARD_LOGGERS } from "../../../src/semantics/stubs/standard-loggers.ts";
import { VIPER } from "../../../src/semantics/stubs/viper.ts";
import { ZAP } from "../../../src/semantics/stubs/zap.ts";
import { ZEROLOG } from "../../../src/semantics/stubs/zerolog.ts";

const ALL = Object.assign(
  {},
  COBRA,
  GIN,
  GORM,
  HCLOG,
  LOGR,
  LOGRUS,
  RESTY,
  STANDARD_LOGGERS,
  VIPER,
  ZAP,
  ZEROLOG,
) as Readonly<Record<string, string>>;

describe("declarations of packages that are often not there", () => {
  test.each([
    ["github.com/spf13/cobra", "cobra"],
    ["github.com/spf13/pflag", "pflag"],
    ["github.com/gin-gonic/gin", "gin"],
    ["gorm.io/gorm", "gorm"],
    ["github.com/jinzhu/gorm", "gorm"],
    ["github.com/hashicorp/go-hclog", "hclog"],
    ["github.com/go-logr/logr", "logr"],
    ["k8s.io/klog/v2", "klog"],
    ["sigs.k8s.io/controller-runtime/pkg/log", "log"],
    ["sigs.k8s.io/controller-runtime", "controllerruntime"],
    ["github.com/sirupsen/logrus", "logrus"],
    ["github.com/Sirupsen/logrus", "logrus"],
    ["github.com/go-resty/resty/v2", "resty"],
    ["log", "log"],
    ["log/slog", "slog"],
    ["github.com/spf13/viper", "viper"],
    ["go.uber.org/zap", "zap"],
    ["go.uber.org/zap/zapcore", "zapcore"],
    ["github.com/rs/zerolog", "zerolog"],
    ["github.com/rs/zerolog/log", "log"],
  ])("%s is package %s", (importPath, name) => {
    expect(KNOWN_STUBS.nameOf(importPath)).toBe(name);
  });

  test.each(Object.entries(ALL))("%s is Go without errors", (_path, text) => {
    const { errors, root } = SyntaxTree.parse(text);
    expect(errors.map(({ loc }) => loc.start)).toEqual([]);
    const others = root.namedChildren.filter(
      ({ kind }) => !/_(?:clause|declaration)$/u.test(kind),
    );
    expect(others.map((node) => node.text)).toEqual([]);
  });

  test.each(Object.entries(ALL))("%s declares no method twice", (_path, text) => {
    const heads = SyntaxTree.parse(text)
      .nodesOfKind(["method_declaration", "function_declaration"])
      .map((node) =>
        node.kind === "method_declaration"
          ? `${node.receiver.text}.${node.name.text}`
          : node.name.text,
      );
    expect(heads.filter((head, index) => heads.indexOf(head) !== index)).toEqual([]);
  });
});
