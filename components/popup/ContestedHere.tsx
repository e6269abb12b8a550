import type { ContestedEntry } from '../../presentation/dossier-contested.ts';
import type { Place } from '../../presentation/dossier.ts';
import { readableHost } from '../../presentation/host-name.ts';
import { termKey } from '../../presentation/words.ts';
import { useWords } from '../words.ts';

interface Props {
  entries: ContestedEntry[];
  onJump(place: Place): void;
  onPanel(): void;
}

const MOST_SHOWN = 3;

/** How much is contested on the page; the first of it, each leading to its place; and the way to the rest. */
export function ContestedHere({ entries, onJump, onPanel }: Props) {
  const { t, text } = useWords();
  const hidden = entries.length - MOST_SHOWN;
  return (
    <section class="contested" aria-labelledby="contested">
      <h2 id="contested">{t('popup_contested', { n: entries.length })}</h2>
      <ul>
        {entries.slice(0, MOST_SHOWN).map(({ key, statements: [first], against }) => (
          <li key={key}>
            <button type="button" class="row match" onClick={() => onJump(first!.matches[0]!)}>
              <span class="said">
                <b>{text(first!.claimant)}:</b> {text(first!.claim.statement)}
              </span>{' '}
              <span class="against">
                {against ? (
                  <>
                    <b>
                      {t(termKey('panel_against', against.how))} {text(against.claimant)}:
                    </b>{' '}
                    {text(against.claim.statement)}
                  </>
                ) : (
                  t('panel_disputed_here')
                )}
              </span>
              {first!.matches[0]!.origin !== undefined && (
                <span class="against">{t('common_frame', { host: readableHost(first!.matches[0]!.origin) })}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" class="link" onClick={onPanel}>
          {t('popup_more_contested', { n: hidden })}
        </button>
      )}
    </section>
  );
}
