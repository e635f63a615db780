/** Returns a file with the body of a method of an engine, which has a client of volumes. */
export const file = (
  body: string,
  { results = "error", imports = "" } = {},
) => `package workflows

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
${imports}
	"example.com/app/common"
)

type engine struct {
	client  *common.VolumeClient
	pending []*common.VolumeOperation
	last    *common.VolumeOperation
}

func (e *engine) run(ctx context.Context, id string, done chan *common.VolumeOperation) ${results} {
	${body}
}
`;

/** The start of an operation, the check of its error, and the wait for it. */
export const ATTACH = 'operation, err := e.client.AttachVolume(ctx, id, "vm")';
export const CHECK = "if err != nil {\n\t\treturn err\n\t}";
export const WAIT = "e.client.WaitForCompletionWithTimeout(ctx, operation.ID, 5*time.Minute)";

/** Returns a file with the body of a method after the start of an operation and its check. */
export const attached = (body: string, options = {}) =>
  file(`${ATTACH}\n\t${CHECK}\n\t${body}`, options);

/** A site without a suggestion, which says why. */
export const left = {
  verdict: "violation" as const,
  noFixReason: "what to return is not known",
};

/** The error and the site of an operation that is discarded. */
export const discarded = {
  errors: [{ messageId: "discarded" as const, line: 19, suggestions: [] }],
  sites: [left],
};
