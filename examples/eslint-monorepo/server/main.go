package main

import "os"

func main() {
	os.WriteFile("started", nil, 0o600)
}
