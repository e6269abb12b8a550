import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Card } from '../components/card/Card.tsx';
import cardCss from '../components/card/card.css?inline';
import tokensCss from '../components/tokens.css?inline';
import { Report } from '../components/card/Report.tsx';
import { Ways } from '../components/card/Ways.tsx';
import { WordsProvider } from '../components/words.ts';
import { startAnnotator } from '../page/annotator.ts';
import type { CardContent } from '../platform/exchange.ts';
import marksCss from '../page/marks.css?inline';
import type { DrawCard } from '../page/model.ts';
import { ask } from '../platform/asking.ts';
import { onWatcher } from '../platform/view-telling.ts';
import { scriptLife } from '../platform/script-life.ts';
import { onTabMessage, readPageMessage } from '../platform/tab-messages.ts';
import { tell } from '../platform/telling.ts';
import { createWords, type Words } from '../presentation/words.ts';

/** Marks a page that speaks of the affair, and shows its cards. */
export default defineUnlistedScript(() => {
  const signal = scriptLife('annotator', ['pointermove', 'keydown']);
  const annotator = startAnnotator({
    ask: {
      marks: (update) => ask('marks', update),
      card: askForCard,
    },
    draw: drawCard,
    signal,
    cardCss: tokensCss + cardCss,
    marksCss,
    onHidden: (places) => void tell('hidden', places),
    onNoRoom: ({ model: { record } }) => record && void tell('explore', record),
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

/** The card's words, which come with the first card and after a change of language. */
let words: Words | null = null;

async function askForCard(target: string): Promise<CardContent | null> {
  const content = await ask('card', { target, words: words?.language ?? null });
  if (!content || content === 'busy') return null;
  if (content.words) words = createWords(content.words, content.language);
  return content;
}

const drawCard: DrawCard = (container, { model, alias, citation, report }, { close, pin, show, back, link, mute }) => {
  const { record } = model;
  render(
    <WordsProvider value={words}>
      <Card
        key={`${record?.kind} ${record?.id}`}
        view={model}
        onOpen={show}
        onBack={back ?? undefined}
        onClose={close}
        pin={pin ?? undefined}
        fine={<Report report={report} address={location.href} />}
      >
        <Ways
          view={model}
          onExplore={() => void tell('explore', record!)}
          citation={citation}
          link={back ? null : link}
          muting={back ? null : { alias, onMute: mute }}
        />
      </Card>
    </WordsProvider>,
    container,
  );
};
