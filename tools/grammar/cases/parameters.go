// Lists of parameters: either all have names, or none has.
package p

func twelveNames(a, b, c, d, e, f, g, h, i, j, k, l int) {}

func twelveTypes(A, A, A, A, A, A, A, A, A, A, A, A) {}

func groups(a, b, c, d, e, f, g, h, i, j []A, k, l, m, n, o, p, q, r, s, t map[A]B, u ...C) {}

func types(A, []B, p.C, *D, chan E, func(f, g int) H, ...I) (J, error) { panic(0) }

func results() (a, b, c, d, e, f, g, h, i, j p.T, err error) { return }

func (a *twelve[K, V]) method(b T[K], c, d T[V], e [n]V, f [2]K) (g func(h, i int, j ...K)) { return }

var literal = func(a, b, c, d, e, f, g, h, i, j, k, l *A, _ interface{ M(m, n int) }) {}

type function func(a, b, c, d, e, f, g, h, i, j, k, l <-chan struct{})
