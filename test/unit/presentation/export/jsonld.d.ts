/** The package brings no types along: what the tests call. */
declare module 'jsonld' {
  interface Options {
    documentLoader(url: string): never;
    safe: boolean;
  }
  const jsonld: {
    flatten(document: unknown, context: null, options: Options): Promise<unknown>;
    toRDF(document: unknown, options: Options): Promise<unknown>;
  };
  export default jsonld;
}
