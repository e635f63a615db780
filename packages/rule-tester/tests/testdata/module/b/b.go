package b

func f() {
	logger.Info() // evidence compliant
}
