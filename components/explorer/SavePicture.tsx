import { useState } from 'preact/hooks';
import { download } from '../download.ts';
import { useWords } from '../words.ts';
import { useDesk } from './desk.ts';
import { pictureOf, pixelsOf } from './picture.ts';

interface Props {
  of: { current: HTMLElement | null };
  /** Of the file, without its ending. */
  name: string;
  title: string;
}

/** Hands what is drawn to the reader as a file. */
export function SavePicture({ of, name, title }: Props) {
  const { t, date } = useWords();
  const { facts } = useDesk();
  const [hasFailed, setFailed] = useState(false);
  const take = () => pictureOf(of.current!, title, `Bridle · ${t('common_ends', { date: date(facts.endsOn) })}`);
  const savePixels = async () => {
    try {
      download(`${name}.png`, 'image/png', await pixelsOf(take()));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <div class="actions save" role="group" aria-label={t('explorer_save')}>
      <span class="soft" aria-hidden="true">
        {t('explorer_save')}
      </span>
      <button type="button" class="action" onClick={() => download(`${name}.svg`, 'image/svg+xml', take().svg)}>
        SVG
      </button>
      <button type="button" class="action" onClick={() => void savePixels()}>
        PNG
      </button>
      <span role="status" class="fault">
        {hasFailed && t('explorer_save_failed')}
      </span>
    </div>
  );
}
