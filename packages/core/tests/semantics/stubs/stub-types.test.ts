import { describe, expect, test } from "@jest/globals";
import { formatType, semanticsOf } from "../../../src/index.ts";
import { KNOWN_STUBS } from "../../../src/semantics/stubs/index.ts";
import { parseMarked } from "../marked-source.ts";

/** Code as users write it, with the types that the declarations give its expressions. */
const CASES: Readonly<Record<string, readonly [imports: string, body: string]>> = {
  "commands of Cobra and their flags": [
    '"github.com/spf13/cobra"',
    `c := &cobra.Command{‹Use|string›: "a", ‹Run|func›: nil, ‹RunE|func›: nil}
     _ = ‹c.Flags()|*pflag.FlagSet›; _ = ‹c.PersistentFlags()|*pflag.FlagSet›; _ = ‹c.Execute()|error›
     _ = ‹c.Context()|context.Context›; _ = ‹c.OutOrStdout()|io.Writer›; _ = ‹c.Root()|*cobra.Command›
     _ = ‹c.RunE(c, nil)|error›; _ = ‹c.MarkFlagRequired("a")|error›
     name, err := c.Flags().GetString("name"); _, _ = ‹name|string›, ‹err|error›
     wait, _ := c.Flags().GetDurationSlice("wait"); _ = ‹wait|[]time.Duration›
     _ = ‹c.Flags().Bool("a", false, "")|*bool›; _ = ‹c.Flags().IntP("a", "b", 1, "")|*int›
     ‹c.Flags().StringVar(&name, "a", "", "")|()›; ‹c.Flags().StringVarP(&name, "a", "b", "", "")|()›
     _ = ‹c.Flags().Changed("a")|bool›; _ = ‹c.Flags().Lookup("a")|*pflag.Flag›
     ‹c.AddCommand(c)|()›; ‹cobra.CheckErr(err)|()›; ‹cobra.OnInitialize(nil)|()›`,
  ],
  "requests and routes of Gin": [
    '"github.com/gin-gonic/gin"',
    `r := gin.Default(); _ = ‹r|*gin.Engine›; _ = ‹gin.New()|*gin.Engine›; _ = ‹r.Run()|error›
     g := r.Group("/a"); _ = ‹g|*gin.RouterGroup›; _ = ‹g.GET("/b", nil)|gin.IRoutes›
     _ = ‹r.POST("/b", nil).Use(nil)|gin.IRoutes›; _ = ‹g.Group("/c")|*gin.RouterGroup›
     h := func(c *gin.Context) {
       _ = ‹c.ShouldBindJSON(nil)|error›; _ = ‹c.Param("id")|string›; ‹c.JSON(200, nil)|()›
       v, ok := c.Get("a"); _, _ = ‹v|any›, ‹ok|bool›; _ = ‹c.Request|*net/http.Request›
       f, _ := c.FormFile("a"); _ = ‹f|*mime/multipart.FileHeader›; _ = ‹c.Error(nil)|*gin.Error›
       _ = ‹c.Writer.Status()|int›; _ = ‹c.GetHeader("a")|string›; ‹c.Next()|()›
       _ = ‹c.QueryArray("a")|[]string›; ‹c.AbortWithStatusJSON(500, gin.H{})|()›
     }; _ = ‹gin.Recovery()|gin.HandlerFunc›; _ = h`,
  ],
  "loggers of go-kit": [
    '"github.com/go-kit/log"; old "github.com/go-kit/kit/log/level"; "github.com/go-kit/log/level"',
    `l := log.NewLogfmtLogger(nil); _ = ‹l|log.Logger›; _ = ‹l.Log("a", 1)|error›
     _ = ‹log.With(l, "a", 1)|log.Logger›; _ = ‹level.NewFilter(log.NewSyncLogger(l))|log.Logger›
     _ = ‹level.Error(l).Log("a", 1)|error›; _ = ‹old.Warn(nil).Log()|error›; _ = ‹log.NewSyncWriter(nil)|io.Writer›`,
  ],
  "handles of GORM": [
    '"gorm.io/gorm"',
    `db, err := gorm.Open(nil); _, _ = ‹db|*gorm.DB›, ‹err|error›
     tx := db.Model(nil).Where("a = ?", 1); _ = ‹tx.Error|error›; _ = ‹tx.RowsAffected|int64›
     _ = ‹tx.First(nil)|*gorm.DB›; _ = ‹tx.Save(nil).Error|error›; _ = ‹db.Begin().Commit()|*gorm.DB›
     _ = ‹db.Raw("a").Scan(nil)|*gorm.DB›; _ = ‹db.AutoMigrate()|error›; _ = ‹db.Migrator()|gorm.Migrator›
     _ = ‹db.Transaction(nil)|error›; _ = ‹db.Row()|unknown›; _ = ‹db.Rows()|unknown›`,
  ],
  "loggers of hclog": [
    '"github.com/hashicorp/go-hclog"',
    `l := hclog.Default().Named("a"); _ = ‹l|hclog.Logger›; _ = ‹l.With("a", 1)|hclog.Logger›
     _ = ‹hclog.L()|hclog.Logger›; _ = ‹hclog.New(nil)|hclog.Logger›; _ = ‹hclog.NewNullLogger()|hclog.Logger›`,
  ],
  "loggers of logr and Kubernetes": [
    '"github.com/go-logr/logr"; "k8s.io/klog/v2"; ctrl "sigs.k8s.io/controller-runtime"; "sigs.k8s.io/controller-runtime/pkg/log"',
    `l := log.FromContext(ctx); _ = ‹l|logr.Logger›; _ = ‹l.WithValues("a", 1).V(1)|logr.Logger›
     _ = ‹l.WithName("a")|logr.Logger›; _ = ‹ctrl.Log|logr.Logger›; _ = ‹ctrl.LoggerFrom(ctx)|logr.Logger›
     _ = ‹log.Log.WithCallDepth(1)|logr.Logger›; _ = ‹klog.Background()|logr.Logger›; _ = ‹klog.V(2)|klog.Verbose›
     k, err := logr.FromContext(ctx); _, _ = ‹k|logr.Logger›, ‹err|error›; _ = ‹logr.Discard()|logr.Logger›
     _ = ‹klog.FromContext(ctx).V(1)|logr.Logger›; _ = ‹logr.FromContextOrDiscard(ctx)|logr.Logger›`,
  ],
  "loggers and entries of logrus": [
    '"github.com/sirupsen/logrus"',
    `l := logrus.New(); _ = ‹l|*logrus.Logger›; e := l.WithError(err); _ = ‹e|*logrus.Entry›
     _ = ‹e.WithField("a", 1).WithFields(nil)|*logrus.Entry›; _ = ‹logrus.WithFields(logrus.Fields{})|*logrus.Entry›
     ‹e.Warnf("a")|()›; ‹l.Traceln("a")|()›; ‹logrus.Fatal("a")|()›; ‹l.DebugFn(nil)|()›; ‹e.Panicln()|()›
     ‹l.SetLevel(0)|()›; ‹logrus.SetFormatter(nil)|()›; ‹l.AddHook(nil)|()›; _ = ‹e.SetLevel(0)|unknown›
     _ = ‹e.Logger|*logrus.Logger›; _ = ‹e.Data|logrus.Fields›; _ = ‹e.Dup()|*logrus.Entry›; _ = ‹l.Dup()|unknown›
     var f logrus.FieldLogger; ‹f.Infoln()|()›; _ = ‹f.WithField("a", 1)|*logrus.Entry›; _ = ‹f.Traceln()|unknown›
     var x logrus.Ext1FieldLogger; ‹x.Tracef()|()›; ‹x.Errorf()|()›; _ = ‹x.WithError(err)|*logrus.Entry›
     var s logrus.StdLogger; ‹s.Panicf()|()›; _ = ‹s.Info()|unknown›; _ = ‹s.WithError(err)|unknown›; _ = ‹f.InfoFn()|unknown›`,
  ],
  "requests of Resty": [
    '"github.com/go-resty/resty/v2"',
    `c := resty.New(); _ = ‹c.SetBaseURL("a").SetTimeout(1)|*resty.Client›; r := c.R(); _ = ‹r|*resty.Request›
     _ = ‹r.SetBody(nil).SetHeader("a", "b")|*resty.Request›; a, err := r.Get("/a"); _, _ = ‹a|*resty.Response›, ‹err|error›
     _ = ‹a.StatusCode()|int›; _ = ‹a.Body()|[]byte›; _ = ‹a.IsError()|bool›; _ = ‹a.Request|*resty.Request›
     _ = ‹c.NewRequest()|*resty.Request›; _ = ‹a.RawResponse|*net/http.Response›; _ = ‹c.GetClient()|*net/http.Client›`,
  ],
  "loggers of the standard library": [
    '"log"; "log/slog"',
    `_ = ‹log.Default()|*log.Logger›; _ = ‹log.New(nil, "", 0)|*log.Logger›; l := slog.With("a", 1); _ = ‹l|*slog.Logger›
     _ = ‹l.WithGroup("a").With("b", 1)|*slog.Logger›; _ = ‹slog.NewLogLogger(nil, 0)|*log.Logger›; _ = ‹slog.New(nil)|*slog.Logger›
     var a slog.Attr; _ = ‹a.Key|string›; _ = ‹a.Value|slog.Value›; _ = ‹slog.Default()|*slog.Logger›`,
  ],
  "loggers of zap": [
    '"go.uber.org/zap"',
    `l := zap.L(); _ = ‹l|*zap.Logger›; _ = ‹l.Named("a").With()|*zap.Logger›; _ = ‹l.Sugar()|*zap.SugaredLogger›
     _ = ‹zap.S().With("a", 1).Desugar()|*zap.Logger›; _ = ‹zap.String("a", "b")|zapcore.Field›; _ = ‹zap.Error(err)|zapcore.Field›
     _ = ‹zap.S().Named("a").WithLazy()|*zap.SugaredLogger›; _ = ‹zap.NewNop()|*zap.Logger›`,
  ],
  "loggers of zerolog": [
    '"github.com/rs/zerolog"; "github.com/rs/zerolog/hlog"; "github.com/rs/zerolog/log"',
    `_ = ‹log.Info()|*zerolog.Event›; _ = ‹log.Error().Err(err).Str("a", "b")|*zerolog.Event›; l := log.With().Str("a", "b").Logger()
     _ = ‹l|zerolog.Logger›; _ = ‹l.Warn().Int("a", 1)|*zerolog.Event›; ‹log.Info().Msg("a")|()›; _ = ‹log.Logger|zerolog.Logger›
     _ = ‹zerolog.Ctx(ctx)|*zerolog.Logger›; _ = ‹l.With()|zerolog.Context›; _ = ‹zerolog.New(nil)|zerolog.Logger›
     _ = ‹hlog.FromRequest(nil)|*zerolog.Logger›; ‹hlog.FromRequest(nil).UpdateContext(nil)|()›`,
  ],
};

