/** Returns a file whose method has a body, with a client of the cloud and one of the daemon. */
export const file = (
  body: string,
  parameters = "ctx context.Context, daemon *common.VolumeClient",
) => `package workflows

import (
	"context"
	"time"

	"example.com/app/common"
	"example.com/app/ossea"
)

const pause = time.Second

type engine struct {
	cloud  *ossea.Client
	daemon *common.VolumeClient
}

func (e *engine) run(id string, ${parameters}) error {
	${body}
}
`;

/** Returns a file without the field that holds the daemon's client. */
export const withoutField = (text: string) =>
  text.replace("\tdaemon *common.VolumeClient\n", "");

/** A module in which a type of another package holds the daemon's client. */
export const heldBy = (field: string, call: string) => ({
  "go.mod": "module example.com/app\n",
  "common/client.go": `package common\n\ntype VolumeClient struct{}\n\ntype Holder struct{ ${field} *VolumeClient }\n`,
  "workflows/a.go": `package workflows

import (
	"context"
	"time"

	"example.com/app/common"
	"example.com/app/ossea"
)

const pause = time.Second

func run(ctx context.Context, cloud *ossea.Client, holder *common.Holder, id string) error {
	${call}
}
`,
});
