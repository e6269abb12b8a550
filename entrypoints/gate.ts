import { gate } from 'virtual:bridle/gate';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { gateFor } from '../page/gate/expressions.ts';
import { watchForAffair } from '../page/gate/gate.ts';
import { isLeftBehind } from '../platform/runtime.ts';
import { scriptLife } from '../platform/script-life.ts';
import { tell } from '../platform/telling.ts';

/** The only script on a page that does not speak of the affair. */
export default defineUnlistedScript(() => {
  const speaks = gateFor(gate);
  watchForAffair({
    // Left behind, it ends as if it had found something: nobody hears it.
    speaks: (text) => isLeftBehind() || speaks(text),
    onAffair: () => void tell('affair', null),
    signal: scriptLife('gate'),
  });
});
