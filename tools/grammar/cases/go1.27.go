// Go 1.27; gofmt of Go 1.26 rejects it.
package p

func (r *T) Name[P any](p P) P { return p }
func (T[K]) Map[V, W any, X ~[]V](v V) (W, error)
