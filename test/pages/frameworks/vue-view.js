import { h, shallowRef } from 'vue';
import { initial, steps } from './story.js';

const state = shallowRef(initial);
const step = (name) => {
  state.value = steps[name](state.value);
};
globalThis.app = {
  step,
  get state() {
    return state.value;
  },
};

/** The page, and `globalThis.app` with what the test does to it. */
export const View = {
  render() {
    const { route, readers, speaker, items, paragraph, clicks } = state.value;
    if (route === 'sport') return h('main', [h('h1', 'Regatta'), h('p', 'The dinghy came in third.')]);
    return h('main', [
      h('h1', 'Spyware before the deputies'),
      h('p', { class: 'ticker' }, [`Live, ${readers} readers: `, h('b', speaker), ' speaks of ', 'Peg', 'asus', '.']),
      h(
        'ul',
        items.map(({ id, text }) => h('li', { key: id }, text)),
      ),
      h('p', { key: paragraph.id }, paragraph.text),
      h('button', { onClick: () => step('click') }, `Clicked ${clicks}`),
    ]);
  },
};
