/** The same small news page for every framework: what it holds, and how it changes. */
export const initial = {
  route: 'news',
  readers: 1,
  speaker: 'Jean Asselborn',
  items: [
    { id: 1, text: 'NSO Group denies it.' },
    { id: 2, text: 'Rain until noon, and then more of it.' },
    { id: 3, text: 'The deputies asked about NSO.' },
  ],
  paragraph: { id: 1, text: 'The spyware Pegasus lay on every table.' },
  clicks: 0,
};

export const steps = {
  tick: (state) => ({ ...state, readers: state.readers + 1, speaker: state.readers % 2 ? 'Nobody' : 'Jean Asselborn' }),
  reverse: (state) => ({ ...state, items: state.items.toReversed() }),
  insert: (state) => ({ ...state, items: [{ id: 4, text: 'A court wrote to NSO Group.' }, ...state.items] }),
  remove: (state) => ({ ...state, items: state.items.filter(({ id }) => id !== 3) }),
  replace: (state) => ({ ...state, paragraph: { id: 2, text: 'Sam Tanson did not name the spyware Pegasus.' } }),
  sport: (state) => ({ ...state, route: 'sport' }),
  news: (state) => ({ ...state, route: 'news' }),
  click: (state) => ({ ...state, clicks: state.clicks + 1 }),
};
