package p

// c
var x = `a
b` /* c
 d */ 

func f() {
	x := a[i]
	(y)()
	return /*
*/ x
}
