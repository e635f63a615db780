const SILENT =
  `AddConfigPath AllowEmptyEnv AutomaticEnv MustBindEnv OnConfigChange RegisterAlias Reset Set
  SetConfigFile SetConfigName SetConfigPermissions SetConfigType SetDefault SetEnvKeyReplacer
  SetEnvPrefix SetFs SetTypeByDefaultValue WatchConfig`.split(/\s+/u);

const FAILING =
  `AddRemoteProvider BindEnv BindFlagValue BindFlagValues BindPFlag BindPFlags MergeConfig
  MergeConfigMap MergeInConfig ReadConfig ReadInConfig ReadRemoteConfig SafeWriteConfig
  SafeWriteConfigAs Unmarshal UnmarshalExact UnmarshalKey WatchRemoteConfig WriteConfig
  WriteConfigAs`.split(/\s+/u);

const VALUES = {
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

const METHODS = [
  ...SILENT.map((name) => `${name}(...any)`),
  ...FAILING.map((name) => `${name}(...any) error`),
  ...Object.entries(VALUES).map(([name, type]) => `${name}(key string) ${type}`),
  "AllKeys() []string",
  "AllSettings() map[string]any",
  "ConfigFileUsed() string",
  "Get(key string) any",
];

/** Declarations of Viper: its functions are the methods of a `Viper` of its own. */
export const VIPER: Readonly<Record<string, string>> = {
  "github.com/spf13/viper": `package viper

import "time"

type Viper struct {}
func New() *Viper
func GetViper() *Viper
${METHODS.map((method) => `func ${method}\nfunc (v *Viper) ${method}`).join("\n")}
func Sub(key string) *Viper
func (v *Viper) Sub(key string) *Viper
`,
};