describe("declarations of packages that are often not there", () => {
  test.each(Object.entries(CASES))("%s", (_title, [imports, body]) => {
    const { sourceCode, marks } = parseMarked(
      `package p\nimport (${imports})\nfunc f(ctx any, err error) {\n${body}\n}\n`,
    );
    expect(sourceCode.tree.root.hasError).toBe(false);
    const semantics = semanticsOf(sourceCode);
    const nameOf = (path: string) => KNOWN_STUBS.nameOf(path) ?? path;
    const found = marks.map(
      ({ node }) => `${node.text}: ${formatType(semantics.typeOf(node), nameOf)}`,
    );
    expect(found).toEqual(marks.map(({ node, says }) => `${node.text}: ${says}`));
  });
});

const GETTERS = {
  GetBool: "bool",
  GetDuration: "time.Duration",
  GetFloat64: "float64",
  GetInt: "int",
  GetInt32: "int32",
  GetInt64: "int64",
  GetIntSlice: "[]int",
  GetString: "string",
  GetStringMap: "map[string]any",
  GetStringMapString: "map[string]string",
  GetStringSlice: "[]string",
  GetTime: "time.Time",
  GetUint: "uint",
  GetUint64: "uint64",
  IsSet: "bool",
};

describe("Viper", () => {
  test.each([
    ...Object.entries(GETTERS).map(([name, type]) => [`${name}("key")`, type]),
    ["AllKeys()", "[]string"],
    ["AllSettings()", "map[string]any"],
    ["ConfigFileUsed()", "string"],
    ['Get("key")', "any"],
    ['Sub("key")', "*viper.Viper"],
    ["ReadInConfig()", "error"],
    ["UnmarshalKey(`key`, nil)", "error"],
    ["SetDefault(`key`, 1)", "()"],
    ["WatchConfig()", "()"],
  ])("%s is a %s, of the package and of an own one", (call, type) => {
    const { sourceCode, marks } = parseMarked(
      `package p\nimport "github.com/spf13/viper"\nfunc f() { ‹viper.${call}|›; ‹viper.New().${call}|› }\n`,
    );
    const semantics = semanticsOf(sourceCode);
    const types = marks.map(({ node }) => formatType(semantics.typeOf(node)));
    expect(types).toEqual([type, type]);
  });
});
