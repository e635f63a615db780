/** The values that are cached of an object, by cache. */
export type Caches = Map<object, object>;

/** An object that keeps what is cached of it. */
export interface CacheOwner {
  readonly caches: Caches;
}

/**
 * Caches a value for each owner, such as a file or its tree, as long as the owner keeps it. A
 * `WeakMap` would do, if V8 did not keep its values, and with them all that refers to the owner,
 * until a full collection.
 */
export class OwnerCache<Owner extends CacheOwner, Value extends object> {
  readonly #make: (owner: Owner) => Value;

  /** @param make Returns the value of an owner. */
  constructor(make: (owner: Owner) => Value) {
    this.#make = make;
  }

  of(owner: Owner): Value {
    let value = owner.caches.get(this) as Value | undefined;
    if (!value) owner.caches.set(this, (value = this.#make(owner)));
    return value;
  }
}
