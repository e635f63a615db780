package p

func f() {
	println("a")           // want "Do not call println"
	logger.Info("b")       // evidence compliant(logger)
	logger.Debug("println") // evidence exempt "allowed"
}
