/** The loggers that have a name of their own in options. */
export const KNOWN_NAMES = [
  "logrus",
  "slog",
  "log",
  "fmt",
  "zap",
  "zerolog",
  "klog",
  "glog",
  "logr",
  "hclog",
  "go-kit",
] as const;

export type KnownName = (typeof KNOWN_NAMES)[number];

/** The functions and types by which a package writes log records, as far as it has some. */
export interface KnownLogger {
  /** The packages of the logger, those that only make loggers or their records among them. */
  readonly paths: readonly string[];
  readonly functions?: RegExp;
  readonly types?: RegExp;
  readonly methods?: RegExp;
  /** True if some of the methods return something. Default: false. */
  readonly haveResults?: boolean;
  readonly origins?: RegExp;
  /** Words of which a file that calls the functions has one. Default: its imports. */
  readonly words?: readonly string[];
}

const LOGRUS_LEVELS = "Trace|Debug|Info|Print|Warn|Warning|Error|Fatal|Panic";

const KLOG = {
  functions: /^(?:Info|Warning|Error|Fatal|Exit)(?:f|ln|S|Depth|SDepth|fDepth|lnDepth)?$/u,
  types: /^Verbose$/u,
  methods: /^(?:Info|Error)(?:f|ln|S|Depth|SDepth|fDepth|lnDepth)?$/u,
};

/** The loggers by their names. */
export const KNOWN: Readonly<Record<KnownName, KnownLogger>> = {
  logrus: {
    paths: ["github.com/sirupsen/logrus", "github.com/Sirupsen/logrus"],
    functions: new RegExp(`^(?:${LOGRUS_LEVELS})(?:f|ln|Fn)?$`, "u"),
    // Releases differ in the interfaces that declare the methods.
    types: /(?:Logger|Entry)$/u,
    methods: new RegExp(`^(?:${LOGRUS_LEVELS}|Log)(?:f|ln|Fn)?$`, "u"),
  },
  slog: {
    // JobLog's loggers are of the type *slog.Logger too: their definition decides.
    paths: ["log/slog"],
    functions: /^(?:(?:Debug|Info|Warn|Error)(?:Context)?|Log|LogAttrs)$/u,
    methods: /^(?:(?:Debug|Info|Warn|Error)(?:Context)?|Log|LogAttrs)$/u,
    origins: /^(?:Default|New|With)$/u,
  },
  log: {
    paths: ["log"],
    functions: /^(?:(?:Print|Fatal|Panic)(?:f|ln)?|Output)$/u,
    types: /^Logger$/u,
    methods: /^(?:(?:Print|Fatal|Panic)(?:f|ln)?|Output)$/u,
    haveResults: true,
  },
  fmt: {
    paths: ["fmt"],
    functions: /^(?:Print(?:f|ln)?|Fprint(?:f|ln)?|print(?:ln)?)$/u,
    words: ["Print", "print"],
  },
  zap: {
    paths: ["go.uber.org/zap"],
    types: /^(?:Sugared)?Logger$/u,
    methods: /^(?:Debug|Info|Warn|Error|DPanic|Panic|Fatal|Log)(?:f|ln|w)?$/u,
  },
  zerolog: {
    paths: ["github.com/rs/zerolog", "github.com/rs/zerolog/hlog", "github.com/rs/zerolog/log"],
    functions: /^Print(?:f|ln)?$/u,
    types: /^(?:Event|Logger)$/u,
    methods: /^(?:Msg|Msgf|MsgFunc|Send|Print(?:f|ln)?)$/u,
  },
  klog: { paths: ["k8s.io/klog", "k8s.io/klog/v2"], ...KLOG },
  glog: { paths: ["github.com/golang/glog"], ...KLOG },
  logr: {
    paths: ["github.com/go-logr/logr"],
    types: /^Logger$/u,
    methods: /^(?:Info|Error)$/u,
  },
  hclog: {
    paths: ["github.com/hashicorp/go-hclog"],
    types: /Logger$/u,
    methods: /^(?:Trace|Debug|Info|Warn|Error|Log)$/u,
  },
  "go-kit": {
    paths: [
      "github.com/go-kit/log",
      "github.com/go-kit/log/level",
      "github.com/go-kit/kit/log",
      "github.com/go-kit/kit/log/level",
    ],
    types: /^Logger$/u,
    methods: /^Log$/u,
    haveResults: true,
  },
};

/** Returns the import paths of a known logger. */
export function pathsOf(name: KnownName): readonly string[] {
  return KNOWN[name].paths;
}

/** Returns true for the name of a known logger. */
export function isKnown(name: string): name is KnownName {
  return Object.hasOwn(KNOWN, name);
}
