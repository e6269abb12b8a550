import { createElement as h, useState } from 'react';
import { initial, steps } from './story.js';

/** The page, and `globalThis.app` with what the test does to it. */
export function View() {
  const [state, setState] = useState(initial);
  if (typeof window !== 'undefined') globalThis.app = { step: (name) => setState(steps[name]), state };
  if (state.route === 'sport')
    return h('main', null, h('h1', null, 'Regatta'), h('p', null, 'The dinghy came in third.'));
  return h(
    'main',
    null,
    h('h1', null, 'Spyware before the deputies'),
    h(
      'p',
      { className: 'ticker' },
      'Live, ',
      state.readers,
      ' readers: ',
      h('b', null, state.speaker),
      ' speaks of ',
      'Peg',
      'asus',
      '.',
    ),
    h(
      'ul',
      null,
      state.items.map(({ id, text }) => h('li', { key: id }, text)),
    ),
    h('p', { key: state.paragraph.id }, state.paragraph.text),
    h('button', { onClick: () => setState(steps.click) }, 'Clicked ', state.clicks),
  );
}
