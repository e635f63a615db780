// Credentials in the fields of log records, and what only looks like them.
package failover

import (
	"fmt"
	"log/slog"
	"time"

	"github.com/rs/zerolog"
	log "github.com/sirupsen/logrus"
	"go.uber.org/zap"

	"example.com/app/redact"
	"example.com/app/unread"
)

const tokenKey = "token"

type config struct {
	Password   string
	SecretName string
	Token      credential
	Expires    time.Duration
}

type credential string

func (credential) LogValue() slog.Value { return slog.Value{} }

func leaks(c config, s *slog.Logger, e *zerolog.Event, header, pw string, secret []byte) {
	log.WithField("password", c.Password).Info("a")                       // want "'password'"
	log.WithField("user", 1).WithField("db_passwd", pw).Info("a")         // want "'db_passwd'"
	log.WithFields(log.Fields{"id": 1, "apiKey": pw, "X-Auth-Token": pw}) // want "'apiKey'" "'X-Auth-Token'"
	log.WithFields(map[string]any{"client_secret": pw})                   // want "client_secret"
	fields := log.Fields{"Authorization": header}                         // want "Authorization"
	log.WithFields(fields).Info("once")
	plain := map[string]any{"credential": pw}                             // want "credential"
	log.WithFields(plain).Info("a")
	slog.Info("a", "user", 1, "token", pw)                                // want "'token'"
	s.ErrorContext(nil, "a", slog.Int("n", 1), "private_key", secret)     // want "private_key"
	s.With("access-token", string(secret)).Info("a")                      // want "access-token"
	slog.Info("a", slog.String("PASSWORD", pw), slog.Any("jwt", pw))      // want "PASSWORD" "jwt"
	slog.Info("a", slog.Group("db", "password", pw))                      // want "password"
	slog.Info("a", tokenKey, fmt.Sprintf("Bearer %s", pw))                // want "'token'"
	slog.Info("a", "oauth2Token", "Bearer "+pw)                           // want "oauth2Token"
	zap.L().Info("a", zap.String("api_key", pw))                          // want "api_key"
	log.WithField("token", c.Token).Info("logrus does not ask LogValue") // want "token"
	token := ""
	if pw != "" {
		token = pw
	}
	slog.Info("a", "token", token) // want "token"
	unread.Logger().Info("a", "secret", pw) // evidence undecided "not read"
}

func fine(c config, s *slog.Logger, pw string, has bool, err error, secrets map[string]string) {
	log.WithField("password", redact.String(pw)).Info("a") // evidence compliant
	slog.Info("a", "token", maskToken(pw))                 // evidence compliant
	hidden := redact.String(pw)
	s.Info("a", "secret", hidden)   // evidence compliant
	s.Info("a", "token", pw[:4])    // evidence compliant
	s.Info("a", "token", c.Token)   // evidence compliant
	log.WithField("password", len(pw)).Info("a")
	log.WithField("password", pw != "").Info("a")
	log.WithFields(log.Fields{"password": "***", "token": nil, "secret": has, "passwd": err})
	slog.Info("a", "token_count", 3, "tokenizer", pw, "password_reset_url", pw, "token_tags", pw, "has_token", pw)
	slog.Info("a", "next_page_token", pw, "tokens", pw, "secretary", pw, "monkey", pw)
	slog.Info("a", "secret", c.SecretName, "token", c.Expires)
	slog.Info("password", "user", "token")
	slog.Info("a", "key", "password", "id", pw)
	slog.Info("a", slog.Int("n", 1), "user", pw)
	pairs := map[string]string{"password": pw}
	_ = pairs
	set("password", pw)
	var local look
	local.WithField("password", pw)
	local.Info("a", "password", pw)
	// log.WithField("password", pw)
	_ = `log.WithField("password", pw)`
}

func set(key, value string) {}

func maskToken(string) string { return "" }

type look struct{}

func (look) WithField(string, any)  {}
func (look) Info(string, ...any) {}
