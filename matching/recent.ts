/** Keeps what was made of the last keys, so many of them: what comes again soon is not made again. */
export class Recent<Value> {
  readonly #most: number;
  readonly #made = new Map<string, Value>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string, make: () => Value): Value {
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const value = make();
    if (this.#made.size >= this.#most) this.#made.delete(this.#made.keys().next().value!);
    this.#made.set(key, value);
    return value;
  }
}
