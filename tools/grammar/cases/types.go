package p

type (
	A[P any]                  struct{}
	B[P, Q any, R ~[]P | *Q]  func(P) (Q, R)
	C[P *T,]                  int
	D[P *T, Q any]            int
	E[P interface{ *T }]      int
	F[P *struct{}]            int
	G[P []Q, Q chan<- int]    int
	H[P (T),]                 int
	I                         [N]int
	J                         [N * M]int
	K                         [len(x)]int
	L                         [(N)]int
	M[P any]                  = A[P]
	N                         = pkg.T[int, []string, map[K]V,]
	O                         (((T)))
	P                         *(func() (int))
	Q                         chan<- (chan int)
	R                         <-chan (<-chan int)
	S                         chan (<-chan <-chan int)
	T                         func(int, ...string) func(a, b int, c ...T) (d error)
	U                         interface{ ~int | (string); comparable; A[int] }
	V                         map[[2]struct{ a int }]map[interface{}][]*[3]T
	W[_ any, _ interface{}]   struct{ *W[int, T]; pkg.W[T] }
	X[P A[Q], Q B[P, P, P]]   [N]P
	Y[P any, _ interface{ m(P) }] struct{}
	Z[P ([]int)]              int
	AA[P *struct{} | int]     struct{}
	AB[P *[]int]              int
	AC[P func() | chan int]   int
	AD[P interface{}]         int
)

var (
	a = (<-chan int)(x)
	b = (chan<- int)(nil)
	c = (*T)(x)
	d = *(*[]T)(p)
	e = &[]T{{1}, {a: 2}, {}}
	f = [...]*T{0: {}, 1: &T{}, N: {x}}
	g = map[T][]U{{1}: {{2}}, T{}: nil}
	h = []byte("a")
	i = (func())(nil)
	j = func(x int) (y int) { return }(1)
	k = interface{ m() }(x)
	l = interface{ m() }.m
	m = struct{ T }.m
	n = (*T).m
	o = (interface{ m() }).m
	p = f[int](1)
	q = f[[]int, map[K]V](x, y...)
	r = pkg.F[int, string]
	s = pkg.F[func(), struct{}](nil).g[0].(T)[1:2:3]
	t = T[int]{a: 1}
	u = pkg.T[[]int, U]{}
	v = x.(interface{ m() }).m()
	w = a < b && c > (d)
	x = <-<-c + -+^!*&y
	y = a &^ b << c % d | e ^ f &^ g
	z = []func(){func() {}, nil}
	_ = new(1 + 1)
	_ = new(f(x))
	_ = new("s")
	_ = new(T{a: 1})
	_ = new([]int{1})
	_ = new(x.y.z)
	_ = new(x, y...)
	_ = new(&x)
	_ = new(*x)
	_ = new(-x)
	_ = new(func() int { return 1 }())
	_ = new(*[]T)
	_ = make(map[string]chan int, n-1,)
	_ = make(n - 1)
	_ = append([]int(nil), new...)
)

func predeclared(new, make, nil, true, false, iota int) (any, error) {
	new := new + make
	nil, true = true, nil
	x.new, x.nil, x.iota = y.make, y.true, z.false
	_ = T{nil: 1, true: 2, new: 3}
	type new struct{ make, nil int }
	var iota new
	return true, nil
}

func (T) m()
func (T[P]) m(P)
func (t *T[P, _]) m() (a, b P) { return }
func ((T)) m()
func (*(T)) m() {}
func f(a, b int, _ ...func(...int)) {}
func f(int, []T, ...any) (x, y int, err error)
func f[P any, Q ~[]P](p P, q Q,) (_ P) { type local[R any] struct{ r R }; return }
func f() (func() (chan<- int)) { go func() {}(); defer f()(); defer (T)(x).m(); return nil }
