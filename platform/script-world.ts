/** What the scripts of Bridle on one page leave for one another, in the world of scripts that the page cannot see. */
const world = globalThis as unknown as Record<symbol, unknown>;

export function leave(name: string, value: unknown): void {
  world[Symbol.for(`bridle-${name}`)] = value;
}

/** What was left last under the name; undefined if nothing was. */
export function take(name: string): unknown {
  return world[Symbol.for(`bridle-${name}`)];
}
