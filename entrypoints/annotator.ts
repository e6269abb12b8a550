import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startAnnotator } from '../page/annotator.ts';
import marksCss from '../page/marks.css?inline';
import type { CardDrawing } from '../page/model.ts';
import { ask } from '../platform/asking.ts';
import type { CardContent } from '../platform/exchange.ts';
import { scriptLife } from '../platform/script-life.ts';
import { leave, take } from '../platform/script-world.ts';
import { onTabMessage, readPageMessage } from '../platform/tab-messages.ts';
import { tell } from '../platform/telling.ts';
import { onWatcher } from '../platform/view-telling.ts';

/** Marks a page that speaks of the affair, and shows its cards. */
export default defineUnlistedScript(() => {
  const signal = scriptLife('annotator', ['pointermove', 'keydown']);
  // What an earlier script has left may be of another version.
  leave('drawing', undefined);
  const annotator = startAnnotator({
    ask: {
      marks: (update) => ask('marks', update),
      card: askForCard,
    },
    drawing: () => drawing()!,
    signal,
    marksCss,
    onHidden: (places) => void tell('hidden', places),
    onExplore: ({ model: { record } }) => record && void tell('explore', record),
    onMute: async (target, where, isMuted) => (await ask('mute', { target, where, isMuted })) === true,
    openShadow: import.meta.env.MODE === 'e2e',
  });

  onTabMessage(
    readPageMessage,
    (message) => {
      if (message.type === 'renew') return annotator.renew();
      if (message.type === 'hide') annotator.hide(message.isHidden);
      else if (message.type === 'step') annotator.step(message.direction);
      else annotator.jump(message.place);
      return undefined;
    },
    signal,
  );
  onWatcher(annotator.watchView, signal);
  // While the page lies in the browser's cache of pages, nothing that the reader changes or takes back is heard here.
  addEventListener('pagehide', ({ isTrusted }) => isTrusted && void tell('leave', null), { signal });
  addEventListener(
    'pageshow',
    ({ isTrusted, persisted }) => {
      if (!isTrusted || !persisted) return;
      annotator.stop();
      // The background decides anew.
      void tell('affair', null);
    },
    { signal },
  );
  signal.addEventListener('abort', () => void tell('leave', null));
});

/** The cards' words, which come with the first card and after a change of language. */
let words: Pick<CardContent, 'language' | 'words'> | null = null;

async function askForCard(target: string): Promise<CardContent | null> {
  const [content] = await Promise.all([ask('card', { target, words: words?.language ?? null }), bringDrawing()]);
  if (!content || content === 'busy' || !drawing()) return null;
  if (content.words) words = content;
  return { ...content, words: words!.words };
}

const drawing = () => take('drawing') as CardDrawing | undefined;

let coming: Promise<unknown> | null = null;

/** Once for all cards that are asked for meanwhile, and again for those to come where it failed. */
async function bringDrawing(): Promise<void> {
  if (drawing()) return;
  await (coming ??= tell('drawing', null));
  coming = null;
}
