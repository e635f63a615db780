/** Methods of a request's context that return nothing: they answer, or keep something. */
const SILENT =
  `Abort AbortWithStatus AbortWithStatusJSON AbortWithStatusPureJSON AsciiJSON BSON Data
  DataFromReader File FileAttachment FileFromFS HTML Header IndentedJSON JSON JSONP Negotiate Next
  ProtoBuf PureJSON Redirect Render SSEvent SecureJSON Set SetAccepted SetCookie SetCookieData
  SetSameSite Status String TOML XML YAML`.split(/\s+/u);

/** Methods that read the request and can fail, without other results. */
const BINDING =
  `Bind BindHeader BindJSON BindPlain BindQuery BindTOML BindUri BindWith BindXML BindYAML MustBindWith
  ShouldBind ShouldBindBodyWith ShouldBindBodyWithJSON ShouldBindBodyWithXML ShouldBindBodyWithYAML
  ShouldBindHeader ShouldBindJSON ShouldBindPlain ShouldBindQuery ShouldBindTOML ShouldBindUri
  ShouldBindWith ShouldBindXML ShouldBindYAML`.split(/\s+/u);

const TEXTS =
  "ClientIP ContentType DefaultPostForm DefaultQuery FullPath GetHeader Param PostForm Query RemoteIP".split(
    " ",
  );

const ROUTES =
  "Any DELETE GET HEAD Handle Match OPTIONS PATCH POST PUT Static StaticFS StaticFile StaticFileFS Use".split(
    " ",
  );

/** Returns the methods of a type that has routes. */
function routesOf(type: string): string {
  return [
    ...ROUTES.map((name) => `func (r *${type}) ${name}(...any) IRoutes`),
    `func (r *${type}) Group(path string, handlers ...HandlerFunc) *RouterGroup`,
  ].join("\n");
}

/** Declarations of Gin. */
export const GIN: Readonly<Record<string, string>> = {
  "github.com/gin-gonic/gin": `package gin

import (
	"io"
	"mime/multipart"
	"net/http"
)

type H map[string]any
type HandlerFunc func(*Context)
type HandlersChain []HandlerFunc
type Error struct { Err error }
type ResponseWriter interface {
	http.ResponseWriter
	http.Hijacker
	http.Flusher
	Status() int
	Size() int
	Written() bool
	WriteHeaderNow()
	WriteString(string) (int, error)
}
type Context struct { Request *http.Request; Writer ResponseWriter }
type IRoutes interface {
${ROUTES.map((name) => `\t${name}(...any) IRoutes`).join("\n")}
}
type RouterGroup struct{}
type Engine struct{}
func New(options ...any) *Engine
func Default(options ...any) *Engine
func SetMode(mode string)
func Recovery() HandlerFunc
func Logger() HandlerFunc
func WrapF(handler http.HandlerFunc) HandlerFunc
func WrapH(handler http.Handler) HandlerFunc
${["RouterGroup", "Engine"].map(routesOf).join("\n")}
func (e *Engine) NoMethod(handlers ...HandlerFunc)
func (e *Engine) NoRoute(handlers ...HandlerFunc)
func (e *Engine) Run(addresses ...string) error
func (e *Engine) RunTLS(address, certificate, key string) error
func (e *Engine) ServeHTTP(w http.ResponseWriter, r *http.Request)
func (e *Engine) SetTrustedProxies(proxies []string) error
${SILENT.map((name) => `func (c *Context) ${name}(...any)`).join("\n")}
${BINDING.map((name) => `func (c *Context) ${name}(...any) error`).join("\n")}
${TEXTS.map((name) => `func (c *Context) ${name}(...string) string`).join("\n")}
func (c *Context) AbortWithError(code int, err error) *Error
func (c *Context) Cookie(name string) (string, error)
func (c *Context) Err() error
func (c *Context) Error(err error) *Error
func (c *Context) FormFile(name string) (*multipart.FileHeader, error)
func (c *Context) Get(key any) (any, bool)
func (c *Context) GetPostForm(key string) (string, bool)
func (c *Context) GetQuery(key string) (string, bool)
func (c *Context) GetRawData() ([]byte, error)
func (c *Context) GetString(key any) string
func (c *Context) IsAborted() bool
func (c *Context) MultipartForm() (*multipart.Form, error)
func (c *Context) MustGet(key any) any
func (c *Context) QueryArray(key string) []string
func (c *Context) SaveUploadedFile(file *multipart.FileHeader, path string, mode ...any) error
func (c *Context) Stream(step func(w io.Writer) bool) bool
`,
};
