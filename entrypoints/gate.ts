import { gate } from 'virtual:bridle/gate';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { gateFor } from '../matching/gate.ts';
import { watchForAffair } from '../page/gate.ts';
import { tellBackground } from '../platform/messages.ts';
import { scriptLife } from '../platform/script-life.ts';

/** The only script on a page that does not speak of the affair. */
export default defineUnlistedScript(() => {
  watchForAffair({
    speaks: gateFor(gate),
    onAffair: () => void tellBackground({ type: 'affair' }),
    signal: scriptLife('gate'),
  });
});
