/** Prints measured figures beside their floors, and remembers which do not hold. */
export class Report {
  /** Each miss and false alarm, a line each, for whoever mends it in `data/`. */
  readonly confusion: string[] = [];
  /** Names of the figures that do not hold. */
  readonly failures: string[] = [];

  /** A share that must be at least `floor`. */
  share(name: string, value: number, floor: number): void {
    const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
    this.#print(name, value >= floor, percent(value), `at least ${percent(floor)}`);
  }

  /** A number that must be at most `ceiling`. */
  atMost(name: string, value: number, ceiling: number): void {
    this.#print(name, value <= ceiling, value.toFixed(2), `at most ${ceiling.toFixed(2)}`);
  }

  #print(name: string, holds: boolean, value: string, limit: string): void {
    if (!holds) this.failures.push(name);
    console.log(`${holds ? ' ' : '✗'} ${name.padEnd(62)} ${value.padStart(8)}  (${limit})`);
  }
}
