// Fields that reach a record by other ways than a literal pair, and values that are none.
package app

import (
	"log/slog"

	"github.com/rs/zerolog"
	log "github.com/sirupsen/logrus"
	"go.uber.org/zap"
	"k8s.io/klog/v2"
)

type byPointer struct{ s string }

func (*byPointer) LogValue() slog.Value { return slog.StringValue("***") }

type byValue struct{ s string }

func (byValue) LogValue() slog.Value { return slog.StringValue("***") }

func logValuers(p byPointer, v byValue) {
	slog.Info("m", "token", p)  // want "the value of 'token'"
	slog.Info("m", "token", &p) // evidence compliant
	slog.Info("m", "token", v)  // evidence compliant
	slog.Info("m", "token", &v) // evidence compliant
	log.WithField("token", v)   // want "the value of 'token'"
}

func ways(zl zerolog.Logger, s *zap.SugaredLogger, token string, n int) {
	klog.InfoS("m", "token", token)             // want "the value of 'token'"
	klog.ErrorS(nil, "m", "token", token)       // want "the value of 'token'"
	klog.InfoSDepth(1, "m", "token", token)     // want "the value of 'token'"
	klog.ErrorS(nil, "token", "a", token)
	klog.Background().Info("m", "token", token) // want "the value of 'token'"
	klog.LoggerWithValues(klog.Background(), "token", token) // want "the value of 'token'"
	s.Logw(0, "m", "token", token)                           // want "the value of 'token'"
	_ = slog.Attr{Key: "token", Value: slog.StringValue(token)} // want "the value of 'token'"
	_ = slog.Attr{"token", slog.AnyValue(token)}                // want "the value of 'token'"
	_ = slog.Attr{Key: "token", Value: slog.IntValue(n)}
	_ = slog.Attr{Key: "token", Value: slog.StringValue("none")}
	zl.Info().Fields(map[string]any{"token": token}).Msg("m") // want "the value of 'token'"
	zl.Info().Fields([]any{"token", token}).Msg("m")          // want "the value of 'token'"
	zl.With().Fields(map[string]any{"token": "none"}).Logger()
	var r slog.Record
	r.Add("token", token) // want "the value of 'token'"
}

func assigned(token string, passed map[string]any) {
	fields := log.Fields{}
	fields["token"] = token // want "the value of 'token'"
	fields["id"] = token
	log.WithFields(fields).Info("m")
	plain := map[string]any{}
	plain["token"] = token // want "the value of 'token'"
	log.WithFields(plain).Info("m")
	unlogged := map[string]any{"token": token}
	unlogged["token"] = token
	passed["token"] = token
}

func slices(token string) {
	attrs := []any{"token", token} // want "the value of 'token'"
	slog.Info("m", attrs...)
	slog.Info("again", attrs...)
	grown := []any{"id", 1}
	grown = append(grown, "token", token) // want "the value of 'token'"
	slog.Info("m", grown...)
	slog.Info("m", append(grown, "password", token)...) // want "the value of 'password'"
	unlogged := []any{"token", token}
	_ = unlogged
}

type account struct {
	Key, Keys, Hash, TokenHash, Hashed string
	ID                                 string
}

func values(a account, key, hash, password string, keys []string) {
	slog.Info("m", "private_key", key)     // want "the value of 'private_key'"
	slog.Info("m", "api_key", a.Key)       // want "the value of 'api_key'"
	slog.Info("m", "api_key", a.Keys)      // want "the value of 'api_key'"
	slog.Info("m", "api_key", a.ID)
	slog.Info("m", "token_key", key)
	slog.Info("m", "token", key)
	slog.Info("m", "token", a.Hash)        // evidence undecided "'a.Hash' may be no credential"
	slog.Info("m", "token", hash)          // evidence undecided "'hash' may be no credential"
	slog.Info("m", "token", a.TokenHash)   // evidence compliant
	slog.Info("m", "token", a.Hashed)      // evidence compliant
	slog.Info("m", "token", sum(password)) // want "the value of 'token'"
	slog.Info("m", "token", hashOf(password)) // evidence compliant
}

func sum(string) string { return "" }

func hashOf(string) string { return "" }

type reference struct {
	Namespace, Secret, SecretName string
}

type client struct {
	ClientSecret string
}

func names(r reference, c client, secret, password string) {
	slog.Error("m", "secret", r.Secret)            // evidence undecided "'r.Secret' may be no credential"
	slog.Error("m", "secret", secret)              // evidence undecided
	slog.Error("m", "tls_secret", secret)          // evidence undecided
	slog.Error("m", "secret", r.SecretName)
	slog.Error("m", "secret", c.ClientSecret)      // want "the value of 'secret'"
	slog.Error("m", "secret", password)            // want "the value of 'secret'"
	slog.Error("m", "client_secret", secret)       // want "the value of 'client_secret'"
	slog.Error("m", "secret", klog.KRef("a", "b"))
}
