module gopherwood.dev/tools/grammar/oracle

go 1.26
