module gopherwood.dev/tools/std

go 1.26.0
