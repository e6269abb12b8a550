import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Card } from '../components/card/Card.tsx';
import cardCss from '../components/card/card.css?inline';
import { Report } from '../components/card/Report.tsx';
import { Ways } from '../components/card/Ways.tsx';
import tokensCss from '../components/tokens.css?inline';
import { WordsProvider } from '../components/words.ts';
import type { CardDrawing, DrawCard } from '../page/model.ts';
import type { CardContent } from '../platform/exchange.ts';
import { leave } from '../platform/script-world.ts';
import { createWords, type Words } from '../presentation/words.ts';

/** Draws cards for the annotator, which asks for this script with the first card of a page. */
export default defineUnlistedScript(() => leave('drawing', { draw, css: tokensCss + cardCss } satisfies CardDrawing));

const draw: DrawCard = (container, content, { close, pin, explore, show, back, link, mute }) => {
  const { model, alias, citation, report } = content;
  render(
    <WordsProvider value={wordsOf(content)}>
      <Card
        key={`${model.record?.kind} ${model.record?.id}`}
        view={model}
        onOpen={show}
        onBack={back ?? undefined}
        onClose={close}
        pin={pin ?? undefined}
        fine={<Report report={report} address={location.href} />}
      >
        <Ways
          view={model}
          onExplore={explore}
          citation={citation}
          link={back ? null : link}
          muting={back ? null : { alias, onMute: mute }}
        />
      </Card>
    </WordsProvider>,
    container,
  );
};

/** By the messages that they were made of: the cards of a page share them. */
const made = new WeakMap<object, Words>();

function wordsOf({ words: messages, language }: CardContent): Words {
  const known = made.get(messages!);
  if (known) return known;
  const words = createWords(messages!, language);
  made.set(messages!, words);
  return words;
}
