package p

func f() {
	one() // want "Write 'two'."
	two() // want "Write 'three'."
}
