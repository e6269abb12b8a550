import { render } from 'preact';
import { lexicon as packed } from 'virtual:bridle/lexicon';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Card } from '../components/card/Card.tsx';
import cardCss from '../components/card/card.css?inline';
import { cardModel } from '../presentation/card.ts';
import tokensCss from '../components/tokens.css?inline';
import { createWords } from '../presentation/words.ts';
import { WordsProvider } from '../components/words.ts';
import { unpackLexicon } from '../data/unpack.ts';
import { shortId, unpackCard } from '../data/unpack-card.ts';
import { createEngine } from '../matching/engine.ts';
import { judgeElsewhere } from '../matching/claims/passages.ts';
import { startAnnotator, type Annotator } from '../page/annotator.ts';
import marksCss from '../page/marks.css?inline';
import type { DrawCard, Target } from '../page/model.ts';
import { takeCard } from '../platform/card-content.ts';
import { languageOf } from '../platform/language.ts';
import { askForClaims, onTabMessage, tellBackground } from '../platform/messages.ts';
import { scriptLife } from '../platform/script-life.ts';
import { isMuted } from '../platform/muted.ts';
import { askForSettings, tellMute, watchPageSettings } from '../platform/page-settings.ts';

/** Marks a page that speaks of the affair, and shows its cards. */
export default defineUnlistedScript(() => void annotate());

async function annotate(): Promise<void> {
  const content = takeCard();
  if (!content) return;
  const { language } = content;
  const lexicon = unpackLexicon(packed);
  const facts = unpackCard(
    content.facts,
    language,
    lexicon.entities.map(({ id }) => id),
  );
  const signal = scriptLife('annotator');
  let settings = await askForSettings();
  const words = createWords(content.words, language);
  // Of a frame without an address of its own, that of the page around it.
  const site = URL.canParse(origin) ? new URL(origin).hostname : '';
  const place = (where: 'here' | 'everywhere') => (where === 'here' ? site : null);

  const draw: DrawCard = (container, target, { close }) => {
    const alias = target.mention?.alias;
    const muting =
      alias === undefined
        ? undefined
        : {
            alias,
            onMute: (where: 'here' | 'everywhere') => tellMute({ alias, site: place(where) }, true),
            onUndo: (where: 'here' | 'everywhere') => tellMute({ alias, site: place(where) }, false),
          };
    render(
      <WordsProvider value={words}>
        <Card model={cardModel(facts, { kind: 'place', target: shortened(target) })} muting={muting} onClose={close} />
      </WordsProvider>,
      container,
    );
  };

  const options = {
    engine: createEngine(
      lexicon,
      judgeElsewhere(askForClaims, () => annotator.refresh()),
    ),
    draw,
    signal,
    dwellMs: settings.dwellMs,
    density: settings.density,
    markStyle: settings.markStyle,
    cardCss: tokensCss + cardCss,
    marksCss,
    onChange: (dossier) => void tellBackground({ type: 'dossier', dossier }),
    muted: (alias) => isMuted(settings, alias, site),
    onMute: (alias, where) => tellMute({ alias, site: place(where) }, true),
    openShadow: import.meta.env.MODE === 'e2e',
  } satisfies Parameters<typeof startAnnotator>[0];
  const annotator: Annotator = startAnnotator(options);

  watchPageSettings((now) => {
    settings = now;
    Object.assign(options, { dwellMs: now.dwellMs, density: now.density, markStyle: now.markStyle });
    // In another language the card is another script's: the background sends both again, and the new annotator takes over.
    if (languageOf(now.language) === language) annotator.refresh();
    else void tellBackground({ type: 'affair' });
  }, signal);
  onTabMessage((message) => {
    if (message.type === 'step') annotator.step(message.direction);
    else if (message.type === 'jump') annotator.jump(message.place);
    else if (message.type === 'report') void tellBackground({ type: 'dossier', dossier: annotator.dossier() });
  }, signal);
  // While the page lay in the browser's cache of pages, nothing that the reader changed or took back was heard here: the background decides anew.
  addEventListener(
    'pageshow',
    ({ isTrusted, persisted }) => {
      if (!isTrusted || !persisted) return;
      annotator.stop();
      void tellBackground({ type: 'affair' });
    },
    { signal },
  );
  // Nothing is held here any more; the surfaces that list it are told.
  signal.addEventListener(
    'abort',
    () => void tellBackground({ type: 'dossier', dossier: { mentions: [], matches: [] } }),
  );
}

/** The card knows claims by their short ids. */
function shortened({ mention, matches }: Target): Target {
  return { mention, matches: matches.map((match) => ({ ...match, claim: shortId(match.claim) })) };
}
