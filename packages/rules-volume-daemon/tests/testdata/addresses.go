// The address of the daemon where its client is made, and look-alikes.
package failover

import (
	"cmp"
	"fmt"
	"os"

	"example.com/app/common"
	"example.com/app/config"
	daemon "example.com/app/common"
	fake "example.com/app/fakes/commons"
)

const defaultURL = "http://localhost:8090"

var packageURL = "http://127.0.0.1:8090"

var flagged = "http://127.0.0.1:8090"

type settings struct{ DaemonURL string }

func hardcoded(port int) {
	common.NewVolumeClient("http://localhost:8090")                          // want "'http://localhost:8090'"
	daemon.NewVolumeClient(defaultURL)                                       // want "localhost:8090"
	common.NewVolumeClient(packageURL, nil)                                  // want "127.0.0.1:8090"
	common.NewVolumeClient(fmt.Sprintf("http://localhost:%d", port))         // want "http://localhost:…"
	common.NewVolumeClient("http://" + "localhost" + ":8090")                // want "localhost:8090"
	common.NewVolumeClient("unix:///run/daemon.sock")                        // want "unix:///run/daemon.sock"
	common.NewVolumeClient("localhost:8090")                                 // want "localhost:8090"
	common.NewVolumeClient(settings{DaemonURL: "https://daemon.example.com"}) // want "daemon.example.com"
	url := `http://[::1]:8090`
	common.NewVolumeClient(url) // want "::1"
	options := &settings{DaemonURL: url}
	common.NewVolumeClient(options) // want "::1"
	if port > 0 {
		url = "http://localhost:9090"
	}
	_ = func() any { return common.NewVolumeClient(url) } // want "::1"
}

func configured(s settings, url string) {
	common.NewVolumeClient(s.DaemonURL)               // evidence compliant
	common.NewVolumeClient(url)                       // evidence compliant
	common.NewVolumeClient(os.Getenv("DAEMON_URL"))   // evidence compliant
	common.NewVolumeClient(cmp.Or(url, defaultURL))   // evidence compliant
	common.NewVolumeClient("http://" + url + ":8090") // evidence compliant
	common.NewVolumeClient("")                        // evidence compliant
	common.NewVolumeClient(config.DaemonURL)          // evidence exempt "config"
	common.NewVolumeClient(common.DaemonURL)          // evidence undecided "another package"
	common.NewVolumeClient(elsewhere)                 // evidence undecided "another file"
	address := "http://localhost:8090"
	if given := os.Getenv("DAEMON_URL"); given != "" {
		address = given
	}
	common.NewVolumeClient(address) // evidence compliant
	parse(&flagged)
	common.NewVolumeClient(flagged) // evidence compliant
}

func lookAlikes(common settings) {
	common.NewVolumeClient("http://localhost:8090")
	fake.NewVolumeClient("http://localhost:8090")
	daemon.NewVolumeServer("http://localhost:8090")
	daemon.Ping("http://localhost:8090") // common.NewVolumeClient("http://localhost:8090")
	_ = daemon.NewVolumeClient
}

func parse(target *string) {}
