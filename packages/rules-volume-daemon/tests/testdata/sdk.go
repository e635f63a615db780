// The SDK under every form of import, and its look-alikes.
package failover

import "github.com/apache/cloudstack-go/v2/cloudstack" // want "cloudstack-go/v2/cloudstack"

import (
	"context"

	cloud "github.com/apache/cloudstack-go/v2" // want "cloudstack-go/v2'"
	. "github.com/xanzy/go-cloudstack/cloudstack" // want "xanzy"
	_ "github.com/apache/cloudstack-go"           // want "cloudstack-go'"
	`github.com/xanzy/go-cloudstack/v2/cloudstack` // want "xanzy/go-cloudstack/v2"

	"example.com/app/common"
	"example.com/app/ossea"
	"github.com/apache/cloudstack-go-extras/cloudstack"
	"github.com/apache/cloudstack-kubernetes-provider"
)

// It was once "github.com/apache/cloudstack-go/v2/cloudstack".
const documentation = "github.com/apache/cloudstack-go/v2/cloudstack"
