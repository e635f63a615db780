const CLIENT =
  `AddRetryCondition AddRetryHook DisableTrace EnableTrace OnAfterResponse OnBeforeRequest OnError
  SetAuthScheme SetAuthToken SetBaseURL SetBasicAuth SetCertificates SetContentLength SetCookie
  SetCookieJar SetCookies SetDebug SetDisableWarn SetError SetFormData SetHeader SetHeaders
  SetHostURL SetLogger SetPathParam SetPathParams SetProxy SetQueryParam SetQueryParams
  SetRedirectPolicy SetRetryCount SetRetryMaxWaitTime SetRetryWaitTime SetTLSClientConfig SetTimeout
  SetTransport SetUserInfo`.split(/\s+/u);

const REQUEST =
  `AddRetryCondition DisableTrace EnableTrace ExpectContentType ForceContentType SetAuthScheme
  SetAuthToken SetBasicAuth SetBody SetContentLength SetContext SetCookie SetCookies SetDebug
  SetDoNotParseResponse SetError SetFile SetFileReader SetFiles SetFormData SetFormDataFromValues
  SetHeader SetHeaderMultiValues SetHeaderVerbatim SetHeaders SetJSONEscapeHTML SetLogger
  SetMultipartField SetMultipartFields SetMultipartFormData SetOutput SetPathParam SetPathParams
  SetQueryParam SetQueryParams SetQueryParamsFromValues SetQueryString SetRawPathParam
  SetRawPathParams SetResult SetSRV SetUserInfo`.split(/\s+/u);

const SENDING = ["Delete", "Execute", "Get", "Head", "Options", "Patch", "Post", "Put", "Send"];

/** Declarations of Resty. */
export const RESTY: Readonly<Record<string, string>> = {
  "github.com/go-resty/resty/v2": `package resty

import (
	"context"
	"io"
	"net/http"
	"time"
)

type Client struct {}
type Request struct {}
type Response struct {
	Request *Request
	RawResponse *http.Response
}
func New() *Client
func NewWithClient(client *http.Client) *Client
func (c *Client) GetClient() *http.Client
func (c *Client) NewRequest() *Request
func (c *Client) R() *Request
${CLIENT.map((name) => `func (c *Client) ${name}(...any) *Client`).join("\n")}
func (r *Request) Context() context.Context
${REQUEST.map((name) => `func (r *Request) ${name}(...any) *Request`).join("\n")}
${SENDING.map((name) => `func (r *Request) ${name}(...string) (*Response, error)`).join("\n")}
func (r *Response) Body() []byte
func (r *Response) Cookies() []*http.Cookie
func (r *Response) Error() any
func (r *Response) Header() http.Header
func (r *Response) IsError() bool
func (r *Response) IsSuccess() bool
func (r *Response) RawBody() io.ReadCloser
func (r *Response) Result() any
func (r *Response) Size() int64
func (r *Response) Status() string
func (r *Response) StatusCode() int
func (r *Response) String() string
func (r *Response) Time() time.Duration
`,
};
