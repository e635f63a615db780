package a

func f() {
	println() // want "println"
}
