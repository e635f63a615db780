// Where a line ends a statement, and where it only looks so.
package p; import ("a"; b "b"; . "c"; _ "d"); import "e"

const (A = 1); const (); const ( B, C = iota, 2; D; ); var (); var (x = 1); type (); type (T int; U = T); var y int = 2

func blocks() {
	x := a.S
	{
	}
	x = a[i]
	{
		g()
	}
	x = (a.b)
	{
	}
	if a.B {
	}
	{
	}
	for range a.B {
	}
	{
	}
}

func parentheses() {
	x := a[i]
	(*p).foo()
	x = m[k[j[l]]]
	(h)(1)
	q = (a.b)
	(c)(d)
	x = a
	[]int{1}[0]++
	switch v {
	case 1:
		x = a[i]
		(*p).foo()
	}
}

func comments() (int, error) {
	x := 1 /* ends
	*/ y := 2
	x++ /***
	***/ /* a */ y++ /* b */ // c
	if x > 1 { return /*
	*/ x }
	f(1, /*
	*/ 2)
	return 1, /* does not
	end */ nil
}

type fields struct { a int /*
	*/ b string; Base[T]
	sync.Mutex
	M[K[V], K]
	*P[T]
	*pkg.P[T, U] "tag"
	C[T] `tag`
	D
	d [N]int; e []T; f, g [2][N]pkg.T }

type methods interface { m() /*
	*/ n(int) (string, error); I; pkg.J[T]
	~int | ~[]byte | *T | pkg.T
	interface{ ~string; o() } }

func empty() {
	;
	;;
	{;}
	{; x++ }
	L: ;
	M: ; x++
	N: O: x++; P:
	{
		Q: R:
	}
	for ;; {}
	for {; break }
	switch {}
	switch ; {}
	switch x; {}
	switch x := 1; x {
	case 1: ; default: ; S: }
	select {}
	select { case <-c: ; case x, ok := <-c: case c <- x: T: ; default: }
	if ; x {} else if ; y {} else {}
}

func headers() {
	if x := f()
	x > 1 {
	}
	for i := 0
	i < 10
	i++ {
	}
	for i := 0; i < 10
	{
	}
	for ; ; i++ {
	}
	switch x := f()
	x {
	}
	switch x
	{
	}
	switch x := f()
	y := x.(type) {
	}
	if struct{}{} == x {}
	for range []int{1} {}
	for range map[K]V{} {}
	for range 10 {}
	for range ch {}
	for i := range f {}
	for i, a[0] = range x {}
	switch (T{}) {}
	if f(T{}) == (pkg.T{}) && (T[int]{}) == x && a[T{}.i] {}
	if func() bool { return true }() {}
	for _, x := range [...]T{{}, {}} {}
	switch x := y; z := x.(type) { case nil, *T, []T, pkg.T[U], func(), <-chan int: case (T): default: }
	switch x.(type) {}
}

func branches() {
	goto L
L:
	for { break L; continue L }
	for { break
	L }
	{ goto M }
M:
}
// the file ends with no line end: 1 /* 2 */
var last = 1