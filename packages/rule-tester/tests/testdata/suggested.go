package p

func f() {
	print(print(1)) // want "Do not call print" "Do not call print"
	print(2)        // want "Do not call print"
}
