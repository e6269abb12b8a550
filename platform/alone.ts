/** One piece of work of a name after the other, over all of the extension's own pages. On a web page the locks would be the page's. */
export async function alone<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const isOurs = globalThis.location?.protocol.endsWith('-extension:');
  return isOurs ? navigator.locks.request(name, work) : work();
}
